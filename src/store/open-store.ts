/** Opens the store on IndexedDB. Every surface opens its own connection; writes are announced to all. */
import type { IDBPDatabase } from 'idb';
import type { Draft } from '../model/draft.ts';
import { DataLost } from '../model/errors.ts';
import { instantOf } from '../model/time.ts';
import { openChangeChannel, type StoreChange } from './changes.ts';
import { findLoss } from './copy/sentinel.ts';
import { type DraftMirror, readMirror } from './draft-mirror.ts';
import { forgetMirror, readDraft, readDrafts, sendDraft } from './drafts.ts';
import { named } from './failures.ts';
import { openDatabase } from './open-database.ts';
import { readRecords } from './read-records.ts';
import { DATABASE_NAME, type LanyardSchema } from './schema.ts';
import type { OnDamaged } from './sound-rows.ts';
import type { Store } from './store.ts';
import { isTypedSince, replayStep, writeStep } from './write-step.ts';

export interface StoreOptions {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** `localStorage` where there is one. */
  readonly mirror: DraftMirror | null;
  readonly name?: string;
  /** Another page holds an older version of the database open. */
  readonly onBlocked?: () => void;
  /** A write is on disk: the copy outside the database is due. */
  readonly onWritten?: () => void;
  /** The database was found to lack something after it was opened. */
  readonly onLoss?: (loss: DataLost) => void;
  /** The browser took the connection away: a full disk, its own data thrown out. */
  readonly onClosed?: () => void;
  /** A record was left out of an answer, because it lost its shape or cannot be read. */
  readonly onDamaged?: OnDamaged;
}

/** Counting a large database must not stand before what the person waits for. */
const FIRST_READS_MS = 400;
const behindFirstReads = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, FIRST_READS_MS);
  });

/**
 * Holds the database against the sentinel. One that is new or empty is checked before anybody sees it, so that it never
 * passes for a fresh install; any other meanwhile.
 */
const checkLoss = async (
  database: IDBPDatabase<LanyardSchema>,
  name: string,
  made: boolean,
  onLoss?: (loss: DataLost) => void,
): Promise<void> => {
  const look = async (): Promise<DataLost | null> => {
    const loss = await findLoss(database, name);
    return loss === null ? null : new DataLost(loss);
  };
  if (!made && (await database.getKey('events', IDBKeyRange.lowerBound(''))) !== undefined) {
    behindFirstReads()
      .then(look)
      .then(
        (loss) => loss !== null && onLoss?.(loss),
        // Closed meanwhile, or no private file system: nothing is known to be missing.
        () => undefined,
      );
    return;
  }
  const loss = await look().catch(() => null);
  if (loss === null) return;
  database.close();
  throw loss;
};

/** Opens the database, made or migrated where needed. @throws StoreFailure */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const { mirror, nowMs, onWritten, onClosed, onDamaged = () => undefined } = options;
  const name = options.name ?? DATABASE_NAME;
  const { database, made } = await named('open', openDatabase(name, options.onBlocked));
  await named('open', checkLoss(database, name, made, options.onLoss));
  if (onClosed !== undefined) database.addEventListener('close', onClosed);
  const channel = openChangeChannel(`${name}-changes`);
  const now = () => instantOf(nowMs());
  const announced = async (operation: string, change: Promise<StoreChange>): Promise<StoreChange> => {
    const done = await named(operation, change);
    channel.announce(done);
    onWritten?.();
    return done;
  };
  return {
    ...readRecords(database, onDamaged),
    peekDraft: (target) => readMirror(mirror, target),
    getDraft: (target, mirrored = readMirror(mirror, target)) =>
      named('getDraft', readDraft(database, mirrored, target)),
    listDrafts: () => named('listDrafts', readDrafts(database, mirror)),
    putDraft: (draft) => sendDraft(database, mirror, draft),
    deleteDraft: (target) =>
      sendDraft(database, mirror, { target, text: '', caret: 0, baseRevision: 0, updatedAt: now() }),
    write: async (step) => {
      const written = now();
      await announced(step.label, writeStep(database, step, written));
      const isDone = (typed: Draft): boolean => !isTypedSince(typed, step.askedAt ?? written, now());
      for (const target of step.draftsDone ?? []) forgetMirror(mirror, target, isDone);
    },
    undo: async (step) => ({
      label: (await announced('undo', replayStep(database, 'undo', now(), step))).label ?? '',
    }),
    redo: async () => ({ label: (await announced('redo', replayStep(database, 'redo', now()))).label ?? '' }),
    subscribe: channel.subscribe,
    close: () => {
      channel.close();
      database.close();
    },
  };
};
