/** What is missing is found, also where as much was written since, and never copied over; what was taken back on purpose is no loss. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_HOLDINGS } from '../../src/store/backup/holdings.ts';
import { hexOfHash } from '../../src/store/backup/sha-256.ts';
import { openVault } from '../../src/store/backup/vault.ts';
import { openCopies } from '../../src/store/copy/copy-files.ts';
import { createCopyKeeper } from '../../src/store/copy/copy-keeper.ts';
import { COPY } from '../../src/store/copy/keep-copy.ts';
import { findLoss, type Loss, readSentinel, writeSentinel } from '../../src/store/copy/sentinel.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import type { Store } from '../../src/store/store.ts';
import { makeEvent, makeNote } from '../support/records.ts';
import { asNew, newDatabaseName, nowMs, openTestStore } from './open-test-store.ts';

const event = makeEvent();

describe('a database that has less than it should', () => {
  let name: string;
  let store: Store;
  /** Each copy is a minute younger than the one before. */
  let laterMs: number;

  beforeEach(async () => {
    name = newDatabaseName();
    laterMs = 0;
    store = await openTestStore(name, null);
    await store.write({ label: 'event-created', puts: [asNew('events', { ...event, revision: 0 })] });
  });
  afterEach(async () => {
    store.close();
    indexedDB.deleteDatabase(name);
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(`copy-of-${name}`, { recursive: true });
  });

  const keep = async (markdown: string): Promise<void> =>
    store.write({
      label: 'note-kept',
      puts: [asNew('notes', makeNote(event, null, { revision: 0, markdown }))],
    });
  const copy = async (): Promise<string> => {
    laterMs += 60_000;
    await createCopyKeeper(() => Date.now() + laterMs, name).changed();
    return (await (await openCopies(name).texts.read(COPY))?.text()) ?? '';
  };
  const loss = async (): Promise<Loss | null> => {
    const { database } = await openDatabase(name);
    try {
      return await findLoss(database, name);
    } finally {
      database.close();
    }
  };
  /** As a log that is cut off leaves it: the last note and its step are gone, and the next step has their number. */
  const loseLastNote = async (): Promise<void> => {
    const { database } = await openDatabase(name);
    const [lost] = await database.getAllKeys('notes');
    const last = (await database.getAllKeys('journal')).at(-1);
    if (lost === undefined || last === undefined) throw new Error('nothing to lose');
    await database.delete('notes', lost);
    await database.delete('journal', last);
    const entry = { label: 'note-kept', at: '2026-09-06T08:00:00.000Z', items: [], undone: false };
    await keep('written since');
    const since = (await database.getAllKeys('journal')).at(-1);
    if (since !== undefined && since !== last) await database.delete('journal', since);
    await database.put('journal', { ...entry, seq: last });
    database.close();
  };

  it('is found out although as many notes and steps were written since, and the copy stays as it is', async () => {
    await keep('the lost sentence');
    expect(await copy()).toContain('the lost sentence');
    await loseLastNote();
    expect((await loss())?.steps).toBe(1);
    const kept = await copy();
    expect(kept).toContain('the lost sentence');
    expect(kept).not.toContain('written since');
  });

  it('is not what was taken back, done again, or pushed out of the journal', async () => {
    await keep('taken back');
    await copy();
    await store.undo();
    expect(await loss()).toBe(null);
    await copy();
    await store.redo();
    expect(await loss()).toBe(null);
    await store.undo();
    await keep('in its place');
    expect(await loss()).toBe(null);
    expect(await copy()).toContain('in its place');
    for (let step = 0; step < 205; step += 1) await keep(`note ${step}`);
    expect(await loss()).toBe(null);
  });

  it('is not what a sentinel of before does not tell', async () => {
    await keep('kept');
    await copy();
    const copies = openCopies(name);
    const { lastStepAt: _untold, ...before } = (await readSentinel(copies)) ?? { counts: null, lastStep: 0 };
    if (before.counts === null) throw new Error('no sentinel');
    await writeSentinel(copies, { counts: before.counts, lastStep: before.lastStep });
    expect(await loss()).toBe(null);
  });

  it('is not what a restoring that failed took back', async () => {
    const bytes = new Blob(['a picture']);
    const hash = await hexOfHash(bytes);
    const vault = await openVault(nowMs, name);
    const images = new Map([
      [hash, async () => bytes],
      [
        'another',
        async () => {
          // Another surface keeps a line meanwhile.
          void copy();
          await new Promise((resolve) => setTimeout(resolve, 400));
          throw new DOMException('the file is gone', 'NotFoundError');
        },
      ],
    ]);
    const restoring = vault.restore({ holdings: NO_HOLDINGS, images }, { mode: 'add', nameOf: String });
    await expect(restoring).rejects.toMatchObject({ details: { operation: 'restore' } });
    vault.close();
    await copy();
    expect(await loss()).toBe(null);
    expect(await store.getBlob(hash)).toBe(null);
  });
});
