/** The store against a model: keep, import, edit, move, delete, undo, redo, restore, reopen and kill in random order; equal after each restart. */
import { afterAll, expect, it } from 'vitest';
import type { Note } from '../../src/model/note.ts';
import { newDatabaseName } from '../store/open-test-store.ts';
import { randomOf } from '../support/random.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { afterRedo, afterUndo, afterWrite, EMPTY, livingOf, type Model, seenIn } from './model-store.ts';
import type { Asked } from './store-worker.ts';

// A page has no environment of its own: Vite hands these over.
const SEEDS = Number(import.meta.env.VITE_TORTURE_MODELS ?? 1);
const OPERATIONS = Number(import.meta.env.VITE_TORTURE_OPERATIONS ?? 350);
const FIRST = Number(import.meta.env.VITE_TORTURE_SEED ?? 20260905);
/** More are not needed for what can go wrong, and make every comparison slow. */
const MOST_NOTES = 80;
/** Operations from one kill to the next. */
const KILLED_EVERY = 150;
const LANES = 3;
const figures = { seeds: 0, operations: 0, kills: 0, cutOff: 0, comparisons: 0 };

afterAll(() => console.log(`torture: model, seed ${FIRST}: ${JSON.stringify(figures)}`));

interface Answer {
  readonly value?: unknown;
  readonly failed?: string;
}

/** A store in a worker: one question at a time. */
const startStore = async (name: string) => {
  const worker = new Worker(new URL('./store-worker.ts', import.meta.url), { type: 'module' });
  const ask = (asked: Asked): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) =>
        data.failed === undefined ? resolve(data.value) : reject(new Error(data.failed));
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage(asked);
    });
  await ask({ what: 'open', name });
  return { ask, kill: () => worker.terminate() };
};

type Change = { readonly asked: Asked; readonly next: Model } | null;

/** One store and its model, through all operations. */
const compareOne = async (seed: number): Promise<void> => {
  const random = randomOf(seed);
  const name = newDatabaseName();
  const event = makeEvent();
  const sessions = [null, makeSession(event), makeSession(event)];
  let store = await startStore(name);
  let model: Model = EMPTY;

  const found = async (): Promise<string[]> => seenIn((await store.ask({ what: 'read' })) as Note[]);
  const compare = async (): Promise<void> => {
    expect(await found()).toEqual(seenIn(livingOf(model)));
    figures.comparisons += 1;
  };
  const put = (label: string, records: readonly Note[]): Change => ({
    asked: {
      what: 'write',
      step: {
        label,
        puts: records.map((record) => ({
          type: 'notes',
          base: model.notes.get(record.id)?.revision ?? null,
          record,
        })),
      },
    },
    next: afterWrite(model, records),
  });
  const makeNew = (operation: number): Note =>
    makeNote(event, random.pick(sessions), { revision: 0, markdown: `kept ${operation}` });
  const change = (operation: number): Change => {
    const notes = livingOf(model);
    const what = random.int(20);
    if (notes.length === 0 || (what < 5 && notes.length < MOST_NOTES))
      return put('note-kept', [makeNew(operation)]);
    if (what < 6 && notes.length < MOST_NOTES)
      return put(
        'imported',
        [1, 2, 3].map(() => makeNew(operation)),
      );
    const note = random.pick(notes);
    if (what < 10) return put('note-edited', [{ ...note, markdown: `edited ${operation}` }]);
    if (what < 12)
      return put('note-moved', [{ ...note, sessionId: random.pick(sessions)?.id ?? null } as Note]);
    if (what < 15) return put('note-deleted', [{ ...note, deletedAt: '2026-09-05T10:00:00.000Z' }]);
    const next = what < 18 ? afterUndo(model) : afterRedo(model);
    return next === null ? null : { asked: { what: what < 18 ? 'undo' : 'redo' }, next };
  };

  for (let operation = 0; operation < OPERATIONS; operation += 1) {
    const wanted = change(operation);
    figures.operations += 1;
    if (wanted === null) continue;
    if (operation % KILLED_EVERY !== 0) {
      await store.ask(wanted.asked);
      model = wanted.next;
    } else {
      // Killed with the write on its way: it is there as a whole, or not at all.
      void store.ask(wanted.asked).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, random.int(12)));
      store.kill();
      store = await startStore(name);
      figures.kills += 1;
      const now = JSON.stringify(await found());
      if (now === JSON.stringify(seenIn(livingOf(wanted.next)))) model = wanted.next;
      else figures.cutOff += 1;
      await compare();
    }
    if (random.chance(0.002)) {
      await store.ask({ what: 'restore', mode: random.pick(['add', 'replace']) });
      await compare();
    }
  }
  await compare();
  figures.seeds += 1;
  store.kill();
  indexedDB.deleteDatabase(name);
};

it(`${SEEDS} × ${OPERATIONS} operations against a model`, async () => {
  let next = FIRST;
  // A store waits more than it works.
  const lane = async (): Promise<void> => {
    while (next < FIRST + SEEDS) {
      const seed = next;
      next += 1;
      await compareOne(seed);
      if (SEEDS > 1) console.log(`torture: model: ${JSON.stringify(figures)}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}, 14_400_000);
