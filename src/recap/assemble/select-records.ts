/** The records that a post is made of, in order. */
import type { Id } from '../../model/ids.ts';
import type { Note } from '../../model/note.ts';
import { byOrder } from '../../model/order.ts';
import type { Session } from '../../model/session.ts';
import type { RecapInput, RecapProblem } from '../recap.ts';

export interface SelectedRecords {
  /** In order, without those left out. */
  readonly sessions: readonly Session[];
  /** In order, by session; the event's own under `null`. */
  readonly notes: ReadonlyMap<Id | null, readonly Note[]>;
  readonly problems: readonly RecapProblem[];
}

/** Sorts out what is deleted, left out or another event's. Notes whose session is not among the records are reported. */
export const selectRecords = ({ event, sessions, notes }: RecapInput): SelectedRecords => {
  const own = sessions.filter(({ eventId }) => eventId === event.id).toSorted(byOrder);
  const known = new Set<Id | null>([null, ...own.map(({ id }) => id)]);
  const written = own.filter(({ deletedAt, leftOut }) => deletedAt === null && !leftOut);
  const places = new Set<Id | null>([null, ...written.map(({ id }) => id)]);
  const grouped = new Map<Id | null, Note[]>();
  const problems: RecapProblem[] = [];
  for (const note of notes) {
    if (note.eventId !== event.id || note.deletedAt !== null) continue;
    const { sessionId } = note;
    if (places.has(sessionId)) {
      const group = grouped.get(sessionId);
      if (group === undefined) grouped.set(sessionId, [note]);
      else group.push(note);
    } else if (sessionId !== null && !known.has(sessionId)) {
      const where = { eventId: event.id, noteId: note.id };
      problems.push({ code: 'session-missing', missingSessionId: sessionId, where });
    }
  }
  for (const group of grouped.values()) group.sort(byOrder);
  return { sessions: written, notes: grouped, problems };
};
