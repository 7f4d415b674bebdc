/** Keeps the copy while the database changes: the sentinel after every write, everything soon after. Runs in the worker. */
import { openDatabase } from '../open-database.ts';
import { DATABASE_NAME } from '../schema.ts';
import { keepCopy } from './keep-copy.ts';

/** The oldest that a copy gets while there are changes, in milliseconds. A worker at rest lives for thirty seconds. */
const OLDEST_MS = 20_000;

export interface CopyKeeper {
  /** To be called when a write is on disk. Resolves when it is written down; never rejects. */
  readonly changed: () => Promise<void>;
}

/** @param nowMs milliseconds since 1970 */
export const createCopyKeeper = (nowMs: () => number, name: string = DATABASE_NAME): CopyKeeper => {
  let running: Promise<void> | null = null;
  let again = false;
  let later: ReturnType<typeof setTimeout> | undefined;
  const run = async (): Promise<void> => {
    const { database } = await openDatabase(name);
    try {
      const isNew = await keepCopy(database, name, { nowMs: nowMs(), oldestMs: OLDEST_MS });
      clearTimeout(later);
      if (!isNew) later = setTimeout(() => void changed(), OLDEST_MS);
    } finally {
      database.close();
    }
  };
  const changed = async (): Promise<void> => {
    again = running !== null;
    running ??= run()
      .catch((cause: unknown) => console.warn('the copy could not be written', cause))
      .finally(() => {
        running = null;
      });
    await running;
    if (!again) return;
    again = false;
    await changed();
  };
  return { changed };
};
