/** Records that lost their shape or cannot be read any more: the others are shown, and each of them is told once asked for. */
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openVault } from '../../src/store/backup/vault.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { DamagedRow } from '../../src/store/sound-rows.ts';
import type { Store } from '../../src/store/store.ts';
import { buildVersion, type SeededRecords } from './earlier-versions.ts';
import { newDatabaseName, nowMs } from './open-test-store.ts';

describe('damaged records', () => {
  let name: string;
  let seed: SeededRecords;
  let store: Store | undefined;
  let told: DamagedRow[];

  beforeEach(async () => {
    name = newDatabaseName();
    seed = await buildVersion(name, 2);
    told = [];
  });
  afterEach(() => {
    vi.restoreAllMocks();
    store?.close();
    indexedDB.deleteDatabase(name);
  });

  const open = async (): Promise<Store> => {
    store = await openStore({ nowMs, mirror: null, name, onDamaged: (row) => told.push(row) });
    return store;
  };
  const put = async (storeName: string, row: object): Promise<void> => {
    const database = await openDB(name);
    await database.put(storeName, row);
    database.close();
  };
  /** Every question that a surface asks. */
  const askAll = async (opened: Store) => ({
    events: (await opened.listEvents()).map(({ id }) => id),
    sessions: (await opened.listSessions(seed.event.id)).map(({ id }) => id),
    notes: (await opened.listEventNotes(seed.event.id)).map(({ id }) => id).sort(),
    place: (await opened.listNotes(seed.note)).map(({ id }) => id),
    all: (await opened.listAllNotes()).map(({ id }) => id).sort(),
    recent: (await opened.listRecentNotes(9)).map(({ id }) => id).sort(),
    page: (await opened.listNotePage(null, 9)).notes.map(({ id }) => id).sort(),
    images: (await opened.listImages(seed.event.id)).map(({ id }) => id),
    post: (await opened.getPost(seed.event.id))?.id ?? null,
  });

  it.each([
    ['events', { id: 'bad', name: 7 }],
    [
      'events',
      {
        id: 'bad',
        name: 'x',
        slug: '',
        timeZone: 'UTC',
        venue: '',
        url: '',
        language: 'en',
        description: '',
      },
    ],
    ['sessions', { id: 'bad', eventId: 'EVENT', title: null }],
    ['notes', { id: 'bad', place: 'EVENT/', order: 'a0', capturedAt: '2026-09-05T00:00:00.000Z' }],
    [
      'notes',
      {
        id: 'bad',
        place: 'EVENT/',
        order: 'a0',
        capturedAt: '2026-09-05T00:00:00.000Z',
        note: { id: 'bad', markdown: {} },
      },
    ],
    [
      'notes',
      { id: 'bad', place: 'EVENT/', order: 'a0', capturedAt: '2026-09-05T00:00:00.000Z', note: 'text' },
    ],
    ['images', { id: 'bad', eventId: 'EVENT' }],
    ['posts', { id: '0-bad', eventId: 'EVENT', source: [] }],
  ] as const)('%s: %j', async (storeName, shape) => {
    const before = await askAll(await open());
    store?.close();
    const row = JSON.parse(JSON.stringify(shape).replaceAll('EVENT', seed.event.id));
    await put(storeName, row);
    const after = await askAll(await open());
    expect(after).toEqual(before);
    expect(told[0]).toEqual({ store: storeName, key: row.id, value: row });
    expect(new Set(told.map(({ store: at, key }) => `${at}/${key}`)).size).toBe(1);
    expect(await store?.getEvent('bad')).toBeNull();
    expect(await store?.getNotes(['bad', seed.note.id])).toMatchObject([null, { id: seed.note.id }]);
  });

  it('one whose bytes are gone, which fails every reading that comes across it', async () => {
    const real = { get: IDBObjectStore.prototype.get };
    // The browser's own answer to it: the request fails, with this error.
    const failing = (request: IDBRequest): IDBRequest => {
      const listen = request.addEventListener.bind(request);
      Object.defineProperty(request, 'error', { value: new DOMException('Failed to read', 'DataError') });
      request.addEventListener = (type: string, listener: unknown) => {
        if (type === 'error') listen('success', listener as EventListener);
      };
      return request;
    };
    const getAll = IDBObjectStore.prototype.getAll;
    const getAllOfIndex = IDBIndex.prototype.getAll;
    const opened = await open();
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
      const request = getAll.apply(this, args);
      return this.name === 'notes' ? failing(request) : request;
    });
    vi.spyOn(IDBIndex.prototype, 'getAll').mockImplementation(function (this: IDBIndex, ...args) {
      const request = getAllOfIndex.apply(this, args);
      return this.objectStore.name === 'notes' ? failing(request) : request;
    });
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      const request = real.get.call(this, key);
      return key === seed.note.id ? failing(request) : request;
    });
    const found = await askAll(opened);
    expect([found.events, found.sessions]).toEqual([[seed.event.id], [seed.session.id]]);
    expect([found.notes, found.place, found.all, found.page]).toEqual([
      [seed.link.id],
      [],
      [seed.link.id],
      [seed.link.id],
    ]);
    expect(told).toContainEqual({ store: 'notes', key: seed.note.id });
    // A backup has all that can be read.
    const vault = await openVault(nowMs, name);
    const { holdings, images } = await vault.readAll();
    vault.close();
    expect(holdings.notes.map(({ id }) => id)).toEqual([seed.link.id]);
    expect(holdings.events.map(({ id }) => id)).toEqual([seed.event.id]);
    expect(holdings.settings).toMatchObject([{ key: 'settings' }]);
    expect(images.size).toBe(1);
  });
});
