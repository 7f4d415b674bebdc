/** A connection to the database: made or migrated where needed, given up when a newer version wants it. */
import { type IDBPDatabase, wrap } from 'idb';
import { copyBeforeMigration } from './copy/keep-copy.ts';
import { refuseFullDisk } from './disk-room.ts';
import { isNamed } from './failures.ts';
import { DATABASE_VERSION, dataVersionOf, makeWhole, numberFor, type Upgrade } from './migrations.ts';
import { otherPlace } from './place.ts';
import type { LanyardSchema } from './schema.ts';

interface Opened {
  readonly database: IDBPDatabase<LanyardSchema>;
  /** There was none before. */
  readonly made: boolean;
}

interface Opening {
  readonly factory: IDBFactory;
  readonly name: string;
  readonly onBlocked?: (() => void) | undefined;
}

/** Opens it at this version, or as it is when none is given. */
const connect = async (
  { factory, name, onBlocked }: Opening,
  version?: number,
  upgrade?: (database: IDBPDatabase<LanyardSchema>, transaction: Upgrade, oldVersion: number) => void,
): Promise<IDBPDatabase<LanyardSchema>> => {
  const request = factory.open(name, version);
  request.onblocked = () => onBlocked?.();
  request.onupgradeneeded = ({ oldVersion }) => {
    if (request.transaction === null) return;
    const transaction = wrap(request.transaction) as unknown as Upgrade;
    transaction.done.catch(() => undefined);
    upgrade?.(wrap(request.result) as unknown as IDBPDatabase<LanyardSchema>, transaction, oldVersion);
  };
  const database = (await wrap(request)) as unknown as IDBPDatabase<LanyardSchema>;
  database.addEventListener('versionchange', () => database.close());
  return database;
};

/** An older version is not migrated at once: the opening is called off, so that a copy can be taken first. */
const tryOpening = async (
  opening: Opening,
  number: number,
  isCopied: boolean,
): Promise<Opened | 'copy-first'> => {
  let made = false;
  let isOlder = false;
  try {
    const database = await connect(opening, number, (upgraded, transaction, oldNumber) => {
      made = oldNumber === 0;
      isOlder = !made && !isCopied;
      if (isOlder) transaction.abort();
      else makeWhole(upgraded, transaction);
    });
    return { database, made };
  } catch (cause) {
    if (isOlder) return 'copy-first';
    throw cause;
  }
};

const openAs = async (opening: Opening, number: number): Promise<Opened> => {
  const opened = await tryOpening(opening, number, false);
  if (opened !== 'copy-first') return opened;
  const older = await connect(opening);
  try {
    await copyBeforeMigration(older, opening.name, number);
  } catch (cause) {
    // Without room for a copy the migration still goes on: it is one transaction, all of it or nothing.
    console.warn('no copy before the migration', cause);
  } finally {
    older.close();
  }
  const migrated = await tryOpening(opening, number, true);
  if (migrated === 'copy-first') throw new DOMException(opening.name, 'AbortError');
  return migrated;
};

/** One that was mended has a higher number than this build's, though no newer version. */
const openMended = async (opening: Opening, cause: unknown): Promise<Opened> => {
  if (!isNamed(cause, 'VersionError')) throw cause;
  const database = await connect(opening);
  if (dataVersionOf(database.version) <= DATABASE_VERSION) return { database, made: false };
  database.close();
  throw cause;
};

/** Opens it with all its stores: one that something else made, or that lost some, is made whole where it lies. */
const openIn = async (opening: Opening): Promise<Opened> => {
  const opened = await openAs(opening, DATABASE_VERSION).catch((cause: unknown) =>
    openMended(opening, cause),
  );
  const { database, made } = opened;
  try {
    const number = numberFor(database);
    if (number === database.version) return opened;
    database.close();
    return { ...(await openAs(opening, number)), made };
  } catch (cause) {
    // Another page made it whole, or newer, meanwhile.
    if (!isNamed(cause, 'InvalidStateError') && !isNamed(cause, 'VersionError')) throw cause;
    database.close();
    return openAs(opening, DATABASE_VERSION).catch((again: unknown) => openMended(opening, again));
  }
};

/** @param onBlocked another page holds an older version of the database open @throws StoreFailure on a full disk */
export const openDatabase = async (name: string, onBlocked?: () => void): Promise<Opened> => {
  await refuseFullDisk();
  try {
    return await openIn({ factory: indexedDB, name, onBlocked });
  } catch (cause) {
    const other = await otherPlace().catch(() => null);
    if (other === null) throw cause;
    return openIn({ factory: other, name, onBlocked });
  }
};
