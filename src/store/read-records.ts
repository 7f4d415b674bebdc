/** Reads records from the database; whatever fails is told as an error of ours. */
import type { IDBPDatabase } from 'idb';
import { addressKey } from '../model/address.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Note, Place } from '../model/note.ts';
import { byOrder } from '../model/order.ts';
import { named } from './failures.ts';
import { type LanyardSchema, type NoteRow, placeKey } from './schema.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { type OnDamaged, type SoundRows, soundRows } from './sound-rows.ts';
import type { Store } from './store.ts';

type Reads = Pick<
  Store,
  | 'listEvents'
  | 'getEvent'
  | 'listSessions'
  | 'getSession'
  | 'listNotes'
  | 'listEventNotes'
  | 'listAllNotes'
  | 'listNotePage'
  | 'getNotes'
  | 'lastNoteOrder'
  | 'listRecentNotes'
  | 'countNotes'
  | 'findLink'
  | 'getImage'
  | 'listImages'
  | 'getPost'
  | 'getBlob'
  | 'getSettings'
>;

const LAST = '\uffff';

const inPlace = (place: Place): IDBKeyRange => {
  const key = placeKey(place);
  return IDBKeyRange.bound([key], [key, LAST]);
};

const notesOf = (rows: readonly NoteRow[]): Note[] => rows.map((row) => row.note);

const alive = (record: { readonly deletedAt: string | null } | undefined): boolean =>
  record?.deletedAt === null;

const read = (database: IDBPDatabase<LanyardSchema>, rows: SoundRows): Reads => ({
  listEvents: async () => {
    const events: ConferenceEvent[] = await rows.all('events');
    return events.filter(alive).sort((left, right) => (left.id < right.id ? 1 : -1));
  },
  getEvent: async (id) => {
    const event = await rows.one('events', id);
    return event !== undefined && alive(event) ? event : null;
  },
  listSessions: async (eventId) => {
    const sessions = await rows.all('sessions', 'byEvent', eventId);
    return sessions.filter(alive).sort(byOrder);
  },
  getSession: async (id) => {
    const session = await rows.one('sessions', id);
    return session !== undefined && alive(session) ? session : null;
  },
  listNotes: async (place) => notesOf(await rows.all('notes', 'byPlace', inPlace(place))),
  listEventNotes: async (eventId) =>
    notesOf(await rows.all('notes', 'byPlace', IDBKeyRange.bound([`${eventId}/`], [`${eventId}/${LAST}`]))),
  listAllNotes: async () => {
    return notesOf(await rows.all('notes', 'byCapture')).reverse();
  },
  listNotePage: async (afterId, limit) => {
    const range = afterId === null ? null : IDBKeyRange.lowerBound(afterId, true);
    const [keys, found] = await Promise.all([
      database.getAllKeys('notes', range, limit),
      rows.all('notes', null, range, limit),
    ]);
    return {
      notes: notesOf(found.filter(({ note }) => alive(note))),
      nextId: keys.length < limit ? null : (keys.at(-1) ?? null),
    };
  },
  getNotes: async (ids) => {
    const found = await Promise.all(ids.map((id) => rows.one('notes', id)));
    return found.map((row) => (row !== undefined && alive(row.note) ? row.note : null));
  },
  lastNoteOrder: async (place) => {
    const index = database.transaction('notes').store.index('byPlace');
    return (await index.openKeyCursor(inPlace(place), 'prev'))?.key[1] ?? null;
  },
  listRecentNotes: async (limit) => {
    const keys: Id[] = [];
    let cursor = await database.transaction('notes').store.index('byCapture').openKeyCursor(null, 'prev');
    while (cursor !== null && keys.length < limit) {
      keys.push(cursor.primaryKey);
      cursor = await cursor.continue();
    }
    const found = await Promise.all(keys.map((key) => rows.one('notes', key)));
    return found.flatMap((row) => (row === undefined ? [] : [row.note]));
  },
  countNotes: async (eventId) => {
    const transaction = database.transaction(['notes', 'sessions']);
    const index = transaction.objectStore('notes').index('byPlace');
    const sessionIds =
      eventId === null ? [] : await transaction.objectStore('sessions').index('byEvent').getAllKeys(eventId);
    const ids: (Id | null)[] = [null, ...sessionIds];
    const counts = await Promise.all(ids.map((sessionId) => index.count(inPlace({ eventId, sessionId }))));
    return new Map(ids.map((id, position) => [id, counts[position] ?? 0]));
  },
  findLink: async (place, address) => {
    const row = await database.getFromIndex('notes', 'byAddress', [placeKey(place), addressKey(address)]);
    return row?.note.kind === 'link' ? row.note : null;
  },
  getImage: async (id) => (await rows.one('images', id)) ?? null,
  listImages: async (eventId) => rows.all('images', 'byEvent', eventId),
  getPost: async (eventId) => (await rows.all('posts', 'byEvent', eventId)).find(alive) ?? null,
  getBlob: async (hash) => (await database.get('blobs', hash)) ?? null,
  getSettings: async () => ({ ...DEFAULT_SETTINGS, ...(await database.get('settings', 'settings')) }),
});

/** The store's questions. @throws StoreFailure */
export const readRecords = (database: IDBPDatabase<LanyardSchema>, onDamaged: OnDamaged): Reads => {
  const asked = Object.entries(read(database, soundRows(database, onDamaged))) as [
    string,
    (...given: unknown[]) => Promise<unknown>,
  ][];
  return Object.fromEntries(
    asked.map(([operation, ask]) => [operation, (...given: unknown[]) => named(operation, ask(...given))]),
  ) as unknown as Reads;
};
