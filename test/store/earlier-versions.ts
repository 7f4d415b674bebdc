/**
 * Databases as each version wrote them, by hand and without the code of today: a new migration adds a builder and
 * changes none.
 */
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { ConferenceEvent } from '../../src/model/event.ts';
import type { Image } from '../../src/model/image.ts';
import type { Note } from '../../src/model/note.ts';
import type { Session } from '../../src/model/session.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';

export interface SeededRecords {
  readonly event: ConferenceEvent;
  readonly session: Session;
  readonly note: Note;
  readonly link: Note;
  readonly image: Image;
}

const records = (): SeededRecords => {
  const event = makeEvent();
  const session = makeSession(event);
  const image = makeImage(event, { hash: 'a-hash' });
  return {
    event,
    session,
    image,
    note: makeNote(event, null, { markdown: `![slide](image:${image.id})` }),
    link: makeNote(event, session, { kind: 'link', url: 'https://example.org/talk', title: 'Talk' }),
  };
};

type VersionChange = IDBPTransaction<unknown, string[], 'versionchange'>;

interface Builder {
  readonly makeStores: (database: IDBPDatabase) => void;
  readonly fill: (database: IDBPDatabase, seed: SeededRecords) => Promise<void>;
}

const VERSION_1: Builder = {
  makeStores: (database) => {
    database.createObjectStore('events', { keyPath: 'id' });
    database.createObjectStore('sessions', { keyPath: 'id' }).createIndex('byEvent', 'eventId');
    const notes = database.createObjectStore('notes', { keyPath: 'id' });
    notes.createIndex('byPlace', ['place', 'order', 'id']);
    notes.createIndex('byCapture', ['capturedAt', 'place']);
    notes.createIndex('byAddress', ['place', 'addressKey']);
    database.createObjectStore('images', { keyPath: 'id' }).createIndex('byEvent', 'eventId');
    database.createObjectStore('blobs');
    database.createObjectStore('drafts', { keyPath: 'target' });
    database.createObjectStore('settings');
    database.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true });
  },
  fill: async (database, { event, session, note, link, image }) => {
    const row = ({ id, order, capturedAt }: Note, place: string, more: object = {}) => ({
      id,
      order,
      capturedAt,
      place,
      ...more,
    });
    await database.put('events', event);
    await database.put('sessions', session);
    await database.put('notes', { ...row(note, `${event.id}/`), note });
    await database.put('notes', {
      ...row(link, `${event.id}/${session.id}`, { addressKey: 'https://example.org/talk' }),
      note: link,
    });
    await database.put('images', image);
    await database.put('blobs', new Blob(['the bytes']), 'a-hash');
    await database.put('drafts', {
      target: 'composer',
      text: 'half a line',
      caret: 11,
      baseRevision: 0,
      updatedAt: '2026-09-05T00:00:00.000Z',
    });
    await database.put('settings', { currentEventId: event.id, heldSession: null }, 'settings');
    await database.put('journal', {
      label: 'note-kept',
      at: '2026-09-05T00:00:00.000Z',
      items: [{ type: 'notes', before: null, after: note }],
      undone: false,
    });
  },
};

const VERSION_2: Builder = {
  makeStores: (database) => {
    VERSION_1.makeStores(database);
    database.createObjectStore('posts', { keyPath: 'id' }).createIndex('byEvent', 'eventId');
  },
  fill: async (database, seed) => {
    await VERSION_1.fill(database, seed);
    await database.put('posts', {
      id: 'a-post',
      createdAt: '2026-09-05T00:00:00.000Z',
      updatedAt: '2026-09-05T00:00:00.000Z',
      revision: 1,
      deletedAt: null,
      eventId: seed.event.id,
      folder: '',
      path: 'index.md',
      source: '# A day\r\n',
      bodyStart: 0,
      fields: {},
      pieces: [],
      images: [],
    });
  },
};

/** By the number of the version. */
export const SEEDED: Readonly<Record<number, Builder>> = { 1: VERSION_1, 2: VERSION_2 };

/**
 * Writes a database of that version with one record of each kind, and closes it.
 *
 * @param harm takes something out of its shape afterwards, under the same number
 */
export const buildVersion = async (
  name: string,
  version: number,
  harm?: (database: IDBPDatabase, transaction: VersionChange) => void,
): Promise<SeededRecords> => {
  const builder = SEEDED[version];
  if (builder === undefined) throw new Error(`no builder for version ${version}`);
  const seed = records();
  if (harm === undefined) {
    const database = await openDB(name, version, { upgrade: (empty) => builder.makeStores(empty) });
    await builder.fill(database, seed);
    database.close();
    return seed;
  }
  // Filled under a lower number would need one below 1: filled, read out, and written again into the harmed shape.
  const whole = await openDB(`${name}-whole`, version, { upgrade: (empty) => builder.makeStores(empty) });
  await builder.fill(whole, seed);
  const harmed = await openDB(name, version, {
    upgrade: (empty, _old, _new, transaction) => {
      builder.makeStores(empty);
      harm(empty, transaction);
    },
  });
  for (const store of harmed.objectStoreNames) {
    const [keys, values] = [await whole.getAllKeys(store), await whole.getAll(store)];
    const isInline = harmed.transaction(store).store.keyPath !== null;
    for (const [index, value] of values.entries())
      await harmed.put(store, value, isInline ? undefined : keys[index]);
  }
  whole.close();
  harmed.close();
  indexedDB.deleteDatabase(`${name}-whole`);
  return seed;
};
