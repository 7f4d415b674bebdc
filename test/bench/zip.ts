/** A bundle of 100 pictures of 1 MB made into a zip, ours beside the libraries that are used for it; in real Chromium, in turns. */
import type { Page } from 'playwright-core';
import { median, printFigure } from '../support/figures.ts';
import { bundlePeer, openPeerPage, type Peer } from '../support/peer-page.ts';

const FILES = 100;
const BYTES = 1_000_000;
const RUNS = 7;
const PEERS = {
  Ours: 'zip-ours.ts',
  fflate: 'zip-fflate.mjs',
  JSZip: 'zip-jszip.mjs',
  zipjs: 'zip-zipjs.mjs',
};

interface Zipping {
  zipped(files: readonly { name: string; blob: Blob }[]): Promise<Blob>;
}

interface Prepared {
  files: { name: string; blob: Blob }[];
}

/** Makes the pictures; their bytes are the browser's, as those of pictures in IndexedDB are. */
const prepare = async (page: Page): Promise<void> => {
  await page.evaluate(
    ({ count, size }) => {
      (globalThis as unknown as Prepared).files = Array.from({ length: count }, (_, at) => {
        const bytes = new Uint8Array(size);
        for (let index = 0; index < size; index += 997) bytes[index] = (at + index) % 251;
        return { name: `bundle/${at}.png`, blob: new Blob([bytes], { type: 'image/png' }) };
      });
    },
    { count: FILES, size: BYTES },
  );
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
};

/** Milliseconds from the call to the blob. */
const zipOnce = (page: Page, peer: Peer): Promise<{ ms: number; bytes: number }> =>
  page.evaluate(async (variable) => {
    const { zipped } = (globalThis as unknown as Record<string, Zipping>)[variable] as Zipping;
    const { files } = globalThis as unknown as Prepared;
    const startMs = performance.now();
    const { size: bytes } = await zipped(files);
    return { ms: performance.now() - startMs, bytes };
  }, peer.variable);

const host = await openPeerPage();
try {
  const peers = await Promise.all(Object.entries(PEERS).map(([name, file]) => bundlePeer(name, file)));
  const times = new Map(peers.map(({ name }) => [name, [] as number[]]));
  const memory = new Map(peers.map(({ name }) => [name, [] as number[]]));
  for (let run = 0; run <= RUNS; run += 1) {
    for (const peer of peers) {
      const page = await host.open([peer]);
      await prepare(page);
      const before = await host.residentMb();
      let most = before;
      const timer = setInterval(() => {
        void host.residentMb().then((now) => {
          most = Math.max(most, now);
        });
      }, 50);
      const { ms, bytes } = await zipOnce(page, peer);
      clearInterval(timer);
      if (bytes < FILES * BYTES) throw new Error(`${peer.name} left something out`);
      await page.close();
      if (run === 0) continue;
      times.get(peer.name)?.push(ms);
      memory.get(peer.name)?.push(most - before);
    }
  }
  const ours = median(times.get('ours') ?? []);
  const oursMb = median(memory.get('ours') ?? []);
  for (const { name, gzipBytes } of peers) {
    const ms = median(times.get(name) ?? []);
    const mb = median(memory.get(name) ?? []);
    printFigure({ measure: `zip of ${FILES} MB: ${name}`, value: ms, unit: 'ms' });
    printFigure({ measure: `its page grew meanwhile: ${name}`, value: mb, unit: 'MB' });
    printFigure({ measure: `its code, gzip: ${name}`, value: gzipBytes / 1024, unit: 'KiB' });
    if (name === 'ours') continue;
    printFigure({ measure: `zip: ours / ${name}`, value: ours / ms, unit: '×' });
    printFigure({ measure: `memory: ours / ${name}`, value: oursMb / mb, unit: '×' });
  }
} finally {
  await host.close();
}
