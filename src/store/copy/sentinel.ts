/** The sentinel: what should be in the database, written outside it after each write. Records are never removed, so a count that went down is a loss. */
import type { IDBPDatabase } from 'idb';
import type { LanyardSchema } from '../schema.ts';
import { type Copies, openCopies } from './copy-files.ts';

export const SENTINEL = 'sentinel.json';

const COUNTED = ['events', 'sessions', 'notes', 'images', 'posts', 'blobs'] as const;
type Counted = (typeof COUNTED)[number];

export interface Sentinel {
  readonly counts: Readonly<Record<Counted, number>>;
  /** Number of the last step in the journal; 0 for none. It never goes down. */
  readonly lastStep: number;
}

/** What the database holds now. */
export const countAll = async (database: IDBPDatabase<LanyardSchema>): Promise<Sentinel> => {
  const transaction = database.transaction([...COUNTED, 'journal'] as (Counted | 'journal')[]);
  const [last, ...numbers] = await Promise.all([
    transaction.objectStore('journal').openKeyCursor(null, 'prev'),
    ...COUNTED.map((name) => transaction.objectStore(name).count()),
  ]);
  const counts = Object.fromEntries(COUNTED.map((name, index) => [name, numbers[index] ?? 0]));
  return { counts: counts as Record<Counted, number>, lastStep: last?.key ?? 0 };
};

const isSentinel = (value: unknown): value is Sentinel =>
  typeof value === 'object' &&
  value !== null &&
  'lastStep' in value &&
  typeof value.lastStep === 'number' &&
  'counts' in value &&
  typeof value.counts === 'object' &&
  value.counts !== null;

/** `null` when none was written yet, or it cannot be read. */
export const readSentinel = async ({ texts }: Copies): Promise<Sentinel | null> => {
  const file = await texts.read(SENTINEL);
  if (file === null) return null;
  try {
    const value: unknown = JSON.parse(await file.text());
    return isSentinel(value) ? value : null;
  } catch {
    return null;
  }
};

export const writeSentinel = ({ texts }: Copies, sentinel: Sentinel): Promise<void> =>
  texts.write(SENTINEL, JSON.stringify(sentinel));

/** Before records are removed on purpose. */
export const dropSentinel = ({ texts }: Copies): Promise<void> => texts.remove(SENTINEL);

/** What is missing, by kind; `steps` are changes that were made last. */
export type Loss = Readonly<Record<Counted | 'steps', number>>;

/** `null` when all is there. */
export const lossBetween = (expected: Sentinel, found: Sentinel): Loss | null => {
  const missing = COUNTED.map((name) => [
    name,
    Math.max(0, (expected.counts[name] ?? 0) - found.counts[name]),
  ]);
  const loss: Loss = {
    ...(Object.fromEntries(missing) as Record<Counted, number>),
    steps: Math.max(0, expected.lastStep - found.lastStep),
  };
  return Object.values(loss).some((count) => count > 0) ? loss : null;
};

/** What a database just opened lacks of what it should have; `null` when nothing is known to be missing. */
export const findLoss = async (database: IDBPDatabase<LanyardSchema>, name: string): Promise<Loss | null> => {
  const expected = await readSentinel(openCopies(name));
  return expected === null ? null : lossBetween(expected, await countAll(database));
};
