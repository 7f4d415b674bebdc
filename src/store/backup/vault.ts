/** The whole of what is kept, taken out and put back: for backups, and for what a damaged database is mended from. */
import type { IDBPDatabase } from 'idb';
import { UnusableFile } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import { type Instant, instantOf } from '../../model/time.ts';
import { openChangeChannel, type StoreChange } from '../changes.ts';
import { aloneWithCopies, openCopies } from '../copy/copy-files.ts';
import { keepCopy } from '../copy/keep-copy.ts';
import { dropSentinel } from '../copy/sentinel.ts';
import { isNamed, named } from '../failures.ts';
import { inTransaction } from '../in-transaction.ts';
import { DATABASE_VERSION } from '../migrations.ts';
import { openDatabase } from '../open-database.ts';
import { DATABASE_NAME, type LanyardSchema } from '../schema.ts';
import { appendJournal, changeOf } from '../write-step.ts';
import type { Backup } from './backup-format.ts';
import { type Holdings, openAll, readHoldings, TEXT_STORES } from './holdings.ts';
import { mergeHoldings } from './merge-holdings.ts';
import { putHeld } from './put-held.ts';
import { readReadable } from './read-readable.ts';
import { hexOfHash } from './sha-256.ts';

export interface Everything {
  readonly dataVersion: number;
  readonly holdings: Holdings;
  /** Bytes by hash, as handles: nothing is read yet. */
  readonly images: ReadonlyMap<string, Blob>;
}

export interface RestoreOptions {
  /**
   * `add`: what is here stays, both versions where they conflict; with nothing here, the backup comes back as it was.
   * `replace`: what is here goes.
   */
  readonly mode: 'add' | 'replace';
  /** The name of an event's other version. */
  readonly nameOf: (name: string) => string;
  /** With the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

export interface Restored {
  readonly added: number;
  readonly updated: number;
  readonly bothKept: number;
  /** Number of the step in the journal, for undo; null when nothing changed, or the backup took the place of all. */
  readonly step: number | null;
}

export interface Vault {
  readAll(): Promise<Everything>;
  /** All of it or nothing. @throws UnusableFile, StoreFailure */
  restore(backup: Pick<Backup, 'holdings' | 'images'>, options: RestoreOptions): Promise<Restored>;
  close(): void;
}

/** Chromium refuses blobs for a while when many were put and are not yet collected (`DataError … InvalidBlob`). */
const BLOB_TRIES = 5;
const BLOB_WAIT_MS = 2000;

const putBlob = async (database: IDBPDatabase<LanyardSchema>, hash: string, bytes: Blob): Promise<void> => {
  for (let left = BLOB_TRIES; ; left -= 1) {
    try {
      const transaction = database.transaction('blobs', 'readwrite', { durability: 'strict' });
      transaction.store.put(bytes, hash).catch(() => undefined);
      await transaction.done;
      return;
    } catch (error) {
      const passes = error instanceof DOMException && /InvalidBlob/.test(error.message);
      if (!passes || left <= 1) throw error;
      await new Promise((resolve) => setTimeout(resolve, BLOB_WAIT_MS));
    }
  }
};

/**
 * The bytes that are not here yet, one after another; records that need them come later.
 *
 * @param written gets the hashes that were put
 */
const putBlobs = async (
  database: IDBPDatabase<LanyardSchema>,
  images: Backup['images'],
  written: Set<string>,
  onProgress: (done: number) => void,
): Promise<void> => {
  const here = new Set(await database.getAllKeys('blobs'));
  let done = 0;
  for (const [hash, read] of images) {
    done += 1;
    if (here.has(hash)) continue;
    const bytes = await read();
    // What is stored must not point into a file that can be moved or changed.
    const own = new Blob([await bytes.arrayBuffer()], { type: bytes.type });
    if ((await hexOfHash(own)) !== hash) throw new UnusableFile('damaged', `images/${hash}`);
    await putBlob(database, hash, own);
    written.add(hash);
    onProgress(done / images.size);
  }
};

type Outcome = { readonly change: StoreChange | null; readonly restored: Restored };

const replaceAll = async (database: IDBPDatabase<LanyardSchema>, theirs: Holdings): Promise<Outcome> =>
  inTransaction(openAll(database, 'readwrite'), async (transaction) => {
    const before = await readHoldings(transaction);
    for (const name of TEXT_STORES) {
      await transaction.objectStore(name).clear();
      for (const held of theirs[name]) await putHeld(transaction, name, held);
    }
    const keep = new Set(theirs.images.map(({ hash }) => hash));
    for (const hash of await transaction.objectStore('blobs').getAllKeys())
      if (!keep.has(hash)) await transaction.objectStore('blobs').delete(hash);
    const { events, sessions, notes, images } = theirs;
    const added = events.length + sessions.length + notes.length + images.length;
    return {
      change: allChanged(before, theirs),
      restored: { added, updated: 0, bothKept: 0, step: null },
    };
  });

