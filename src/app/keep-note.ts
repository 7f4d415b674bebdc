/** Keeps a note at the end of a place. */
import type { Revisioned } from '../model/event.ts';
import type { LinkNote, Note, Place, QuestionNote } from '../model/note.ts';
import { orderBetween } from '../model/order.ts';
import { newRecord } from './new-record.ts';
import type { Ports } from './ports.ts';

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

/**
 * Resolves when the note is on disk.
 *
 * @param draftTarget the draft that becomes this note
 */
export const keepNote = async (
  ports: Ports,
  place: Place,
  note: NewNote,
  draftTarget?: string,
): Promise<Note> => {
  const record = newRecord(ports);
  const order = orderBetween(await ports.store.lastNoteOrder(place), null);
  const kept = {
    ...record,
    ...note,
    eventId: place.eventId,
    sessionId: place.sessionId,
    order,
    capturedAt: record.createdAt,
  } as Note;
  await ports.store.write({
    label: 'note-kept',
    puts: [{ type: 'notes', base: null, record: kept }],
    ...(draftTarget === undefined ? {} : { draftsDone: [draftTarget] }),
  });
  return kept;
};
