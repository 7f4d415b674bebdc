/** Opens the store on IndexedDB. Every surface opens its own connection; writes are announced to all. */
import { type IDBPDatabase, openDB } from 'idb';
import { addressKey } from '../model/address.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Note, Place } from '../model/note.ts';
import { byOrder } from '../model/order.ts';
import { instantOf } from '../model/time.ts';
import { openChangeChannel, type StoreChange } from './changes.ts';
import { type DraftMirror, forgetMirror, readDraft, readDrafts, sendDraft } from './drafts.ts';
import { asStoreFailure } from './failures.ts';
import { DATABASE_VERSION, MIGRATIONS } from './migrations.ts';
import { DATABASE_NAME, type LanyardSchema, type NoteRow, placeKey } from './schema.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Store } from './store.ts';
import { replayStep, writeStep } from './write-step.ts';

export interface StoreOptions {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** `localStorage` where there is one. */
  readonly mirror: DraftMirror | null;
  readonly name?: string;
  /** Another page holds an older version of the database open. */
  readonly onBlocked?: () => void;
}

const openDatabase = (options: StoreOptions): Promise<IDBPDatabase<LanyardSchema>> =>
  openDB<LanyardSchema>(options.name ?? DATABASE_NAME, DATABASE_VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) => {
      for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(database, transaction);
    },
    blocked: () => options.onBlocked?.(),
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });

const LAST = '\uffff';

const inPlace = (place: Place): IDBKeyRange => {
  const key = placeKey(place);
  return IDBKeyRange.bound([key], [key, LAST]);
};

const notesOf = (rows: readonly NoteRow[]): Note[] => rows.map((row) => row.note);

const alive = (record: { readonly deletedAt: string | null } | undefined): boolean =>
  record?.deletedAt === null;

/** Opens the database, made or migrated where needed. @throws StoreFailure */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const database = await openDatabase(options).catch((cause) => {
    throw asStoreFailure('open', cause);
  });
  const channel = openChangeChannel(`${options.name ?? DATABASE_NAME}-changes`);
  const { mirror } = options;
  const now = () => instantOf(options.nowMs());

  const announced = async (operation: string, change: Promise<StoreChange>): Promise<StoreChange> => {
    const done = await change.catch((cause) => {
      throw asStoreFailure(operation, cause);
    });
    channel.announce(done);
    return done;
  };

  return {
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
        eventId === null
          ? []
          : await transaction.objectStore('sessions').index('byEvent').getAllKeys(eventId);
      const ids: (Id | null)[] = [null, ...sessionIds];
      const counts = await Promise.all(ids.map((sessionId) => index.count(inPlace({ eventId, sessionId }))));
      return new Map(ids.map((id, position) => [id, counts[position] ?? 0]));
    },
    findLink: async (place, address) => {
      const row = await database.getFromIndex('notes', 'byAddress', [placeKey(place), addressKey(address)]);
      return row?.note.kind === 'link' ? row.note : null;
    },
    getImage: async (id) => (await database.get('images', id)) ?? null,
    listImages: (eventId) => database.getAllFromIndex('images', 'byEvent', eventId),
    getBlob: async (hash) => (await database.get('blobs', hash)) ?? null,
    getSettings: async () => ({ ...DEFAULT_SETTINGS, ...(await database.get('settings', 'settings')) }),
    getDraft: (target) => readDraft(database, mirror, target),
    listDrafts: () => readDrafts(database, mirror),
    putDraft: (draft) => sendDraft(database, mirror, draft),
    deleteDraft: (target) =>
      sendDraft(database, mirror, { target, text: '', caret: 0, baseRevision: 0, updatedAt: now() }),
    write: async (step) => {
      const asked = now();
      await announced(step.label, writeStep(database, step, asked));
      for (const target of step.draftsDone ?? []) forgetMirror(mirror, target, asked);
    },
    undo: async () => ({ label: (await announced('undo', replayStep(database, 'undo', now()))).label ?? '' }),
    redo: async () => ({ label: (await announced('redo', replayStep(database, 'redo', now()))).label ?? '' }),
    subscribe: channel.subscribe,
    close: () => {
      channel.close();
      database.close();
    },
  };
};
