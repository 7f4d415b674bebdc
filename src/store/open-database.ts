/** A connection to the database: made or migrated where needed, given up when a newer version wants it. */
import { type IDBPDatabase, wrap } from 'idb';
import { copyBeforeMigration } from './copy/keep-copy.ts';
import { DATABASE_VERSION, MIGRATIONS, type Upgrade } from './migrations.ts';
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
const tryOpening = async (opening: Opening, isCopied: boolean): Promise<Opened | 'copy-first'> => {
  let made = false;
  let isOlder = false;
  try {
    const database = await connect(opening, DATABASE_VERSION, (upgraded, transaction, oldVersion) => {
      made = oldVersion === 0;
      isOlder = !made && !isCopied;
      if (isOlder) transaction.abort();
      else for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(upgraded, transaction);
    });
    return { database, made };
  } catch (cause) {
    if (isOlder) return 'copy-first';
    throw cause;
  }
};

const openIn = async (opening: Opening): Promise<Opened> => {
  const opened = await tryOpening(opening, false);
  if (opened !== 'copy-first') return opened;
  const older = await connect(opening);
  try {
    await copyBeforeMigration(older, opening.name);
  } catch (cause) {
    // Without room for a copy the migration still goes on: it is one transaction, all of it or nothing.
    console.warn('no copy before the migration', cause);
  } finally {
    older.close();
  }
  const migrated = await tryOpening(opening, true);
  if (migrated === 'copy-first') throw new DOMException(opening.name, 'AbortError');
  return migrated;
};

/** @param onBlocked another page holds an older version of the database open */
export const openDatabase = async (name: string, onBlocked?: () => void): Promise<Opened> => {
  try {
    return await openIn({ factory: indexedDB, name, onBlocked });
  } catch (cause) {
    const other = await otherPlace().catch(() => null);
    if (other === null) throw cause;
    return openIn({ factory: other, name, onBlocked });
  }
};
