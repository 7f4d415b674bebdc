/** Changes a note. An edit that began before another one keeps both versions, one below the other. */
import { NotFound, RevisionConflict } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import type { Note } from '../model/note.ts';
import { orderBetween } from '../model/order.ts';
import { newRecord } from './new-record.ts';
import type { Ports } from './ports.ts';

/** What can be changed of a note; fields that its kind does not have are ignored. */
export interface NoteChanges {
  readonly markdown?: string;
  readonly answer?: string;
  readonly title?: string;
  readonly url?: string;
  readonly linkKind?: string;
  readonly kind?: 'text' | 'quote' | 'takeaway' | 'question';
}

export interface EditOutcome {
  /** `both-kept`: the note had changed meanwhile; this version stands below it as a note of its own. */
  readonly outcome: 'edited' | 'both-kept';
  readonly id: Id;
}

const changed = (note: Note, changes: NoteChanges): Note => {
  const next = { ...note, ...changes };
  if (next.kind === 'question' && !('answer' in next)) return { ...next, answer: '' } as Note;
  return next as Note;
};

/**
 * @param base revision that the edit started from
 * @param draftTargets the drafts that become this change
 * @throws NotFound when the note was deleted meanwhile
 */
export const editNote = async (
  ports: Ports,
  id: Id,
  base: number,
  changes: NoteChanges,
  ...draftTargets: readonly string[]
): Promise<EditOutcome> => {
  const { store } = ports;
  const [note] = await store.getNotes([id]);
  if (note === null || note === undefined) throw new NotFound('notes', id);
  const drafts = { draftsDone: draftTargets };
  if (note.revision === base) {
    try {
      await store.write({
        label: 'note-edited',
        puts: [{ type: 'notes', base, record: changed(note, changes) }],
        ...drafts,
      });
      return { outcome: 'edited', id };
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
    }
  }
  return keepBoth(ports, id, changes, drafts);
};

const keepBoth = async (
  ports: Ports,
  id: Id,
  changes: NoteChanges,
  drafts: { readonly draftsDone?: readonly string[] },
): Promise<EditOutcome> => {
  const [note] = await ports.store.getNotes([id]);
  if (note === null || note === undefined) throw new NotFound('notes', id);
  const notes = await ports.store.listNotes(note);
  const following = notes.find(({ order }) => order > note.order);
  const copy = {
    ...changed(note, changes),
    ...newRecord(ports),
    order: orderBetween(note.order, following?.order ?? null),
  };
  await ports.store.write({
    label: 'note-edited',
    puts: [{ type: 'notes', base: null, record: copy }],
    ...drafts,
  });
  return { outcome: 'both-kept', id: copy.id };
};
