/** What a store should hold: the notes and the steps that can be undone and done again, in a few lines and without a disk. */
import type { Note } from '../../src/model/note.ts';

interface ModelItem {
  readonly before: Note | null;
  readonly after: Note;
}
type ModelStep = readonly ModelItem[];

/** Steps that the journal keeps. */
const KEPT = 200;

export interface Model {
  /** By id, the deleted ones too. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly past: readonly ModelStep[];
  readonly future: readonly ModelStep[];
}

export const EMPTY: Model = { notes: new Map(), past: [], future: [] };

const DELETED = '2026-09-05T10:00:00.000Z';

/** The model with these records written, each a revision further. */
const written = (model: Model, records: readonly Note[]): ReadonlyMap<string, Note> => {
  const notes = new Map(model.notes);
  for (const record of records)
    notes.set(record.id, { ...record, revision: (model.notes.get(record.id)?.revision ?? 0) + 1 });
  return notes;
};

export const afterWrite = (model: Model, records: readonly Note[]): Model => {
  const step = records.map((after) => ({ before: model.notes.get(after.id) ?? null, after }));
  return { notes: written(model, records), past: [...model.past, step].slice(-KEPT), future: [] };
};

/** `null` when there is nothing to undo. */
export const afterUndo = (model: Model): Model | null => {
  const step = model.past.at(-1);
  if (step === undefined) return null;
  const records = step.map(({ before, after }) => before ?? { ...after, deletedAt: DELETED });
  return {
    notes: written(model, records),
    past: model.past.slice(0, -1),
    future: [...model.future, step],
  };
};

/** `null` when there is nothing to do again. */
export const afterRedo = (model: Model): Model | null => {
  const step = model.future.at(-1);
  if (step === undefined) return null;
  return {
    notes: written(
      model,
      step.map(({ after }) => after),
    ),
    past: [...model.past, step],
    future: model.future.slice(0, -1),
  };
};

export const livingOf = ({ notes }: Model): Note[] =>
  [...notes.values()].filter(({ deletedAt }) => deletedAt === null);

/** What a person sees of it, and the revision that the next change has to start from. */
export const seenIn = (notes: readonly Note[]): string[] =>
  notes.map(({ id, revision, sessionId, markdown }) => `${id} ${revision} ${sessionId} ${markdown}`).sort();
