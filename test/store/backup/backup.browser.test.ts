/** Everything out into one file and back in: the same bytes, all or nothing, and two people's notes into one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HELD } from '../../../src/store/backup/holdings.ts';
import { openVault, type Vault } from '../../../src/store/backup/vault.ts';
import { openDatabase } from '../../../src/store/open-database.ts';
import type { Store } from '../../../src/store/store.ts';
import { randomOf } from '../../support/random.ts';
import { randomStore } from '../../support/random-holdings.ts';
import { makeEvent, makeNote, makeSession } from '../../support/records.ts';
import { asNew, newDatabaseName, nowMs, openTestStore } from '../open-test-store.ts';
import { readZipped, zipOf } from './round-trip.ts';

const nameOf = (name: string): string => `${name} (other)`;

describe('backups', () => {
  const opened: { close(): void }[] = [];
  let name: string;
  let vault: Vault;

  beforeEach(async () => {
    name = newDatabaseName();
    vault = await openVault(nowMs, name);
    opened.push(vault);
  });
  afterEach(() => {
    for (const each of opened.splice(0)) each.close();
    indexedDB.deleteDatabase(name);
  });

  const openStore = async (database = name): Promise<Store> => {
    const store = await openTestStore(database, null);
    opened.push(store);
    return store;
  };
  const openOther = async (): Promise<Vault> => {
    const other = await openVault(nowMs, newDatabaseName());
    opened.push(other);
    return other;
  };
  const export_ = async (from: Vault): Promise<Blob> => {
    const { holdings, images } = await from.readAll();
    return zipOf(holdings, images);
  };
  const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

  it('hold every object store of the database', async () => {
    const { database } = await openDatabase(name);
    expect([...database.objectStoreNames].sort()).toEqual(Object.keys(HELD).sort());
    database.close();
  });

  it.each([1, 2, 3, 4, 5, 6])('export → restore → export gives the same bytes (seed %i)', async (seed) => {
    const { holdings, images } = await randomStore(randomOf(seed));
    const first = await zipOf(holdings, images);
    await vault.restore(await readZipped(first), { mode: 'replace', nameOf });
    expect(await bytesOf(await export_(vault))).toEqual(await bytesOf(first));
    // And over something else that is there already.
    const other = await openOther();
    const before = await randomStore(randomOf(seed + 100));
    await other.restore(await readZipped(await zipOf(before.holdings, before.images)), {
      mode: 'replace',
      nameOf,
    });
    await other.restore(await readZipped(first), { mode: 'replace', nameOf });
    expect(await bytesOf(await export_(other))).toEqual(await bytesOf(first));
  });

  it('adding the same file twice changes nothing', async () => {
    const store = await randomStore(randomOf(11));
    const backup = await readZipped(await zipOf(store.holdings, store.images));
    const first = await vault.restore(backup, { mode: 'add', nameOf });
    expect(first.added).toBeGreaterThan(0);
    const after = await export_(vault);
    expect(await vault.restore(backup, { mode: 'add', nameOf })).toEqual({
      added: 0,
      updated: 0,
      bothKept: 0,
      step: null,
    });
    expect(await bytesOf(await export_(vault))).toEqual(await bytesOf(after));
  });

  it('what was added can be undone in one step', async () => {
    const store = await openStore();
    const event = makeEvent();
    const here = makeEvent({ name: 'was here' });
    await store.write({ label: 'event-made', puts: [asNew('events', here)] });
    const note = makeNote(event, null, { markdown: 'from a colleague' });
    const { holdings } = await (await openOther()).readAll();
    const added = { ...holdings, events: [event], notes: [note] };
    const { step } = await vault.restore({ holdings: added, images: new Map() }, { mode: 'add', nameOf });
    expect((await store.listNotes(note)).length).toBe(1);
    await store.undo(step ?? undefined);
    expect(await store.listNotes(note)).toEqual([]);
    expect((await store.listEvents()).map(({ id }) => id)).toEqual([here.id]);
  });

  describe('two people with one event', () => {
    const event = makeEvent({ name: 'Harbour Conf' });
    const session = makeSession(event, { title: 'Queues' });
    const note = makeNote(event, session, { markdown: 'shared' });
    let mine: Store;
    let theirs: Store;
    let theirVault: Vault;

    beforeEach(async () => {
      mine = await openStore();
      const puts = [asNew('events', event), asNew('sessions', session), asNew('notes', note)];
      await mine.write({ label: 'made', puts });
      const theirName = newDatabaseName();
      theirVault = await openVault(nowMs, theirName);
      opened.push(theirVault);
      await theirVault.restore(await readZipped(await export_(vault)), { mode: 'replace', nameOf });
      theirs = await openStore(theirName);
    });

    const edit = async (store: Store, markdown: string): Promise<void> => {
      const [current] = await store.getNotes([note.id]);
      if (current == null) throw new Error('no note');
      await store.write({
        label: 'note-edited',
        puts: [{ type: 'notes', base: current.revision, record: { ...current, markdown } }],
      });
    };
    const merge = async () =>
      vault.restore(await readZipped(await export_(theirVault)), { mode: 'add', nameOf });
    const texts = async (): Promise<string[]> => (await mine.listNotes(note)).map(({ markdown }) => markdown);

    it('takes their later version of what was not changed here', async () => {
      await edit(theirs, 'longer');
      await edit(theirs, 'longer still');
      expect(await merge()).toMatchObject({ added: 0, updated: 1, bothKept: 0 });
      expect(await texts()).toEqual(['longer still']);
    });

    it('keeps the later version that is here', async () => {
      await edit(mine, 'mine');
      await edit(mine, 'mine, twice');
      expect(await merge()).toMatchObject({ added: 0, updated: 0, bothKept: 0, step: null });
      expect(await texts()).toEqual(['mine, twice']);
    });

    it('keeps both versions, one behind the other, however often each was changed, and only once', async () => {
      await edit(mine, 'mine');
      await edit(theirs, 'theirs');
      await edit(theirs, 'theirs, twice');
      const after = makeNote(event, session, { markdown: 'what follows' });
      await mine.write({ label: 'kept', puts: [asNew('notes', after)] });
      expect(await merge()).toMatchObject({ added: 0, updated: 0, bothKept: 1 });
      expect(await texts()).toEqual(['mine', 'theirs, twice', 'what follows']);
      expect(await merge()).toMatchObject({ added: 0, updated: 0, bothKept: 0, step: null });
      expect(await texts()).toHaveLength(3);
    });

    it('what is deleted on one side lives while it lives on the other', async () => {
      await theirs.write({
        label: 'note-deleted',
        puts: [{ type: 'notes', base: 1, record: { ...note, deletedAt: '2026-09-05T10:00:00.000Z' } }],
      });
      expect(await merge()).toMatchObject({ added: 0, updated: 0 });
      expect(await texts()).toEqual(['shared']);
      await mine.write({
        label: 'note-deleted',
        puts: [{ type: 'notes', base: 1, record: { ...note, deletedAt: '2026-09-05T10:00:00.000Z' } }],
      });
      await theirs.undo();
      expect(await merge()).toMatchObject({ updated: 1 });
      expect(await texts()).toEqual(['shared']);
    });

    it('a session or an event that both changed stands beside the other, out of the post', async () => {
      for (const [store, title] of [
        [mine, 'Queues, mine'],
        [theirs, 'Queues, theirs'],
      ] as const) {
        await store.write({
          label: 'edited',
          puts: [
            { type: 'sessions', base: 1, record: { ...session, title } },
            { type: 'events', base: 1, record: { ...event, venue: title } },
          ],
        });
      }
      expect(await merge()).toMatchObject({ bothKept: 2 });
      const sessions = await mine.listSessions(event.id);
      expect(sessions.map(({ title, leftOut }) => [title, leftOut])).toEqual([
        ['Queues, mine', false],
        ['Queues, theirs', true],
      ]);
      expect((await mine.listEvents()).map(({ name }) => name).sort()).toEqual([
        'Harbour Conf',
        'Harbour Conf (other)',
      ]);
    });
  });
});
