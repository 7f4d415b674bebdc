/** The only place where stored data changes shape: an ordered list of small steps, one for each version. */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LanyardSchema } from './schema.ts';

export type Upgrade = IDBPTransaction<LanyardSchema, StoreNames<LanyardSchema>[], 'versionchange'>;

/** `MIGRATIONS[n]` takes version n to version n + 1. Append only; never change one that was released. */
export const MIGRATIONS: readonly ((database: IDBPDatabase<LanyardSchema>, transaction: Upgrade) => void)[] =
  [
    (database) => {
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
    (database) => {
      database.createObjectStore('posts', { keyPath: 'id' }).createIndex('byEvent', 'eventId');
    },
  ];

/** The version that this build writes. */
export const DATABASE_VERSION = MIGRATIONS.length;
