/** A connection to the database: made or migrated where needed, given up when a newer version wants it. */
import { type IDBPDatabase, openDB } from 'idb';
import { DATABASE_VERSION, MIGRATIONS } from './migrations.ts';
import type { LanyardSchema } from './schema.ts';

/** @param onBlocked another page holds an older version of the database open */
export const openDatabase = (name: string, onBlocked?: () => void): Promise<IDBPDatabase<LanyardSchema>> =>
  openDB<LanyardSchema>(name, DATABASE_VERSION, {
    upgrade: (database, oldVersion, _newVersion, transaction) => {
      for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(database, transaction);
    },
    blocked: () => onBlocked?.(),
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
