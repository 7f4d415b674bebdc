/** Everything the store holds, as it goes into a backup and comes back: read and written store by store, none left out. */
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Draft } from '../../model/draft.ts';
import type { ConferenceEvent } from '../../model/event.ts';
import type { Image } from '../../model/image.ts';
import type { ImportedPost } from '../../model/imported-post.ts';
import type { Note } from '../../model/note.ts';
import type { Session } from '../../model/session.ts';
import type { JournalEntry } from '../journal.ts';
import type { LanyardSchema } from '../schema.ts';
import type { Settings } from '../settings.ts';

/**
 * How each object store is held: `values` as they are; `notes` without the keys of their rows; `entries` with their keys
 * beside them; `bytes` as files of their own. A store that is not named here does not compile.
 */
export const HELD = {
  events: 'values',
  sessions: 'values',
  notes: 'notes',
  images: 'values',
  posts: 'values',
  drafts: 'values',
  settings: 'entries',
  journal: 'values',
  blobs: 'bytes',
} as const satisfies Readonly<Record<StoreNames<LanyardSchema>, 'values' | 'notes' | 'entries' | 'bytes'>>;

/** Stores that are held as text. */
export type TextStore = {
  [Name in keyof typeof HELD]: (typeof HELD)[Name] extends 'bytes' ? never : Name;
}[keyof typeof HELD];

/** In the order in which they stand in a backup. */
export const TEXT_STORES = Object.entries(HELD).flatMap(([name, how]) =>
  how === 'bytes' ? [] : [name as TextStore],
);

/** What each store holds, ordered by key. */
export interface Holdings {
  readonly events: readonly ConferenceEvent[];
  readonly sessions: readonly Session[];
  readonly notes: readonly Note[];
  readonly images: readonly Image[];
  readonly posts: readonly ImportedPost[];
  readonly drafts: readonly Draft[];
  readonly settings: readonly { readonly key: 'settings'; readonly value: Settings }[];
  readonly journal: readonly JournalEntry[];
}

export const NO_HOLDINGS: Holdings = {
  events: [],
  sessions: [],
  notes: [],
  images: [],
  posts: [],
  drafts: [],
  settings: [],
  journal: [],
};

export type Transaction<Mode extends 'readonly' | 'readwrite' | 'versionchange'> = IDBPTransaction<
  LanyardSchema,
  StoreNames<LanyardSchema>[],
  Mode
>;

const readStore = async (
  transaction: Transaction<'readonly' | 'readwrite' | 'versionchange'>,
  name: TextStore,
): Promise<readonly unknown[]> => {
  const store = transaction.objectStore(name);
  const values = await store.getAll();
  if (HELD[name] === 'notes') return values.map((row) => ('note' in row ? row.note : row));
  if (HELD[name] === 'values') return values;
  const keys = await store.getAllKeys();
  return values.map((value, index) => ({ key: keys[index], value }));
};

/** All that is held, as one transaction sees it. */
export const readHoldings = async (
  transaction: Transaction<'readonly' | 'readwrite' | 'versionchange'>,
): Promise<Holdings> => {
  // A database of an earlier version has not every store yet.
  const present = TEXT_STORES.filter((name) => transaction.objectStoreNames.contains(name));
  const read = await Promise.all(
    present.map(async (name) => [name, await readStore(transaction, name)] as const),
  );
  return { ...NO_HOLDINGS, ...Object.fromEntries(read) };
};

/** Every object store, in one transaction. */
export const openAll = <Mode extends 'readonly' | 'readwrite'>(
  database: IDBPDatabase<LanyardSchema>,
  mode: Mode,
): Transaction<Mode> => database.transaction([...database.objectStoreNames], mode, { durability: 'strict' });
