/** Keeps notes at the end of a place. */
import type { Revisioned } from '../model/event.ts';
import type { LinkNote, Note, Place, QuestionNote } from '../model/note.ts';
import { ordersBetween } from '../model/order.ts';
import { instantOf } from '../model/time.ts';
import { newRecord } from './new-record.ts';
import type { Ports, Put } from './ports.ts';

type Made = keyof Revisioned | keyof Place | 'order' | 'capturedAt';
type SimpleKind = Exclude<Note['kind'], 'question' | 'link'>;

/** A note as it comes from a person or a page, before it has a place in the store. */
export type NewNote =
  | Omit<QuestionNote, Made>
  | Omit<LinkNote, Made>
  | (Omit<Note, Made | 'kind'> & { readonly kind: SimpleKind });

/** Text of a person's own, without a source. */
export const textNote = (markdown: string, kind: 'text' | 'quote' | 'takeaway' = 'text'): NewNote => ({
  kind,
  markdown,
  source: null,
});

/** The record of a new note. */
export const noteRecord = (ports: Ports, place: Place, order: string, note: NewNote): Note => {
  const record = newRecord(ports);
  const { eventId, sessionId } = place;
  return { ...record, ...note, eventId, sessionId, order, capturedAt: record.createdAt } as Note;
};

/**
 * One step for all of them. Resolves when they are on disk.
 *
 * @param place may be told later than it is asked
 * @param draftTargets the drafts that become these notes
 */
export const keepNotes = async (
  ports: Ports,
  place: Place | Promise<Place>,
  notes: readonly NewNote[],
  ...draftTargets: readonly string[]
): Promise<readonly Note[]> => {
  const askedAt = instantOf(ports.nowMs());
  const at = await place;
  const orders = ordersBetween(await ports.store.lastNoteOrder(at), null, notes.length);
  const kept = notes.map((note, position) => noteRecord(ports, at, orders[position] ?? '', note));
  await ports.store.write({
    label: 'note-kept',
    appends: true,
    puts: kept.map((record): Put => ({ type: 'notes', base: null, record })),
    draftsDone: draftTargets,
    askedAt,
  });
  return kept;
};
