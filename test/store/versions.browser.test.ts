/** Databases of other versions: older ones are migrated, a newer one closes this connection, damage is told by name. */
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreFailure } from '../../src/model/errors.ts';
import { DATABASE_VERSION, MIGRATIONS } from '../../src/store/migrations.ts';
import type { Store } from '../../src/store/store.ts';
import { makeEvent, makeNote } from '../support/records.ts';
import { buildVersion, SEEDED } from './earlier-versions.ts';
import { asNew, newDatabaseName, openTestStore } from './open-test-store.ts';

describe('versions of the database', () => {
  let name: string;
  let store: Store | undefined;

  beforeEach(() => {
    name = newDatabaseName();
    store = undefined;
  });
  afterEach(() => {
    store?.close();
    indexedDB.deleteDatabase(name);
  });

  it('has a builder for every version that was ever written', () => {
    expect(Object.keys(SEEDED).map(Number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it.each(MIGRATIONS.map((_, index) => index + 1))(
    'opens a database of version %i with all that is in it',
    async (version) => {
      const seed = await buildVersion(name, version);
      store = await openTestStore(name);
      expect((await store.listEvents()).map(({ id }) => id)).toEqual([seed.event.id]);
      expect((await store.listSessions(seed.event.id)).map(({ id }) => id)).toEqual([seed.session.id]);
      expect((await store.listNotes(seed.note)).map(({ markdown }) => markdown)).toEqual([
        seed.note.markdown,
      ]);
      expect((await store.findLink(seed.link, 'https://example.org/talk'))?.id).toBe(seed.link.id);
      expect(await (await store.getBlob(seed.image.hash))?.text()).toBe('the bytes');
      expect((await store.getDraft('composer'))?.text).toBe('half a line');
      expect((await store.getSettings()).currentEventId).toBe(seed.event.id);
      const post = await store.getPost(seed.event.id);
      expect(post?.source ?? null).toBe(version < 2 ? null : '# A day\r\n');
      expect((await store.undo()).label).toBe('note-kept');
    },
  );

  it('closes for a newer version, and says so to whoever writes or reads afterwards', async () => {
    store = await openTestStore(name);
    const newer = await openDB(name, DATABASE_VERSION + 1);
    newer.close();
    const note = makeNote(makeEvent(), null, { revision: 0 });
    const write = store.write({ label: 'kept', puts: [asNew('notes', note)] });
    await expect(write).rejects.toThrow(StoreFailure);
    await expect(write).rejects.toMatchObject({ details: { reason: 'closed' } });
    await expect(store.listEvents()).rejects.toMatchObject({ details: { reason: 'closed' } });
    await expect(store.lastNoteOrder(note)).rejects.toMatchObject({ details: { reason: 'closed' } });
  });

  it('keeps drafts in the mirror when the connection was closed under it', async () => {
    store = await openTestStore(name);
    (await openDB(name, DATABASE_VERSION + 1)).close();
    const updatedAt = '2026-09-05T00:00:00.000Z';
    store.putDraft({ target: 'composer', text: 'typed on', caret: 0, baseRevision: 0, updatedAt });
    expect(localStorage.getItem('draft:composer')).toContain('typed on');
    localStorage.clear();
  });

  it('does not open what a newer build has written, and leaves it as it is', async () => {
    (
      await openDB(name, DATABASE_VERSION + 1, { upgrade: (database) => database.createObjectStore('new') })
    ).close();
    await expect(openTestStore(name)).rejects.toThrow(StoreFailure);
    const newer = await openDB(name);
    expect([newer.version, [...newer.objectStoreNames]]).toEqual([DATABASE_VERSION + 1, ['new']]);
    newer.close();
  });
});
