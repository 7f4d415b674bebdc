/** The diary: what was heard when, day by day, with the time of each note. */
import type { Note } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import { clockTimeIn, type Instant, type PlainDate, plainDateIn, type TimeZone } from '../model/time.ts';
import { groupBy } from './group-by.ts';

interface DiaryNote {
  readonly note: Note;
  /** The wall clock in the event's zone, `HH:MM`. */
  readonly clock: string;
}

interface DiaryEntry {
  /** `null` for what was noted outside any session. */
  readonly session: Session | null;
  /** Of the session, or of its first note on that day. */
  readonly startsAt: Instant;
  readonly from: string;
  /** Empty when the session has no end. */
  readonly until: string;
  readonly notes: readonly DiaryNote[];
}

export interface DiaryDay {
  readonly date: PlainDate;
  readonly entries: readonly DiaryEntry[];
}

/**
 * Builds the diary of an event. A session counts as heard when it has notes or is named as attended; a note taken
 * days later stands under its session, on the session's day.
 *
 * @param attendedIds sessions that count without a note, such as starred ones that have ended
 * @returns days in order; in each, sessions by start, notes by the moment they were taken
 */
export const diaryOf = (
  sessions: readonly Session[],
  notes: readonly Note[],
  timeZone: TimeZone,
  attendedIds: ReadonlySet<string> = new Set(),
): readonly DiaryDay[] => {
  const kept = notes.filter(({ deletedAt }) => deletedAt === null);
  const inOrder = [...kept].sort(
    (left, right) => left.capturedAt.localeCompare(right.capturedAt) || left.id.localeCompare(right.id),
  );
  const notesOf = groupBy(inOrder, ({ sessionId }) => sessionId);
  const known = new Set(sessions.map(({ id }) => id));
  const clocked = (list: readonly Note[]): readonly DiaryNote[] =>
    list.map((note) => ({ note, clock: clockTimeIn(note.capturedAt, timeZone) }));
  const heard = sessions.flatMap((session): readonly DiaryEntry[] => {
    const own = notesOf.get(session.id) ?? [];
    const startsAt = session.startsAt ?? own[0]?.capturedAt;
    if (
      startsAt === undefined ||
      session.deletedAt !== null ||
      (own.length === 0 && !attendedIds.has(session.id))
    ) {
      return [];
    }
    return [
      {
        session,
        startsAt,
        from: clockTimeIn(startsAt, timeZone),
        until: session.endsAt === null ? '' : clockTimeIn(session.endsAt, timeZone),
        notes: clocked(own),
      },
    ];
  });
  const outside = inOrder.filter(({ sessionId }) => sessionId === null || !known.has(sessionId));
  const loose = [...groupBy(outside, ({ capturedAt }) => plainDateIn(capturedAt, timeZone)).values()].flatMap(
    (list): readonly DiaryEntry[] => {
      const [first] = list;
      if (first === undefined) return [];
      const from = clockTimeIn(first.capturedAt, timeZone);
      return [{ session: null, startsAt: first.capturedAt, from, until: '', notes: clocked(list) }];
    },
  );
  const entries = [...heard, ...loose].sort((left, right) => left.startsAt.localeCompare(right.startsAt));
  return [...groupBy(entries, ({ startsAt }) => plainDateIn(startsAt, timeZone))]
    .map(([date, list]) => ({ date, entries: list }))
    .sort((left, right) => left.date.localeCompare(right.date));
};
