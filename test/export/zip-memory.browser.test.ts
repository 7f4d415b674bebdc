import { describe, expect, it } from 'vitest';
import type { BundleFile } from '../../src/export/bundle-files.ts';
import { zipBundle } from '../../src/export/zip-bundle.ts';

const MEGABYTE = 1024 * 1024;

const heapBytes = (): number =>
  (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;

/** Files whose bytes exist only while they are read. */
const makeFiles = (count: number): BundleFile[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `x/${index + 1}.png`,
    read: async () => new Blob([new Uint8Array(MEGABYTE).fill(index)]),
  }));

describe('zipBundle', () => {
  it("keeps the bytes of images out of the page's heap", async () => {
    const before = heapBytes();
    const zip = await zipBundle(makeFiles(100), new Date(2024, 0, 1));
    expect(zip.size).toBeGreaterThan(100 * MEGABYTE);
    expect(heapBytes() - before).toBeLessThan(40 * MEGABYTE);
  }, 60_000);
});
