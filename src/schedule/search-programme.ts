/** Choosing among many sessions: search, filters, overlaps. Fourteen hundred sessions answer between two keystrokes. */
import { epochMsOf, type Instant, type PlainDate } from '../model/time.ts';
import type { Programme, ProgrammeSession } from './programme.ts';

/** What is asked for; an empty list asks for all. */
export interface ProgrammeFilter {
  /** Every word must stand somewhere in title, speakers, room, track or abstract; case and accents do not count. */
  readonly text: string;
  readonly tracks: readonly string[];
  readonly rooms: readonly string[];
  readonly days: readonly PlainDate[];
  /** `en`; a session in `de, en` is in both. */
  readonly languages: readonly string[];
  /** Keys of the only sessions wanted, such as the starred ones; `null` for all. */
  readonly keys: ReadonlySet<string> | null;
}

export const NO_FILTER: ProgrammeFilter = {
  text: '',
  tracks: [],
  rooms: [],
  days: [],
  languages: [],
  keys: null,
};

export interface ProgrammeSearch {
  /** The sessions' languages, each once, in order. */
  readonly languages: readonly string[];
  /** The sessions that the filter lets through, in the programme's order. */
  find(filter: ProgrammeFilter): readonly ProgrammeSession[];
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase();

const languagesOf = ({ language }: ProgrammeSession): readonly string[] =>
  language
    .toLowerCase()
    .split(/[\s,;/]+/)
    .filter((part) => part !== '');

const haystackOf = ({ title, subtitle, speakers, room, track, type, abstract }: ProgrammeSession): string =>
  folded(
    [
      title,
      subtitle,
      room,
      track,
      type,
      ...speakers.flatMap(({ name, affiliation }) => [name, affiliation]),
      abstract.text,
    ].join('\n'),
  );

/** Prepares the search once; each question is then a look at prepared text. */
export const createProgrammeSearch = (programme: Pick<Programme, 'sessions'>): ProgrammeSearch => {
  const entries = programme.sessions.map((session) => ({
    session,
    haystack: haystackOf(session),
    languages: languagesOf(session),
  }));
  const passes = (wanted: readonly string[]): ((value: string) => boolean) => {
    const set = new Set(wanted);
    return (value) => set.size === 0 || set.has(value);
  };
  return {
    languages: [...new Set(entries.flatMap(({ languages }) => languages))].sort(),
    find: ({ text, tracks, rooms, days, languages, keys }) => {
      const words = folded(text).split(/\s+/).filter(Boolean);
      const isTrack = passes(tracks);
      const isRoom = passes(rooms);
      const isDay = passes(days);
      const isLanguage = passes(languages.map((language) => language.toLowerCase()));
      return entries
        .filter(
          ({ session, haystack, languages: spoken }) =>
            isTrack(session.track) &&
            isRoom(session.room) &&
            isDay(session.day ?? '') &&
            (languages.length === 0 || spoken.some(isLanguage)) &&
            (keys === null || keys.has(session.key)) &&
            words.every((word) => haystack.includes(word)),
        )
        .map(({ session }) => session);
    },
  };
};

/** What overlaps need of a session: those of a programme and those of an event have it. */
interface Timed {
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
}

/**
 * The pairs that run at one time, in order of their starts. A session that ends when the other begins does not
 * overlap it; one without an end overlaps only what begins with it.
 */
export const overlapsOf = <Session extends Timed>(
  sessions: readonly Session[],
): readonly (readonly [Session, Session])[] => {
  const timed = sessions
    .flatMap((session) => {
      if (session.startsAt === null) return [];
      const startMs = epochMsOf(session.startsAt);
      return [{ session, startMs, endMs: session.endsAt === null ? startMs + 1 : epochMsOf(session.endsAt) }];
    })
    .sort((left, right) => left.startMs - right.startMs);
  const pairs: (readonly [Session, Session])[] = [];
  let running: typeof timed = [];
  for (const next of timed) {
    running = running.filter(({ endMs }) => endMs > next.startMs);
    for (const { session } of running) pairs.push([session, next.session]);
    running.push(next);
  }
  return pairs;
};
