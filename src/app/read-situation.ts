/** Where the person stands: the current event, its sessions, and the session that captures go to. */
import type { ConferenceEvent } from '../model/event.ts';
import type { Place } from '../model/note.ts';
import { INBOX } from '../model/note.ts';
import { readSessionClock, type Session, type SessionClock } from '../model/session.ts';
import type { Ports } from './ports.ts';

export interface Situation {
  /** `null`: there is no event yet, captures go to the inbox. */
  readonly event: ConferenceEvent | null;
  readonly sessions: readonly Session[];
  readonly clock: SessionClock;
  /** `null`: the event's overview. */
  readonly session: Session | null;
  /** True when the session was chosen by hand. */
  readonly held: boolean;
  readonly place: Place;
}

const NO_CLOCK: SessionClock = { running: [], next: null, current: null };

/** The situation of these records at this instant (milliseconds since 1970). */
export const situationAt = (
  event: ConferenceEvent | null,
  sessions: readonly Session[],
  heldSession: { readonly eventId: string; readonly sessionId: string | null } | null,
  nowMs: number,
): Situation => {
  if (event === null)
    return { event, sessions: [], clock: NO_CLOCK, session: null, held: false, place: INBOX };
  const clock = readSessionClock(sessions, nowMs);
  const choice = heldSession?.eventId === event.id ? heldSession : null;
  const chosen = choice === null ? null : (sessions.find(({ id }) => id === choice.sessionId) ?? null);
  const held = choice !== null && (choice.sessionId === null || chosen !== null);
  const session = held ? chosen : clock.current;
  return {
    event,
    sessions,
    clock,
    session,
    held,
    place: { eventId: event.id, sessionId: session?.id ?? null },
  };
};

export const readSituation = async ({ store, nowMs }: Ports): Promise<Situation> => {
  const { currentEventId, heldSession } = await store.getSettings();
  const event = currentEventId === null ? null : await store.getEvent(currentEventId);
  const sessions = event === null ? [] : await store.listSessions(event.id);
  return situationAt(event, sessions, heldSession, nowMs());
};
