/** What a zip may hold: so many files, so large, each once, and none that unpacks to more than its bytes can be. */
import { expect, it } from 'vitest';
import { openZip } from '../../src/export/read-zip.ts';
import { zipBundle } from '../../src/export/zip-bundle.ts';

const LIMITS = { entries: 3, fileBytes: 1000, totalBytes: 2000 };

const zipOf = (sizes: Readonly<Record<string, number>>): Promise<Blob> =>
  zipBundle(
    Object.entries(sizes).map(([path, size]) => ({ path, read: async () => new Blob(['x'.repeat(size)]) })),
    new Date(2026, 1, 1),
  );

const tooLarge = { details: { reason: 'too-large' } };

it('takes what is within the limits', async () => {
  const files = await openZip(await zipOf({ 'a.md': 1000, 'b/c.md': 900 }), LIMITS);
  expect([...files.keys()]).toEqual(['a.md', 'b/c.md']);
});

it.each([
  ['a file that is too large', { 'a.md': 1001 }],
  ['files that are too large together', { 'a.md': 900, 'b.md': 900, 'c.md': 900 }],
  ['too many files', { a: 1, b: 1, c: 1, d: 1 }],
])('refuses %s', async (_name, sizes) => {
  await expect(openZip(await zipOf(sizes), LIMITS)).rejects.toMatchObject(tooLarge);
});

it('refuses a file that says to be more than its bytes can unpack to', async () => {
  const bytes = new Uint8Array(await (await zipOf({ 'a.md': 1000 })).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const entry = bytes.findIndex((_, at) => at < bytes.length - 4 && view.getUint32(at, true) === 0x02014b50);
  const saying = async (size: number): Promise<unknown> => {
    view.setUint16(entry + 10, 8, true);
    view.setUint32(entry + 24, size, true);
    return openZip(new Blob([bytes]));
  };
  await expect(saying(1000 * 1040)).resolves.toBeDefined();
  // Below the limit for any file, and more than deflate can do.
  await expect(saying(400 * 1024 * 1024)).rejects.toMatchObject(tooLarge);
});

it('refuses a name that stands twice, also in other letters', async () => {
  for (const path of ['a.md', 'A.md'])
    await expect(
      openZip(
        await zipBundle(
          ['a.md', path].map((name) => ({ path: name, read: async () => new Blob(['x']) })),
          new Date(2026, 1, 1),
        ),
      ),
    ).rejects.toMatchObject({ details: { reason: 'duplicate' } });
});
