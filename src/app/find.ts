/** Finds notes, clips, sessions and events by what is written in them, in any script: no words are split, text is scanned. */
import type { ConferenceEvent } from '../model/event.ts';
import type { Note } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import { fold, placeIn, squeeze } from './fold-text.ts';
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
  /** Without spaces, where the script sets them freely. */
  readonly squeezed: string | null;
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
/** Notes that are read in one go, and milliseconds of work before the page gets its turn: half a frame. */
const PAGE = 250;
const SLICE_MS = 8;

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

const entry = (item: Findable, text: string): IndexEntry => {
  const folded = fold(text);
  return { item, text, folded, squeezed: squeeze(text, folded) };
};

export interface ReadOptions {
  /** Gives the page its turn. */
  readonly pause: () => Promise<void>;
  readonly clockMs: () => number;
  /** Asked now and then; `false` ends the reading. */
  readonly wanted: () => boolean;
}

/**
 * Reads everything, in slices: a page of twenty thousand notes stays in use meanwhile. Sessions and events come before
 * notes; within each, the newest first. `null` when it was ended.
 */
export const readFindIndex = async (
  store: Store,
  { pause, clockMs, wanted }: ReadOptions,
): Promise<FindIndex | null> => {
  const events = await store.listEvents();
  const sessions = await Promise.all(events.map((event) => store.listSessions(event.id)));
  const eventById = new Map(events.map((event) => [event.id, event]));
  const sessionById = new Map(sessions.flat().map((session) => [session.id, session]));
  const noteEntry = (note: Note): IndexEntry | null => {
    const event = note.eventId === null ? null : (eventById.get(note.eventId) ?? null);
    // Notes of a deleted event wait for its undo, out of sight.
    if (note.eventId !== null && event === null) return null;
    const session = note.sessionId === null ? null : (sessionById.get(note.sessionId) ?? null);
    return entry({ type: 'note', event, session, note }, noteText(note));
  };
  const notes: IndexEntry[] = [];
  let afterId: string | null = null;
  let sliceStart = clockMs();
  do {
    const page = await store.listNotePage(afterId, PAGE);
    for (const note of page.notes) {
      const made = noteEntry(note);
      if (made !== null) notes.push(made);
      if (clockMs() - sliceStart < SLICE_MS) continue;
      await pause();
      if (!wanted()) return null;
      sliceStart = clockMs();
    }
    afterId = page.nextId;
  } while (afterId !== null);
  return [
    ...events.map((event) =>
      entry({ type: 'event', event }, oneLine(event.name, event.venue, ...event.tags)),
    ),
    ...events.flatMap((event, index) =>
      (sessions[index] ?? []).map((session) =>
        entry({ type: 'session', event, session }, sessionText(session)),
      ),
    ),
    ...notes.reverse(),
  ];
};

const excerptOf = ({ text, folded, squeezed }: IndexEntry, term: string): Omit<Found, 'item'> => {
  const at = folded.indexOf(term);
  const [first, last] =
    at === -1
      ? placeIn(text, (squeezed ?? '').indexOf(term), term.length, true)
      : placeIn(text, at, term.length, false);
  const from = Math.max(0, first - EXCERPT_BEFORE);
  const excerpt = `${from > 0 ? '…' : ''}${text.slice(from, from + EXCERPT_LENGTH)}`;
  const shift = from > 0 ? 1 - from : 0;
  return { excerpt, match: [first + shift, Math.min(last + shift, excerpt.length)] };
};

/** All entries that hold every word of the query, in the index's order. @param limit results at the most */
export const find = (index: FindIndex, query: string, limit: number): readonly Found[] => {
  const terms = fold(query).split(/\s+/).filter(Boolean);
  const [first] = terms;
  if (first === undefined) return [];
  const found: Found[] = [];
  for (const candidate of index) {
    const { folded, squeezed } = candidate;
    if (!terms.every((term) => folded.includes(term) || squeezed?.includes(term) === true)) continue;
    found.push({ item: candidate.item, ...excerptOf(candidate, first) });
    if (found.length >= limit) break;
  }
  return found;
};
