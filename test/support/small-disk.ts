/** A disk that is easily full, for a browser's profile: a small file system in memory, where the machine lets us mount one. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  readonly path: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Gives back what `fill` took. */
  empty(): void;
  remove(): void;
}

/** `null` where mounting is refused. @param megabytes its size */
export const mountSmallDisk = (megabytes: number): SmallDisk | null => {
  const path = mkdtempSync(join(tmpdir(), 'lanyard-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
  const ballast = join(path, 'ballast');
  const fillBy = (bytes: number): void => {
    const piece = Buffer.alloc(bytes, 1);
    try {
      for (;;) appendFileSync(ballast, piece);
    } catch {
      // No more of this size.
    }
  };
  return {
    path,
    fill: () => {
      fillBy(1 << 20);
      fillBy(1 << 12);
      const { bavail } = statfsSync(path);
      if (bavail > 1) throw new Error(`${bavail} blocks are still free`);
    },
    empty: () => rmSync(ballast, { force: true }),
    remove: () => {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
};
