/** The browser's private file system stands in for a folder of the person's: the same handles, without a picker. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type BundleFile, calendarFile } from '../../src/export/bundle-files.ts';
import { planFolder, writeFolder } from '../../src/export/site-folder.ts';
import type { ExportedFile } from '../../src/model/last-export.ts';
import { listFolder, putFile } from './folder.ts';

let root: FileSystemDirectoryHandle;

const file = (path: string, text: string): BundleFile => ({ path, read: async () => new Blob([text]) });

const put = (path: string, text: string): Promise<void> => putFile(root, path, text);

const list = (): Promise<string[]> => listFolder(root);

const exportTo = async (
  files: readonly BundleFile[],
  last: readonly ExportedFile[],
): Promise<{ readonly changes: string[]; readonly written: readonly ExportedFile[] }> => {
  const plan = await planFolder(root, files, last);
  await writeFolder(root, plan);
  return { changes: plan.files.map(({ path, change }) => `${change} ${path}`), written: plan.written };
};

beforeEach(async () => {
  const all = await navigator.storage.getDirectory();
  for await (const name of all.keys()) await all.removeEntry(name, { recursive: true });
  root = await all.getDirectoryHandle('site', { create: true });
});

describe('saving into the site’s folder', () => {
  it('writes new files, changes its own, removes those that are no longer part of the post', async () => {
    await put('posts/other/index.md', 'another post');
    const first = await exportTo(
      [file('posts/day/index.md', 'one'), file('posts/day/1.png', 'p1'), file('posts/day/2.png', 'p2')],
      [],
    );
    expect(first.changes).toEqual(['new posts/day/index.md', 'new posts/day/1.png', 'new posts/day/2.png']);
    const second = await exportTo(
      [file('posts/day/index.md', 'two'), file('posts/day/1.png', 'p1')],
      first.written,
    );
    expect(second.changes).toEqual([
      'changed posts/day/index.md',
      'same posts/day/1.png',
      'removed posts/day/2.png',
    ]);
    expect(await list()).toEqual([
      'posts/day/1.png: p1',
      'posts/day/index.md: two',
      'posts/other/index.md: another post',
    ]);
  });

  it('says what it did not write itself, and never removes what was changed since', async () => {
    const first = await exportTo([file('a.md', 'a'), file('b.png', 'b'), file('c.png', 'c')], []);
    await put('a.md', 'edited by hand');
    await put('b.png', 'edited too');
    const plan = await planFolder(root, [file('a.md', 'a2')], first.written);
    expect(plan.files).toEqual([
      { path: 'a.md', change: 'foreign' },
      { path: 'c.png', change: 'removed' },
    ]);
    expect(await list()).toEqual(['a.md: edited by hand', 'b.png: edited too', 'c.png: c']);
  });

  it('leaves the old state behind when it fails before the end', async () => {
    const first = await exportTo([file('day/index.md', 'old'), file('day/1.png', 'old picture')], []);
    const files = [file('day/index.md', 'new'), file('day/1.png', 'new picture'), file('day/2.png', 'p2')];
    const plan = await planFolder(root, files, first.written);
    const impossible = { path: 'day/index.md/x.md', blob: new Blob(['x']) };
    await expect(writeFolder(root, { ...plan, content: [...plan.content, impossible] })).rejects.toThrow();
    expect(await list()).toEqual(['day/1.png: old picture', 'day/index.md: old']);
    await writeFolder(root, plan);
    expect(await list()).toEqual(['day/1.png: new picture', 'day/2.png: p2', 'day/index.md: new']);
  });

  it.each([0, 1, 2, 3])(
    'is whole wherever it is cut off, and is finished by the next export: cut %i',
    async (cut) => {
      const first = await exportTo([file('day/index.md', 'old, with 1'), file('day/1.png', 'p1')], []);
      const files = [
        file('day/index.md', 'new, with 1, 2, 3'),
        file('day/1.png', 'p1'),
        file('day/2.png', 'p2'),
        file('day/3.png', 'p3'),
      ];
      const close = FileSystemWritableFileStream.prototype.close;
      const { createWritable } = FileSystemFileHandle.prototype;
      const streams: FileSystemWritableFileStream[] = [];
      FileSystemFileHandle.prototype.createWritable = async function (this: FileSystemFileHandle) {
        const stream = await createWritable.call(this);
        streams.push(stream);
        return stream;
      };
      let closed = 0;
      const reached = new Promise<void>((resolve) => {
        // The browser is killed: from here on nothing more happens.
        FileSystemWritableFileStream.prototype.close = function (this: FileSystemWritableFileStream) {
          closed += 1;
          if (closed <= cut) return close.call(this);
          resolve();
          return new Promise(() => undefined);
        };
      });
      try {
        const plan = await planFolder(root, files, first.written);
        await Promise.race([writeFolder(root, plan), reached]);
      } finally {
        FileSystemWritableFileStream.prototype.close = close;
        FileSystemFileHandle.prototype.createWritable = createWritable;
      }
      const after = new Map((await list()).map((line) => line.split(': ') as [string, string]));
      const post = after.get('day/index.md') ?? '';
      expect(['old, with 1', 'new, with 1, 2, 3']).toContain(post);
      // Every picture that the post shows is there, whole.
      for (const number of post.match(/\d/g) ?? []) expect(after.get(`day/${number}.png`)).toBe(`p${number}`);
      // What was never closed is gone with the browser.
      await Promise.allSettled(streams.map((stream) => stream.abort()));
      const again = await exportTo(files, first.written);
      expect(again.changes.every((change) => !/^(?:foreign|removed)/.test(change))).toBe(true);
      expect(await list()).toEqual([
        'day/1.png: p1',
        'day/2.png: p2',
        'day/3.png: p3',
        'day/index.md: new, with 1, 2, 3',
      ]);
    },
  );

  it('refuses a file where a folder stands', async () => {
    await put('day/index.md/inside.txt', 'x');
    await expect(planFolder(root, [file('day/index.md', 'new')], [])).rejects.toThrow();
    expect(await list()).toEqual(['day/index.md/inside.txt: x']);
  });

  it('takes files of any type', async () => {
    await exportTo([{ path: 'x.ics', read: async () => calendarFile('BEGIN') }], []);
    expect(await list()).toEqual(['x.ics: BEGIN']);
  });
});
