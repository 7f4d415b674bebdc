/** Databases that are short of stores, cut off in a migration, or written by a page of the version before: all come out whole. */
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openCopies } from '../../src/store/copy/copy-files.ts';
import type { CopiedText } from '../../src/store/copy/keep-copy.ts';
import { DATABASE_VERSION, dataVersionOf, MIGRATIONS } from '../../src/store/migrations.ts';
import type { Store } from '../../src/store/store.ts';
import { makeEvent, makeNote } from '../support/records.ts';
import { buildVersion, type SeededRecords } from './earlier-versions.ts';
import { asNew, newDatabaseName, openTestStore } from './open-test-store.ts';

const versions = MIGRATIONS.map((_, index) => index + 1);
const storesOf = (version: number): string[] =>
  MIGRATIONS.slice(0, version).flatMap(({ adds }) => Object.keys(adds));
const indexes = MIGRATIONS.flatMap(({ adds }) =>
  Object.entries(adds).flatMap(([store, [, made = {}]]) =>
    Object.keys(made).map((index) => [store, index] as const),
  ),
);

describe('half-made databases', () => {
  let name: string;
  const opened: Store[] = [];

  beforeEach(() => {
    name = newDatabaseName();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    for (const store of opened.splice(0)) store.close();
    indexedDB.deleteDatabase(name);
  });

  const open = async (onBlocked?: () => void): Promise<Store> => {
    const store = await openTestStore(name, null, onBlocked);
    opened.push(store);
    return store;
  };
  /** Everything that was seeded, but for what lay in `lost`. */
  const expectWhole = async (store: Store, seed: SeededRecords, lost = ''): Promise<void> => {
    const has = (kind: string): number => (kind === lost ? 0 : 1);
    expect(await store.listEvents()).toHaveLength(has('events'));
    expect(await store.listSessions(seed.event.id)).toHaveLength(has('sessions'));
    expect(await store.listAllNotes()).toHaveLength(2 * has('notes'));
    expect(await store.listImages(seed.event.id)).toHaveLength(has('images'));
    expect(await store.listDrafts()).toHaveLength(has('drafts'));
    expect((await store.getSettings()).currentEventId).toBe(lost === 'settings' ? null : seed.event.id);
    expect(await (await store.getBlob('a-hash'))?.text()).toBe(lost === 'blobs' ? undefined : 'the bytes');
    const note = makeNote(seed.event, null, { revision: 0, markdown: 'written after' });
    await store.write({ label: 'note-kept', puts: [asNew('notes', note)] });
    expect((await store.getNotes([note.id]))[0]?.markdown).toBe('written after');
    expect((await store.undo()).label).toBe('note-kept');
  };
  const numberKept = async (): Promise<number> => {
    const { version = 0 } = (await indexedDB.databases()).find(({ name: other }) => other === name) ?? {};
    return version;
  };

  it.each(versions)('one that something else made empty, with version %i, is made whole', async (version) => {
    (await openDB(name, version)).close();
    const store = await open();
    expect(await store.listEvents()).toEqual([]);
    const event = makeEvent({ revision: 0 });
    await store.write({ label: 'event-made', puts: [asNew('events', event)] });
    store.close();
    expect((await (await open()).listEvents()).map(({ id }) => id)).toEqual([event.id]);
    expect(dataVersionOf(await numberKept())).toBe(DATABASE_VERSION);
  });

  it.each(versions.flatMap((version) => storesOf(version).map((store) => [version, store] as const)))(
    'one of version %i without %s keeps the rest',
    async (version, lost) => {
      const seed = await buildVersion(name, version, (database) => database.deleteObjectStore(lost));
      await expectWhole(await open(), seed, lost);
      // A second surface, and the next start, find it as it is and do not mend it again.
      const kept = await numberKept();
      await expectWhole(await open(), seed, lost);
      expect(await numberKept()).toBe(kept);
    },
  );

  it.each(indexes)('one whose %s lack the index %s finds all by it again', async (storeName, index) => {
    const seed = await buildVersion(name, DATABASE_VERSION, (_, transaction) =>
      transaction.objectStore(storeName).deleteIndex(index),
    );
    await expectWhole(await open(), seed);
  });

  it('two surfaces that find it short at the same time both open it', async () => {
    const seed = await buildVersion(name, DATABASE_VERSION, (database) =>
      database.deleteObjectStore('posts'),
    );
    const stores = await Promise.all([open(), open(), open()]);
    const reopened = await Promise.all(
      stores.map((store) =>
        store.listEvents().then(
          () => store,
          () => open(),
        ),
      ),
    );
    for (const store of reopened) await expectWhole(store, seed);
  });

  it('a newer version’s is left as it is, also one that was mended', async () => {
    const newer = 1000 + DATABASE_VERSION + 1;
    (await openDB(name, newer)).close();
    await expect(open()).rejects.toMatchObject({ details: { operation: 'open' } });
    expect(await numberKept()).toBe(newer);
  });

  it.each(versions)(
    'an upgrade of version %i, called off before it is on disk, comes out whole',
    async (version) => {
      const seed = await buildVersion(name, version, (database) => {
        // From today's version there is nothing to migrate but what is missing.
        if (version === DATABASE_VERSION) database.deleteObjectStore('posts');
      });
      const { createObjectStore } = IDBDatabase.prototype;
      vi.spyOn(IDBDatabase.prototype, 'createObjectStore').mockImplementation(function (
        this: IDBDatabase,
        ...args
      ) {
        const store = createObjectStore.apply(this, args);
        queueMicrotask(() => store.transaction.abort());
        return store;
      });
      await expect(open()).rejects.toMatchObject({ details: { operation: 'open' } });
      vi.restoreAllMocks();
      await expectWhole(await open(), seed);
    },
  );

  it.each(versions.slice(0, -1))(
    'before the migration from version %i a copy of everything is taken',
    async (version) => {
      const seed = await buildVersion(name, version);
      await open();
      const file = await openCopies(name).texts.read(`before-version-${DATABASE_VERSION}.json`);
      const copied = JSON.parse((await file?.text())?.split('\n')[1] ?? 'null') as CopiedText | null;
      expect(copied?.dataVersion).toBe(version);
      expect(copied?.holdings.events.map(({ id }) => id)).toEqual([seed.event.id]);
      expect(copied?.holdings.notes).toHaveLength(2);
      expect(copied?.holdings.drafts.map(({ text }) => text)).toEqual(['half a line']);
    },
  );

  it.each(versions.slice(0, -1))(
    'a page of version %i that writes on while and after the database is upgraded',
    async (version) => {
      const seed = await buildVersion(name, version);
      // As a page of the version before does: it writes without end, and gives way only when its transaction is done.
      const old = await openDB(name, version);
      let isClosing = false;
      let written = 0;
      old.addEventListener('versionchange', () => {
        isClosing = true;
        old.close();
      });
      const write = async (): Promise<void> => {
        const note = makeNote(seed.event, null, { markdown: `old ${written}` });
        const row = {
          id: note.id,
          order: note.order,
          capturedAt: note.capturedAt,
          place: `${seed.event.id}/`,
        };
        await old.put('notes', { ...row, note });
        written += 1;
      };
      await write();
      const storm = (async () => {
        while (!isClosing) await write().catch(() => undefined);
      })();
      const store = await open();
      await storm;
      // Afterwards it is refused, and can only read the new page's words by starting again.
      await expect(write()).rejects.toMatchObject({ name: 'InvalidStateError' });
      expect(await store.listAllNotes()).toHaveLength(2 + written);
      expect((await store.listAllNotes()).filter(({ markdown }) => markdown.startsWith('old'))).toHaveLength(
        written,
      );
    },
  );

  it('a page of the version before that does not give way: the person is told, and nothing is lost', async () => {
    const seed = await buildVersion(name, 1);
    const old = await openDB(name, 1);
    const told = Promise.withResolvers<void>();
    const opening = open(told.resolve);
    await told.promise;
    await old.put('drafts', {
      target: 'old',
      text: 'still typing',
      caret: 0,
      baseRevision: 0,
      updatedAt: seed.event.createdAt,
    });
    old.close();
    const store = await opening;
    expect((await store.getDraft('old'))?.text).toBe('still typing');
    await expect(old.put('drafts', { target: 'old' })).rejects.toMatchObject({ name: 'InvalidStateError' });
  });
});
