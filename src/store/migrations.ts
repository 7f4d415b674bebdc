/** The only place where stored data changes shape: an ordered list of small steps, one for each version. */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LanyardSchema } from './schema.ts';

export type Upgrade = IDBPTransaction<LanyardSchema, StoreNames<LanyardSchema>[], 'versionchange'>;

type Path = string | string[];

/** An object store: what it is made with, and the paths of its indexes by name. */
type Made = readonly [options: IDBObjectStoreParameters, indexes?: Readonly<Record<string, Path>>];

interface Migration {
  /** Stores that a version has more than the one before. */
  readonly adds: Readonly<Partial<Record<StoreNames<LanyardSchema>, Made>>>;
}

const BY_EVENT = { byEvent: 'eventId' };
const BY_ID = { keyPath: 'id' };

/** `MIGRATIONS[n]` takes version n to version n + 1. Append only; never change one that was released. */
export const MIGRATIONS: readonly Migration[] = [
  {
    adds: {
      events: [BY_ID],
      sessions: [BY_ID, BY_EVENT],
      notes: [
        BY_ID,
        {
          byPlace: ['place', 'order', 'id'],
          byCapture: ['capturedAt', 'place'],
          byAddress: ['place', 'addressKey'],
        },
      ],
      images: [BY_ID, BY_EVENT],
      blobs: [{}],
      drafts: [{ keyPath: 'target' }],
      settings: [{}],
      journal: [{ keyPath: 'seq', autoIncrement: true }],
    },
  },
  { adds: { posts: [BY_ID, BY_EVENT] } },
];

/** The version that this build writes. */
export const DATABASE_VERSION = MIGRATIONS.length;

/**
 * A database that lacks a store of its version (made empty by something else, or short of one after damage) cannot be
 * mended under its number: it goes up by this much, once for each mending, and stays of the same version.
 */
const MENDED = 1000;

/** The version of the data behind the number that the browser keeps. */
export const dataVersionOf = (number: number): number => number % MENDED;

const stores = (): [StoreNames<LanyardSchema>, Made][] =>
  MIGRATIONS.flatMap(({ adds }) => Object.entries(adds) as [StoreNames<LanyardSchema>, Made][]);

/** Adds every store and index that is not there, whatever the version before said. */
export const makeWhole = (database: IDBPDatabase<LanyardSchema>, upgrade: Upgrade): void => {
  for (const [name, [options, indexes = {}]] of stores()) {
    const store = database.objectStoreNames.contains(name)
      ? upgrade.objectStore(name)
      : database.createObjectStore(name, options);
    for (const [index, path] of Object.entries(indexes))
      if (!store.indexNames.contains(index as never)) store.createIndex(index as never, path);
  }
};

const lacks = (database: IDBPDatabase<LanyardSchema>): boolean => {
  const names = stores().map(([name]) => name);
  if (names.some((name) => !database.objectStoreNames.contains(name))) return true;
  const transaction = database.transaction(names);
  return stores().some(([name, [, indexes = {}]]) =>
    Object.keys(indexes).some((index) => !transaction.objectStore(name).indexNames.contains(index as never)),
  );
};

/** The number to open this database with: as it stands, of this build's version, or past it where something is missing. */
export const numberFor = (database: IDBPDatabase<LanyardSchema>): number => {
  const mended = database.version - dataVersionOf(database.version);
  const isMissing = dataVersionOf(database.version) === DATABASE_VERSION && lacks(database);
  return mended + DATABASE_VERSION + (isMissing ? MENDED : 0);
};
