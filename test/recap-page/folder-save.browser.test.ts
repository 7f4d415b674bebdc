/**
 * A save into the site's folder is killed at every step that it takes, and then finished or undone. The browser's private file
 * system stands in for the folder, a step that never ends for the kill.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BundleFile } from '../../src/export/bundle-files.ts';
import { planFolder } from '../../src/export/site-folder.ts';
import { isUntouched, writtenBySave } from '../../src/export/undo-save.ts';
import type { Id } from '../../src/model/ids.ts';
import type { ExportedFile } from '../../src/model/last-export.ts';
import type { Instant } from '../../src/model/time.ts';
import { findCutSave, saveIntoFolder, undoCutSave } from '../../src/recap-page/site/folder-save.ts';
import { clearUnfinished, type HeldSave } from '../../src/store/folder-handle.ts';
import { listFolder, putFile } from '../export/folder.ts';

const EVENT = { eventId: 'event' as Id, at: '2026-01-01T00:00:00.000Z' as Instant };

// A killed browser holds no lock; a page whose work never ends would hold it for ever.
Reflect.set(LockManager.prototype, 'request', (_name: string, ...rest: readonly unknown[]) =>
  (rest.at(-1) as (lock: object) => Promise<unknown>)({}),
);

let root: FileSystemDirectoryHandle;

const file = (path: string, text: string): BundleFile => ({ path, read: async () => new Blob([text]) });

/** The state before, the one that is saved, and what lies there that is nobody else's business. */
const FIRST = [file('day/index.md', 'old: 1 2'), file('day/1.png', 'p1'), file('day/2.png', 'p2')];
const SECOND = [
  file('day/index.md', 'new: 1 3 4'),
  file('day/talks/one.md', 'a page'),
  file('day/1.png', 'p1, drawn again'),
  file('day/3.png', 'p3'),
  file('day/more/4.png', 'p4'),
];
const OLD = ['day/1.png: p1', 'day/2.png: p2', 'day/index.md: old: 1 2', 'day/mine.txt: mine'];
const NEW = [
  'day/1.png: p1, drawn again',
  'day/3.png: p3',
  'day/index.md: new: 1 3 4',
  'day/mine.txt: mine',
  'day/more/4.png: p4',
  'day/talks/one.md: a page',
];

const save = async (files: readonly BundleFile[], last: readonly ExportedFile[]) => {
  const cut = await findCutSave();
  const plan = await planFolder(root, files, [...last, ...(cut === null ? [] : writtenBySave(cut.save))]);
  await saveIntoFolder({ folder: root, plan, cut, ...EVENT }, async () => undefined);
  return plan.written;
};

/** What the next opening finds is undone; `null` when nothing was cut off. */
const undo = async (): Promise<HeldSave | null> => {
  const held = await findCutSave();
  if (held !== null) await undoCutSave(held);
  return held;
};

/** Streams that a killed browser would have dropped. */
let streams: FileSystemWritableFileStream[] = [];

/**
 * Lets `count` changes of the folder happen and holds the next one for ever.
 *
 * @returns whether the work came to its end all the same
 */
const cutAfter = async (count: number, work: () => Promise<unknown>): Promise<boolean> => {
  const places = [
    [FileSystemDirectoryHandle.prototype, 'getFileHandle'],
    [FileSystemDirectoryHandle.prototype, 'getDirectoryHandle'],
    [FileSystemDirectoryHandle.prototype, 'removeEntry'],
    [FileSystemFileHandle.prototype, 'createWritable'],
    [FileSystemWritableFileStream.prototype, 'write'],
    [FileSystemWritableFileStream.prototype, 'close'],
  ] as const;
  let left = count;
  let killed: () => void = () => undefined;
  const kill = new Promise<'killed'>((resolve) => {
    killed = () => resolve('killed');
  });
  const originals = places.map(([prototype, name]) => Reflect.get(prototype, name));
  for (const [index, [prototype, name]] of places.entries()) {
    Reflect.set(prototype, name, function (this: object, ...args: unknown[]) {
      const reads = name.startsWith('get') && !(args[1] as { create?: boolean } | undefined)?.create;
      if (!reads) left -= 1;
      if (left < 0) {
        killed();
        return new Promise(() => undefined);
      }
      const answer = originals[index].apply(this, args);
      if (name === 'createWritable') {
        answer.then((stream: FileSystemWritableFileStream) => streams.push(stream));
      }
      return answer;
    });
  }
  try {
    return (await Promise.race([work().then(() => 'done'), kill])) === 'done';
  } finally {
    for (const [index, [prototype, name]] of places.entries()) {
      Reflect.set(prototype, name, originals[index]);
    }
    await Promise.allSettled(streams.map((stream) => stream.abort()));
    streams = [];
  }
};

