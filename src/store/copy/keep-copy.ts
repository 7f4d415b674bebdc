/** The rolling copy: all records as text, images once each by their hash; never written over by a database that lost some. */
import type { IDBPDatabase } from 'idb';
import { type Holdings, openAll, readHoldings } from '../backup/holdings.ts';
import { hexOfHash } from '../backup/sha-256.ts';
import { isDiskFull } from '../disk-room.ts';
import { DATABASE_VERSION, dataVersionOf } from '../migrations.ts';

import type { LanyardSchema } from '../schema.ts';
import { aloneWithCopies, type Copies, openCopies } from './copy-files.ts';
import { lookInto, readSentinel, writeSentinel } from './sentinel.ts';

export const COPY = 'copy.json';

/** Less than this is kept free of second copies. */
const ROOM_FOR_COPIES_BYTES = 100 * 1024 * 1024;

export interface CopiedText {
  readonly dataVersion: number;
  readonly holdings: Holdings;
}

/** The text with its own checksum before it. */
const writeText = async ({ texts }: Copies, name: string, copied: CopiedText): Promise<void> => {
  const text = JSON.stringify(copied);
  await texts.write(name, `${await hexOfHash(new Blob([text]))}\n${text}`);
};

const copyImages = async (database: IDBPDatabase<LanyardSchema>, { images }: Copies): Promise<void> => {
  const [wanted, copied] = [await database.getAllKeys('blobs'), await images.list()];
  // The last room is for new notes: without it the second copy of a picture waits.
  const hasRoom = !(await isDiskFull(ROOM_FOR_COPIES_BYTES));
  for (const hash of hasRoom ? wanted : []) {
    if (copied.has(hash)) continue;
    const bytes = await database.get('blobs', hash);
    // One that can no longer be read is not copied; the others are.
    if (bytes !== undefined) await images.write(hash, bytes).catch(() => undefined);
  }
  const keep = new Set(wanted);
  for (const hash of copied) if (!keep.has(hash)) await images.remove(hash);
};

const writeCopy = async (database: IDBPDatabase<LanyardSchema>, copies: Copies): Promise<void> => {
  // Images first: where there is room, a copy never names one that it does not have.
  await copyImages(database, copies);
  const holdings = await readHoldings(openAll(database, 'readonly'));
  await writeText(copies, COPY, { dataVersion: DATABASE_VERSION, holdings });
};

/**
 * Writes down what should be here, and everything itself when the last copy is older than `oldestMs`. A database that has
 * lost something leaves both as they are.
 *
 * @param accept what is here is right, even if it is less than before
 * @returns true when the copy is as new as the database
 */
export const keepCopy = (
  database: IDBPDatabase<LanyardSchema>,
  name: string,
  { nowMs, oldestMs, accept = false }: { nowMs: number; oldestMs: number; accept?: boolean },
): Promise<boolean> =>
  aloneWithCopies(name, async () => {
    const copies = openCopies(name);
    const { found, loss } = await lookInto(database, await readSentinel(copies));
    if (!accept && loss !== null) return true;
    await writeSentinel(copies, found);
    const copy = await copies.texts.read(COPY);
    // A clock that was set back must not stop the copying.
    const ageMs = copy === null ? Number.POSITIVE_INFINITY : Math.abs(nowMs - copy.lastModified);
    if (!accept && ageMs < oldestMs) return false;
    await writeCopy(database, copies);
    return true;
  });

/** Everything as it is before its shape is changed to that of a database of this number; images do not change. */
export const copyBeforeMigration = (
  database: IDBPDatabase<LanyardSchema>,
  name: string,
  number: number,
): Promise<void> =>
  aloneWithCopies(name, async () => {
    if (database.objectStoreNames.length === 0) return;
    const holdings = await readHoldings(openAll(database, 'readonly'));
    const dataVersion = dataVersionOf(database.version);
    await writeText(openCopies(name), `before-version-${number}.json`, { dataVersion, holdings });
  });
