/** Memory of a browser's processes, as the machine counts it: pages shared by several processes are divided among them. */
import { readFileSync } from 'node:fs';
import type { Lanyard } from './extension.ts';

const pssBytes = (pid: number): number => {
  try {
    const [, kib] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kib ?? 0) * 1024;
  } catch {
    // It ended meanwhile.
    return 0;
  }
};

/** Bytes of all processes of this browser; `null` where the machine does not tell (not Linux). */
export const browserMemory = async (lanyard: Lanyard): Promise<number | null> => {
  const session = await lanyard.context.browser()?.newBrowserCDPSession();
  if (session === undefined) return null;
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const bytes = processInfo.reduce((sum, { id }) => sum + pssBytes(id), 0);
  return bytes === 0 ? null : bytes;
};