/** Every picture that the post shows is there. */
const isWhole = (lines: readonly string[]): boolean => {
  const post =
    lines
      .find((line) => line.startsWith('day/index.md'))
      ?.split(': ')
      .at(-1) ?? '';
  return Array.from(post.match(/\d/g) ?? []).every((number) =>
    lines.some((line) => line.includes(`${number}.png: p${number}`)),
  );
};

let first: readonly ExportedFile[];
beforeEach(async () => {
  const all = await navigator.storage.getDirectory();
  for await (const name of all.keys()) await all.removeEntry(name, { recursive: true });
  root = await all.getDirectoryHandle('site', { create: true });
  await clearUnfinished();
  first = await save(FIRST, []);
  await putFile(root, 'day/mine.txt', 'mine');
});

/** Kills at step 0, 1, 2 … (or every `stride`th) until the work is done before the kill. */
const atEveryStep = async (
  work: () => Promise<unknown>,
  then: (step: number) => Promise<void>,
  again: () => Promise<void>,
  stride = 1,
): Promise<number> => {
  for (let step = 0; ; step += stride) {
    await again();
    const done = await cutAfter(step, work);
    await then(step);
    if (done) return step;
  }
};

const startAgain = async (): Promise<void> => {
  await clearUnfinished();
  await root.removeEntry('day', { recursive: true });
  await save(FIRST, []);
  await putFile(root, 'day/mine.txt', 'mine');
};

describe('a save that is cut off', () => {
  it('leaves a whole post at every step, and can be finished', async () => {
    const steps = await atEveryStep(
      () => save(SECOND, first),
      async (step) => {
        expect(isWhole(await listFolder(root)), `step ${step}`).toBe(true);
        await save(SECOND, first);
        expect(await listFolder(root), `step ${step}`).toEqual(NEW);
        expect(await findCutSave()).toBeNull();
      },
      startAgain,
    );
    expect(steps).toBeGreaterThan(20);
  });

  it('can be undone at every step', async () => {
    await atEveryStep(
      () => save(SECOND, first),
      async (step) => {
        const held = await undo();
        expect(await listFolder(root, true), `step ${step}`).toEqual(
          held === null ? ['day/', ...withFolders(NEW)].sort() : ['day/', ...OLD],
        );
        if (held !== null) expect(await isUntouched(root, held.save)).toBe(true);
      },
      startAgain,
    );
  });

  it('can be undone also when the finishing, with a post that was changed since, was cut off too', async () => {
    const third = [file('day/index.md', 'newer: 1 5'), file('day/1.png', 'p1'), file('day/5.png', 'p5')];
    await atEveryStep(
      () => save(third, first),
      async (step) => {
        if ((await undo()) === null) return;
        expect(await listFolder(root, true), `step ${step}`).toEqual(['day/', ...OLD]);
      },
      async () => {
        await startAgain();
        await cutAfter(19, () => save(SECOND, first));
      },
      4,
    );
  });

  it('can be undone again when the undoing was cut off', async () => {
    await atEveryStep(
      undo,
      async (step) => {
        expect(isWhole(await listFolder(root)), `step ${step}`).toBe(true);
        await undo();
        expect(await listFolder(root, true), `step ${step}`).toEqual(['day/', ...OLD]);
      },
      async () => {
        await startAgain();
        await cutAfter(24, () => save(SECOND, first));
      },
    );
  });

  it('keeps what somebody changed since, and what was never ours', async () => {
    await cutAfter(24, () => save(SECOND, first));
    await putFile(root, 'day/index.md', 'edited by hand');
    await putFile(root, 'day/more/theirs.txt', 'theirs');
    await undo();
    const after = await listFolder(root);
    expect(after).toContain('day/index.md: edited by hand');
    expect(after).toContain('day/mine.txt: mine');
    expect(after).toContain('day/more/theirs.txt: theirs');
  });

  it('an empty file of the person’s is there again', async () => {
    await putFile(root, 'day/3.png', '');
    await cutAfter(24, () => save(SECOND, first));
    await undo();
    expect(await listFolder(root)).toContain('day/3.png: ');
  });
});

const withFolders = (lines: readonly string[]): string[] => [...lines, 'day/more/', 'day/talks/'];
