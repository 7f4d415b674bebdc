/** The session: one slot of the event. */
import type { Revisioned } from './event.ts';
import type { Id } from './ids.ts';
import type { OrderKey } from './order.ts';
import { epochMsOf, type Instant } from './time.ts';

export const SESSION_KINDS = [
  'talk',
  'keynote',
  'lightning-talk',
  'panel',
  'workshop',
  'office-hours',
  'hallway',
] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Separate fields; the template formats them. */
export interface Speaker {
  readonly name: string;
  readonly affiliation: string;
  readonly role: string;
  /** http(s) address or empty. */
  readonly url: string;
}

/** `null`: none; `pending`: promised for later. */
export type SessionLink = null | 'pending' | { readonly url: string };

export const SESSION_LINK_KINDS = ['page', 'slides', 'recording'] as const;
export type SessionLinkKind = (typeof SESSION_LINK_KINDS)[number];

export interface Session extends Revisioned {
  readonly eventId: Id;
  readonly kind: SessionKind;
  readonly title: string;
  readonly speakers: readonly Speaker[];
  readonly room: string;
  readonly track: string;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** Markdown. */
  readonly abstract: string;
  readonly links: Readonly<Record<SessionLinkKind, SessionLink>>;
  /** Where the session came from in a published schedule; `null` for one made by hand. */
  readonly scheduleKey: string | null;
  readonly order: OrderKey;
  /** Left out of the recap; its notes stay. */
  readonly leftOut: boolean;
  /** The person means to attend it: of what runs at the same time it comes first. Missing: nobody said so. */
  readonly starred?: boolean;
}

export const NO_SESSION_LINKS: Session['links'] = { page: null, slides: null, recording: null };

/** Where the clock stands among an event's sessions. */
export interface SessionClock {
  /** Running now: begun and not ended; what is starred comes first, then the one begun last. */
  readonly running: readonly Session[];
  /** The next to begin, of those that the person means to attend where there are such; or `null`. */
  readonly next: Session | null;
  /** The one captures go to: running, else the last of the day, else the only one, if it has no time; or `null`. */
  readonly current: Session | null;
}

/** Starred, or made by hand: what the person means to attend, once they have starred anything. */
export const isMeant = ({ starred, scheduleKey }: Pick<Session, 'starred' | 'scheduleKey'>): boolean =>
  starred === true || scheduleKey === null;

const HOUR_MS = 3_600_000;
/** A session without an end that nobody ended is over by then. */
const LONGEST_MS = 6 * HOUR_MS;
/** So long after its end a session still gets what is captured; after that the event's overview does. */
const LINGERS_MS = 12 * HOUR_MS;

/**
 * Reads the clock against the sessions. A session without an end runs until another begins, six hours at most; twelve
 * hours after the last one none is current. Instants are compared, so the machine's zone plays no part. Where sessions are starred, others do not become current by the clock alone.
 */
export const readSessionClock = (sessions: readonly Session[], nowMs: number): SessionClock => {
  const timed = sessions
    .flatMap((session) =>
      session.startsAt === null ? [] : [{ session, startMs: epochMsOf(session.startsAt) }],
    )
    .sort((left, right) => left.startMs - right.startMs);
  const begun = timed.filter(({ startMs }) => startMs <= nowMs);
  const upcoming = timed.filter(({ startMs }) => startMs > nowMs);
  const lastStartMs = begun.at(-1)?.startMs;
  const hasStars = sessions.some(({ starred }) => starred);
  const counts = ({ session }: { readonly session: Session }): boolean => !hasStars || isMeant(session);
  const running = begun
    .filter(({ session, startMs }) =>
      session.endsAt === null
        ? startMs === lastStartMs && nowMs - startMs < LONGEST_MS
        : nowMs < epochMsOf(session.endsAt),
    )
    .reverse()
    .sort((left, right) => Number(counts(right)) - Number(counts(left)));
  // The only session there is, without a time: nothing else can be meant.
  const only = timed.length === 0 && sessions.length === 1 ? (sessions[0] ?? null) : null;
  const recent = begun.filter(
    ({ session, startMs }) =>
      nowMs - (session.endsAt === null ? startMs : epochMsOf(session.endsAt)) < LINGERS_MS,
  );
  const current = running.find(counts) ?? recent.findLast(counts) ?? running[0] ?? recent.at(-1);
  return {
    running: running.map(({ session }) => session),
    next: (upcoming.find(counts) ?? upcoming[0])?.session ?? null,
    current: current?.session ?? only,
  };
};
