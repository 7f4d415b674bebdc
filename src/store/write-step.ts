/** One step into the database: revisions checked, records and journal written, all in one strict transaction. */
import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction, StoreNames } from 'idb';
import type { Draft } from '../model/draft.ts';
import { RevisionConflict, UndoNotPossible } from '../model/errors.ts';
import type { Place } from '../model/note.ts';
import { orderBetween } from '../model/order.ts';
import type { Instant } from '../model/time.ts';
import type { StoreChange } from './changes.ts';
import { inTransaction } from './in-transaction.ts';
import { JOURNAL_LENGTH, type JournalEntry, type JournalItem } from './journal.ts';
import { noteRow, sameContent } from './rows.ts';
import { type LanyardSchema, placeKey } from './schema.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import type { Put, Step } from './store.ts';

const STEP_STORES = [
  'events',
  'sessions',
  'notes',
  'images',
  'posts',
  'blobs',
  'drafts',
  'settings',
  'journal',
] as const satisfies (keyof LanyardSchema)[];

type StepTransaction = IDBPTransaction<LanyardSchema, typeof STEP_STORES, 'readwrite'>;

const openTransaction = (database: IDBPDatabase<LanyardSchema>): StepTransaction =>
  database.transaction(STEP_STORES as unknown as typeof STEP_STORES, 'readwrite', { durability: 'strict' });

/** Runs `work` in one strict transaction over what a step may touch. */
const inStep = async <Result>(
  database: IDBPDatabase<LanyardSchema>,
  work: (transaction: StepTransaction) => Promise<Result>,
): Promise<Result> => inTransaction(openTransaction(database), work);

const readRecord = async (transaction: StepTransaction, type: Put['type'], id: string) => {
  if (type === 'notes') return (await transaction.objectStore('notes').get(id))?.note ?? null;
  return (await transaction.objectStore(type).get(id)) ?? null;
};

const putRecord = async (transaction: StepTransaction, item: JournalItem): Promise<void> => {
  if (item.type === 'notes') await transaction.objectStore('notes').put(noteRow(item.after));
  else if (item.type === 'events') await transaction.objectStore('events').put(item.after);
  else if (item.type === 'sessions') await transaction.objectStore('sessions').put(item.after);
  else if (item.type === 'images') await transaction.objectStore('images').put(item.after);
  else await transaction.objectStore('posts').put(item.after);
};

const placesOf = (item: JournalItem): Place[] =>
  item.type !== 'notes'
    ? []
    : item.before === null
      ? [place(item.after)]
      : [place(item.before), place(item.after)];

const place = ({ eventId, sessionId }: Place): Place => ({ eventId, sessionId });

export const changeOf = (
  items: readonly JournalItem[],
  settings: boolean,
  label: string | null,
  step: number | null,
): StoreChange => ({
  records: items.map((item) => ({ type: item.type, id: item.after.id, places: placesOf(item) })),
  settings,
  label,
  step,
});

/** The last order key of a place, while the transaction lets nobody else write there. */
const lastOrder = async (transaction: StepTransaction, key: string): Promise<string | null> => {
  const index = transaction.objectStore('notes').index('byPlace');
  const last = await index.openKeyCursor(IDBKeyRange.bound([key], [key, '\uffff']), 'prev');
  return last?.key[1] ?? null;
};

/** The puts with new notes behind the last of their place, in their order. */
const behindTheLast = async (transaction: StepTransaction, puts: readonly Put[]): Promise<Put[]> => {
  const last = new Map<string, string | null>();
  const moved: Put[] = [];
  for (const put of puts) {
    if (put.type !== 'notes' || put.base !== null) {
      moved.push(put);
      continue;
    }
    const key = placeKey(put.record);
    const before = last.has(key) ? (last.get(key) ?? null) : await lastOrder(transaction, key);
    const order =
      before === null || before < put.record.order ? put.record.order : orderBetween(before, null);
    last.set(key, order);
    moved.push({ ...put, record: { ...put.record, order } });
  }
  return moved;
};

/**
 * A line that was begun after a step was asked for is the next one's draft. What says that it was typed later than now was
 * typed before the clock was set back.
 */
export const isTypedSince = ({ updatedAt }: Draft, askedAt: Instant, now: Instant): boolean =>
  updatedAt > askedAt && updatedAt <= now;