const allChanged = (before: Holdings, after: Holdings): StoreChange => {
  const notes = [...before.notes, ...after.notes];
  const idsOf = (records: readonly { readonly id: Id }[]): ReadonlySet<Id> =>
    new Set(records.map(({ id }) => id));
  const untyped = (['events', 'sessions', 'images', 'posts'] as const).flatMap((type) =>
    [...idsOf([...before[type], ...after[type]])].map((id) => ({ type, id, places: [] })),
  );
  return {
    records: [
      ...untyped,
      ...notes.map(({ id, eventId, sessionId }) => ({
        type: 'notes' as const,
        id,
        places: [{ eventId, sessionId }],
      })),
    ],
    settings: true,
    label: null,
    step: null,
  };
};

/** Nothing that a restored file could be at odds with. */
const isEmpty = ({ events, sessions, notes, images, posts, drafts }: Holdings): boolean =>
  [events, sessions, notes, images, posts].every((records) => records.length === 0) &&
  drafts.every(({ text }) => text === '');

const addAll = async (
  database: IDBPDatabase<LanyardSchema>,
  theirs: Holdings,
  now: Instant,
  nameOf: (name: string) => string,
): Promise<Outcome> =>
  inTransaction(openAll(database, 'readwrite'), async (transaction) => {
    const merged = mergeHoldings(await readHoldings(transaction), theirs, nameOf);
    const { items, drafts, settings, added, updated, bothKept } = merged;
    for (const { type, after } of items) await putHeld(transaction, type, after);
    for (const draft of drafts) await putHeld(transaction, 'drafts', draft);
    if (settings !== null) await putHeld(transaction, 'settings', { key: 'settings', value: settings });
    const entry = { label: 'restored', at: now, items, undone: false };
    const step = items.length === 0 ? null : await appendJournal(transaction.objectStore('journal'), entry);
    const changed = items.length > 0 || settings !== null;
    return {
      change: changed ? changeOf(items, settings !== null, step === null ? null : 'restored', step) : null,
      restored: { added, updated, bothKept, step },
    };
  });

/** Images first, then all records as one; whatever fails takes the images back. */
const putBack = async (
  database: IDBPDatabase<LanyardSchema>,
  name: string,
  { holdings, images }: Pick<Backup, 'holdings' | 'images'>,
  { mode, nameOf, onProgress = () => undefined }: RestoreOptions,
  now: Instant,
): Promise<Outcome> => {
  const written = new Set<string>();
  try {
    await putBlobs(database, images, written, onProgress);
    const here = await readHoldings(openAll(database, 'readonly'));
    if (mode === 'replace') await dropSentinel(openCopies(name)).catch(console.warn);
    return mode === 'replace' || isEmpty(here)
      ? await replaceAll(database, holdings)
      : await addAll(database, holdings, now, nameOf);
  } catch (error) {
    // The bytes that came first belong to no record.
    for (const hash of written) await database.delete('blobs', hash).catch(() => undefined);
    throw error;
  }
};

/** @param nowMs milliseconds since 1970 */
export const openVault = async (nowMs: () => number, name: string = DATABASE_NAME): Promise<Vault> => {
  const { database } = await named('open', openDatabase(name));
  const channel = openChangeChannel(`${name}-changes`);
  return {
    readAll: () =>
      named(
        'readAll',
        (async () => {
          const holdings = await readHoldings(openAll(database, 'readonly')).catch((cause: unknown) => {
            if (isNamed(cause, 'InvalidStateError')) throw cause;
            // One that is unreadable must not keep the others from being saved.
            return readReadable(database);
          });
          const blobs = database.transaction('blobs').store;
          const [hashes, bytes] = await Promise.all([blobs.getAllKeys(), blobs.getAll()]);
          const images = new Map(hashes.map((hash, index) => [hash, bytes[index] ?? new Blob([])]));
          return { dataVersion: DATABASE_VERSION, holdings, images };
        })(),
      ),
    restore: (backup, options) =>
      named(
        'restore',
        (async () => {
          // What is half done must not be counted as what should be here: nobody takes the copy meanwhile.
          const { change, restored } = await aloneWithCopies(name, () =>
            putBack(database, name, backup, options, instantOf(nowMs())),
          );
          if (change !== null) channel.announce(change);
          await keepCopy(database, name, { nowMs: nowMs(), oldestMs: 0, accept: true }).catch(console.warn);
          return restored;
        })(),
      ),
    close: () => {
      channel.close();
      database.close();
    },
  };
};
