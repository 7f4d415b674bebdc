import { describe, expect, it } from 'vitest';
import { bundleFiles } from '../../src/export/bundle-files.ts';
import { zipBundle } from '../../src/export/zip-bundle.ts';
import { readZip } from '../support/unzip.ts';

const POST = {
  folder: '한강-2024',
  path: 'index.md',
  text: '---\ntitle: "x"\n---\n\nbody\n',
  images: [
    { path: '1.png', imageId: 'a', hash: 'h1' },
    { path: '2.jpg', imageId: 'b', hash: 'h2' },
  ],
};
const read = async ({ hash }: { readonly hash: string }): Promise<Blob> => new Blob([`bytes of ${hash}`]);

describe('bundleFiles', () => {
  it('gives the post and its images in order', async () => {
    const files = bundleFiles(POST, read);
    expect(files.map(({ path }) => path)).toEqual([
      '한강-2024/index.md',
      '한강-2024/1.png',
      '한강-2024/2.jpg',
    ]);
    expect(await Promise.all(files.map(async (file) => (await file.read()).text()))).toEqual([
      POST.text,
      'bytes of h1',
      'bytes of h2',
    ]);
  });

  it.each([
    ['../../etc', 'passwd', 'etc/passwd'],
    ['', '_posts/2024-05-10-x.md', '_posts/2024-05-10-x.md'],
    ['con', 'index.md', 'con-1/index.md'],
    ['a\\..\\b', './x.md', 'a-..-b/x.md'],
    ['/abs', 'C:\\x.md', 'abs/C-x.md'],
  ])('keeps %s, %s inside the bundle', (folder, path, expected) => {
    expect(bundleFiles({ ...POST, folder, path, images: [] }, read)[0]?.path).toBe(expected);
  });

  it('reads an image only when its turn comes', async () => {
    let reads = 0;
    const files = bundleFiles(POST, async (image) => {
      reads += 1;
      return read(image);
    });
    await files[0]?.read();
    expect(reads).toBe(0);
  });
});

describe('zipBundle', () => {
  const MODIFIED = new Date(2024, 4, 10, 12, 0, 0);

  it('is a zip, names and bytes right, stored', async () => {
    const zip = await zipBundle(bundleFiles(POST, read), MODIFIED);
    expect(zip.type).toBe('application/zip');
    const files = readZip(Buffer.from(await zip.arrayBuffer()));
    expect([...files].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['한강-2024/index.md', POST.text],
      ['한강-2024/1.png', 'bytes of h1'],
      ['한강-2024/2.jpg', 'bytes of h2'],
    ]);
  });

  it('gives the same bytes for the same files', async () => {
    const zips = await Promise.all([1, 2].map(() => zipBundle(bundleFiles(POST, read), MODIFIED)));
    const [first, second] = await Promise.all(zips.map(async (zip) => Buffer.from(await zip.arrayBuffer())));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });

  it('rejects with what a file could not be read for', async () => {
    const broken = bundleFiles(POST, () => Promise.reject(new Error('gone')));
    await expect(zipBundle(broken, MODIFIED)).rejects.toThrow('gone');
  });
});