/** Writes a step. @throws RevisionConflict, DOMException */
export const writeStep = (
  database: IDBPDatabase<LanyardSchema>,
  step: Step,
  now: Instant,
): Promise<StoreChange> =>
  inStep(database, async (transaction) => {
    const items: JournalItem[] = [];
    for (const put of step.appends === true ? await behindTheLast(transaction, step.puts) : step.puts) {
      const before = await readRecord(transaction, put.type, put.record.id);
      const found = before?.revision ?? 0;
      if (found !== (put.base ?? 0))
        throw new RevisionConflict(put.type, put.record.id, put.base ?? 0, found);
      const after = { ...put.record, revision: found + 1, updatedAt: now };
      items.push({ type: put.type, before, after } as JournalItem);
    }
    for (const { hash, blob } of step.blobs ?? []) await transaction.objectStore('blobs').put(blob, hash);
    for (const item of items) await putRecord(transaction, item);
    for (const target of step.draftsDone ?? []) {
      const updatedAt = step.askedAt ?? now;
      const typed = await transaction.objectStore('drafts').get(target);
      if (typed !== undefined && isTypedSince(typed, updatedAt, now)) continue;
      const done = { target, text: '', caret: 0, baseRevision: 0, updatedAt };
      await transaction.objectStore('drafts').put(done);
    }
    if (step.settings !== undefined) {
      const settings = (await transaction.objectStore('settings').get('settings')) ?? DEFAULT_SETTINGS;
      await transaction.objectStore('settings').put({ ...settings, ...step.settings }, 'settings');
    }
    const undoable = step.undoable !== false && items.length > 0;
    const entry = { label: step.label, at: now, items, undone: false };
    const number = undoable ? await appendJournal(transaction.objectStore('journal'), entry) : null;
    return changeOf(items, step.settings !== undefined, undoable ? step.label : null, number);
  });

/** A new step ends what could be done again and pushes the oldest entry out. */
export const appendJournal = async <Stores extends ArrayLike<StoreNames<LanyardSchema>>>(
  journal: IDBPObjectStore<LanyardSchema, Stores, 'journal', 'readwrite'>,
  entry: JournalEntry,
): Promise<number> => {
  let cursor = await journal.openCursor(null, 'prev');
  while (cursor?.value.undone) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
  const seq = await journal.add(entry);
  await journal.delete(IDBKeyRange.upperBound(seq - JOURNAL_LENGTH));
  return seq;
};

/**
 * Takes the last step back (`undo`) or does the last undone one again (`redo`).
 *
 * @param step the number of the one to take back, instead of the last
 * @throws UndoNotPossible when there is none, or a record of it was changed since
 */
export const replayStep = (
  database: IDBPDatabase<LanyardSchema>,
  direction: 'undo' | 'redo',
  now: Instant,
  step?: number,
): Promise<StoreChange> =>
  inStep(database, async (transaction) => {
    const entry =
      step === undefined ? await findEntry(transaction, direction) : await takeEntry(transaction, step);
    if (entry === null) throw new UndoNotPossible('nothing');
    const items: JournalItem[] = [];
    for (const item of entry.items) {
      const current = await readRecord(transaction, item.type, item.after.id);
      const asFirst = item.before ?? { ...item.after, deletedAt: entry.at };
      const [from, to] = direction === 'undo' ? [item.after, asFirst] : [asFirst, item.after];
      if (current === null || !sameContent(apartFromExport(current), apartFromExport(from)))
        throw new UndoNotPossible('changed-since');
      const after = { ...to, ...exportOf(current), revision: current.revision + 1, updatedAt: now };
      items.push({ type: item.type, before: current, after } as JournalItem);
    }
    for (const item of items) await putRecord(transaction, item);
    await transaction.objectStore('journal').put({ ...entry, undone: direction === 'undo' });
    return changeOf(items, false, entry.label, entry.seq ?? null);
  });

/** What the last export wrote is no step's own: it neither stands in the way of one nor goes with it. */
const apartFromExport = (record: Put['record']): object => ({ ...record, lastExport: undefined });

const exportOf = (record: Put['record']): object =>
  'lastExport' in record ? { lastExport: record.lastExport } : {};

/** The step of this number, if it can still be taken back. */
const takeEntry = async (transaction: StepTransaction, step: number): Promise<JournalEntry | null> => {
  const entry = await transaction.objectStore('journal').get(step);
  return entry === undefined || entry.undone ? null : entry;
};

const findEntry = async (
  transaction: StepTransaction,
  direction: 'undo' | 'redo',
): Promise<JournalEntry | null> => {
  let cursor = await transaction.objectStore('journal').openCursor(null, 'prev');
  let found: JournalEntry | null = null;
  while (cursor !== null) {
    if (!cursor.value.undone) return direction === 'undo' ? cursor.value : found;
    found = cursor.value;
    cursor = await cursor.continue();
  }
  return direction === 'undo' ? null : found;
};
