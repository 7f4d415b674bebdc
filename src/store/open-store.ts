/** Opens the store on IndexedDB. Every surface opens its own connection; writes are announced to all. */
import { instantOf } from '../model/time.ts';
import { openChangeChannel, type StoreChange } from './changes.ts';
import { type DraftMirror, readMirror } from './draft-mirror.ts';
import { forgetMirror, readDraft, readDrafts, sendDraft } from './drafts.ts';
import { named } from './failures.ts';
import { openDatabase } from './open-database.ts';
import { readRecords } from './read-records.ts';
import { DATABASE_NAME } from './schema.ts';
import type { Store } from './store.ts';
import { replayStep, writeStep } from './write-step.ts';

export interface StoreOptions {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** `localStorage` where there is one. */
  readonly mirror: DraftMirror | null;
  readonly name?: string;
  /** Another page holds an older version of the database open. */
  readonly onBlocked?: () => void;
}

/** Opens the database, made or migrated where needed. @throws StoreFailure */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  const database = await named('open', openDatabase(options.name ?? DATABASE_NAME, options.onBlocked));
  const channel = openChangeChannel(`${options.name ?? DATABASE_NAME}-changes`);
  const { mirror } = options;
  const now = () => instantOf(options.nowMs());

  const announced = async (operation: string, change: Promise<StoreChange>): Promise<StoreChange> => {
    const done = await named(operation, change);
    channel.announce(done);
    return done;
  };

  return {
    ...readRecords(database),
    peekDraft: (target) => readMirror(mirror, target),
    getDraft: (target) => named('getDraft', readDraft(database, mirror, target)),
    listDrafts: () => named('listDrafts', readDrafts(database, mirror)),
    putDraft: (draft) => sendDraft(database, mirror, draft),
    deleteDraft: (target) =>
      sendDraft(database, mirror, { target, text: '', caret: 0, baseRevision: 0, updatedAt: now() }),
    write: async (step) => {
      const written = now();
      await announced(step.label, writeStep(database, step, written));
      for (const target of step.draftsDone ?? []) forgetMirror(mirror, target, step.askedAt ?? written);
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
