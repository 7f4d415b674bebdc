/**
 * Makes the browser begin a new log. What is written behind the end of a log that was cut off is lost again at the next
 * start (LevelDB goes on in the same file, and reads it only up to the cut); a log is left behind when it is full.
 */
import { openDatabase } from '../open-database.ts';

/** Rows small enough to lie in the log itself: larger values become files of their own. */
const ROW_LENGTH = 30_000;
const ROWS_AT_ONCE = 100;
/** Twelve megabytes; the browser's logs end at four. */
const ROUNDS = 4;
const PADDING = 'padding:';

export const renewLog = async (name: string): Promise<void> => {
  const { database } = await openDatabase(name);
  try {
    const text = ' '.repeat(ROW_LENGTH);
    for (let round = 0; round < ROUNDS; round += 1) {
      const transaction = database.transaction('drafts', 'readwrite', { durability: 'strict' });
      for (let row = 0; row < ROWS_AT_ONCE; row += 1) {
        const target = `${PADDING}${round}-${row}`;
        const padding = { target, text, caret: 0, baseRevision: 0, updatedAt: '1980-01-01T00:00:00.000Z' };
        transaction.store.put(padding).catch(() => undefined);
      }
      await transaction.done;
    }
    await database.delete('drafts', IDBKeyRange.bound(PADDING, `${PADDING}\uffff`));
  } finally {
    database.close();
  }
};
