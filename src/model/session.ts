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
}

export const NO_SESSION_LINKS: Session['links'] = { page: null, slides: null, recording: null };

/** Where the clock stands among an event's sessions. */
export interface SessionClock {
  /** Running now: begun and not ended; the one begun last comes first. */
  readonly running: readonly Session[];
  /** The next to begin, or `null`. */
  readonly next: Session | null;
  /** The one captures go to: running, else the last that ran, else the only one, if it has no time; or `null`. */
  readonly current: Session | null;
}

/**
 * Reads the clock against the sessions. A session without an end runs until another begins. Instants are compared,
 * so the machine's zone plays no part.
 */
export const readSessionClock = (sessions: readonly Session[], nowMs: number): SessionClock => {
  const timed = sessions
    .flatMap((session) =>
      session.startsAt === null ? [] : [{ session, startMs: epochMsOf(session.startsAt) }],
    )
    .sort((left, right) => left.startMs - right.startMs);
  const begun = timed.filter(({ startMs }) => startMs <= nowMs);
  const next = timed.find(({ startMs }) => startMs > nowMs)?.session ?? null;
  const lastStartMs = begun.at(-1)?.startMs;
  const running = begun
    .filter(({ session, startMs }) =>
      session.endsAt === null ? startMs === lastStartMs : nowMs < epochMsOf(session.endsAt),
    )
    .map(({ session }) => session)
    .reverse();
  // The only session there is, without a time: nothing else can be meant.
  const only = timed.length === 0 && sessions.length === 1 ? (sessions[0] ?? null) : null;
  return { running, next, current: running[0] ?? begun.at(-1)?.session ?? only };
};
