/** Finds notes, clips, sessions and events by what is written in them, in any script: no words are split, text is scanned. */
import type { ConferenceEvent } from '../model/event.ts';
import type { Note } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import { plainTextOf } from './plain-text-of.ts';
import type { Store } from './ports.ts';

export type Findable =
  | { readonly type: 'event'; readonly event: ConferenceEvent }
  | { readonly type: 'session'; readonly event: ConferenceEvent; readonly session: Session }
  | {
      readonly type: 'note';
      /** `null` in the inbox. */
      readonly event: ConferenceEvent | null;
      readonly session: Session | null;
      readonly note: Note;
    };

interface IndexEntry {
  readonly item: Findable;
  /** As it is shown, one line. */
  readonly text: string;
  /** As it is compared. */
  readonly folded: string;
}

export type FindIndex = readonly IndexEntry[];

export interface Found {
  readonly item: Findable;
  /** The text around the first match; `match` says where in it, `[start, end)`. */
  readonly excerpt: string;
  readonly match: readonly [number, number];
}

/** Characters of a note that are looked through: megabytes of pasted text are not prose. */
const FOUND_IN = 20_000;
const EXCERPT_BEFORE = 24;
const EXCERPT_LENGTH = 120;

/** Letter case, width and composed forms do not count. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

const oneLine = (...parts: readonly string[]): string =>
  parts.filter(Boolean).join(' · ').replace(/\s+/g, ' ').trim();

const noteText = (note: Note): string => {
  const text = plainTextOf(note.markdown.slice(0, FOUND_IN));
  if (note.kind === 'link') return oneLine(note.title, text, note.url);
  const answer = note.kind === 'question' ? plainTextOf(note.answer.slice(0, FOUND_IN)) : '';
  return oneLine(text, answer, note.source?.title ?? '');
};

const sessionText = (session: Session): string =>
  oneLine(
    session.title,
    ...session.speakers.map(({ name, affiliation }) => oneLine(name, affiliation)),
    session.room,
    session.track,
  );

const entry = (item: Findable, text: string): IndexEntry => ({ item, text, folded: fold(text) });

/** Reads everything once. Sessions and events come before notes; within each, the newest first. */
export const readFindIndex = async (store: Store): Promise<FindIndex> => {
  const events = await store.listEvents();
  const sessions = await Promise.all(events.map((event) => store.listSessions(event.id)));
  const notes = await store.listAllNotes();
  const eventById = new Map(events.map((event) => [event.id, event]));
  const sessionById = new Map(sessions.flat().map((session) => [session.id, session]));
  return [
    ...events.map((event) =>
      entry({ type: 'event', event }, oneLine(event.name, event.venue, ...event.tags)),
    ),
    ...events.flatMap((event, index) =>
      (sessions[index] ?? []).map((session) =>
        entry({ type: 'session', event, session }, sessionText(session)),
      ),
    ),
    ...notes.flatMap((note) => {
      const event = note.eventId === null ? null : (eventById.get(note.eventId) ?? null);
      // Notes of a deleted event wait for its undo, out of sight.
      if (note.eventId !== null && event === null) return [];
      const session = note.sessionId === null ? null : (sessionById.get(note.sessionId) ?? null);
      return [entry({ type: 'note', event, session, note }, noteText(note))];
    }),
  ];
};

const excerptOf = (text: string, folded: string, term: string): Omit<Found, 'item'> => {
  // Folding may change lengths; the place in the shown text is looked up there, and guessed only where that fails.
  const shown = text.toLowerCase().indexOf(term);
  const at = shown === -1 ? Math.min(folded.indexOf(term), text.length) : shown;
  const from = Math.max(0, at - EXCERPT_BEFORE);
  const excerpt = `${from > 0 ? '…' : ''}${text.slice(from, from + EXCERPT_LENGTH)}`;
  const start = at - from + (from > 0 ? 1 : 0);
  return { excerpt, match: [start, shown === -1 ? start : Math.min(start + term.length, excerpt.length)] };
};

/** All entries that hold every word of the query, in the index's order. @param limit results at the most */
export const find = (index: FindIndex, query: string, limit: number): readonly Found[] => {
  const terms = fold(query).split(/\s+/).filter(Boolean);
  const [first] = terms;
  if (first === undefined) return [];
  const found: Found[] = [];
  for (const { item, text, folded } of index) {
    if (!terms.every((term) => folded.includes(term))) continue;
    found.push({ item, ...excerptOf(text, folded, first) });
    if (found.length >= limit) break;
  }
  return found;
};
