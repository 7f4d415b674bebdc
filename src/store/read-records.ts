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

const read = (database: IDBPDatabase<LanyardSchema>): Reads => ({
  listEvents: async () => {
    const events: ConferenceEvent[] = await database.getAll('events');
    return events.filter(alive).sort((left, right) => (left.id < right.id ? 1 : -1));
  },
  getEvent: async (id) => {
    const event = await database.get('events', id);
    return event !== undefined && alive(event) ? event : null;
  },
  listSessions: async (eventId) => {
    const sessions = await database.getAllFromIndex('sessions', 'byEvent', eventId);
    return sessions.filter(alive).sort(byOrder);
  },
  getSession: async (id) => {
    const session = await database.get('sessions', id);
    return session !== undefined && alive(session) ? session : null;
  },
  listNotes: async (place) => notesOf(await database.getAllFromIndex('notes', 'byPlace', inPlace(place))),
  listEventNotes: async (eventId) =>
    notesOf(
      await database.getAllFromIndex(
        'notes',
        'byPlace',
        IDBKeyRange.bound([`${eventId}/`], [`${eventId}/${LAST}`]),
      ),
    ),
  listAllNotes: async () => {
    const rows = await database.getAllFromIndex('notes', 'byCapture');
    return notesOf(rows).reverse();
  },
  listNotePage: async (afterId, limit) => {
    const range = afterId === null ? null : IDBKeyRange.lowerBound(afterId, true);
    const rows = await database.getAll('notes', range, limit);
    return {
      notes: notesOf(rows.filter(({ note }) => alive(note))),
      nextId: rows.length < limit ? null : (rows.at(-1)?.id ?? null),
    };
  },
  getNotes: async (ids) => {
    const transaction = database.transaction('notes');
    const rows = await Promise.all(ids.map((id) => transaction.store.get(id)));
    return rows.map((row) => (row !== undefined && alive(row.note) ? row.note : null));
  },
  lastNoteOrder: async (place) => {
    const cursor = await database
      .transaction('notes')
      .store.index('byPlace')
      .openCursor(inPlace(place), 'prev');
    return cursor?.value.order ?? null;
  },
  listRecentNotes: async (limit) => {
    const notes: Note[] = [];
    let cursor = await database.transaction('notes').store.index('byCapture').openCursor(null, 'prev');
    while (cursor !== null && notes.length < limit) {
      notes.push(cursor.value.note);
      cursor = await cursor.continue();
    }
    return notes;
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
  getImage: async (id) => (await database.get('images', id)) ?? null,
  listImages: async (eventId) => database.getAllFromIndex('images', 'byEvent', eventId),
  getPost: async (eventId) =>
    (await database.getAllFromIndex('posts', 'byEvent', eventId)).find(alive) ?? null,
  getBlob: async (hash) => (await database.get('blobs', hash)) ?? null,
  getSettings: async () => ({ ...DEFAULT_SETTINGS, ...(await database.get('settings', 'settings')) }),
});

/** The store's questions. @throws StoreFailure */
export const readRecords = (database: IDBPDatabase<LanyardSchema>): Reads => {
  const ask = read(database);
  return {
    listEvents: () => named('listEvents', ask.listEvents()),
    getEvent: (id) => named('getEvent', ask.getEvent(id)),
    listSessions: (eventId) => named('listSessions', ask.listSessions(eventId)),
    getSession: (id) => named('getSession', ask.getSession(id)),
    listNotes: (place) => named('listNotes', ask.listNotes(place)),
    listEventNotes: (eventId) => named('listEventNotes', ask.listEventNotes(eventId)),
    listAllNotes: () => named('listAllNotes', ask.listAllNotes()),
    listNotePage: (afterId, limit) => named('listNotePage', ask.listNotePage(afterId, limit)),
    getNotes: (ids) => named('getNotes', ask.getNotes(ids)),
    lastNoteOrder: (place) => named('lastNoteOrder', ask.lastNoteOrder(place)),
    listRecentNotes: (limit) => named('listRecentNotes', ask.listRecentNotes(limit)),
    countNotes: (eventId) => named('countNotes', ask.countNotes(eventId)),
    findLink: (place, address) => named('findLink', ask.findLink(place, address)),
    getImage: (id) => named('getImage', ask.getImage(id)),
    listImages: (eventId) => named('listImages', ask.listImages(eventId)),
    getPost: (eventId) => named('getPost', ask.getPost(eventId)),
    getBlob: (hash) => named('getBlob', ask.getBlob(hash)),
    getSettings: () => named('getSettings', ask.getSettings()),
  };
};
