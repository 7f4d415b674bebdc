/**
 * The sentinel: what should be in the database, written outside it after each write. Records are never removed, so a count
 * that went down is a loss; so is a last step that is another one now, whatever was made since in place of what is lost.
 */
import type { IDBPDatabase } from 'idb';
import type { Instant } from '../../model/time.ts';
import type { LanyardSchema } from '../schema.ts';
import { type Copies, openCopies } from './copy-files.ts';

export const SENTINEL = 'sentinel.json';

const COUNTED = ['events', 'sessions', 'notes', 'images', 'posts', 'blobs'] as const;
type Counted = (typeof COUNTED)[number];

export interface Sentinel {
  readonly counts: Readonly<Record<Counted, number>>;
  /** Number of the last step in the journal; 0 for none. It never goes down. */
  readonly lastStep: number;
  /** When that step was made; not said by sentinels of before, nor where the journal does not tell. */
  readonly lastStepAt?: Instant | undefined;
}

/** When the step of this number was made, if the journal still has it. */
const stepAt = async (database: IDBPDatabase<LanyardSchema>, step: number): Promise<Instant | undefined> =>
  (await database.get('journal', step).catch(() => undefined))?.at;

/** What the database holds now. */
const countAll = async (database: IDBPDatabase<LanyardSchema>): Promise<Sentinel> => {
  const transaction = database.transaction([...COUNTED, 'journal'] as (Counted | 'journal')[]);
  const [last, ...numbers] = await Promise.all([
    transaction.objectStore('journal').openKeyCursor(null, 'prev'),
    ...COUNTED.map((name) => transaction.objectStore(name).count()),
  ]);
  const counts = Object.fromEntries(COUNTED.map((name, index) => [name, numbers[index] ?? 0]));
  const lastStep = last?.key ?? 0;
  const lastStepAt = await stepAt(database, lastStep);
  return { counts: counts as Record<Counted, number>, lastStep, lastStepAt };
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

const lossBetween = (expected: Sentinel, found: Sentinel, stepNowAt: Instant | undefined): Loss | null => {
  const { counts, lastStep, lastStepAt = stepNowAt } = expected;
  // Another step of the same number: it was made in place of one that is gone.
  const isReplaced = stepNowAt !== undefined && stepNowAt !== lastStepAt;
  const missing = COUNTED.map((name) => [name, Math.max(0, (counts[name] ?? 0) - found.counts[name])]);
  const loss: Loss = {
    ...(Object.fromEntries(missing) as Record<Counted, number>),
    steps: Math.max(Number(isReplaced), lastStep - found.lastStep),
  };
  return Object.values(loss).some((count) => count > 0) ? loss : null;
};

/** What is in the database, and what it lacks of what it should have; `null` when nothing is known to be missing. */
export const lookInto = async (
  database: IDBPDatabase<LanyardSchema>,
  expected: Sentinel | null,
): Promise<{ readonly found: Sentinel; readonly loss: Loss | null }> => {
  const found = await countAll(database);
  const loss = expected && lossBetween(expected, found, await stepAt(database, expected.lastStep));
  return { found, loss };
};

/** What a database just opened lacks; `null` when nothing is known to be missing. */
export const findLoss = async (database: IDBPDatabase<LanyardSchema>, name: string): Promise<Loss | null> =>
  (await lookInto(database, await readSentinel(openCopies(name)))).loss;
