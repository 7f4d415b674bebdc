/** The time to write into a note: of the day, or since the talk began. */
import type { Place } from '../model/note.ts';
import { clockTimeIn, epochMsOf, instantOf } from '../model/time.ts';
import type { Ports } from './ports.ts';

/** A session without an end is taken to run no longer than this. */
const LONGEST_MS = 4 * 3_600_000;
/** Talks overrun. */
const OVERRUN_MS = 30 * 60_000;

/** `HH:MM` in the event's zone; in the machine's where there is no event. */
export const timeOfDay = async (ports: Ports, place: Place): Promise<string> => {
  const event = place.eventId === null ? null : await ports.store.getEvent(place.eventId);
  return clockTimeIn(instantOf(ports.nowMs()), event?.timeZone ?? ports.machineTimeZone());
};

/** Whole minutes since the session began, `12′`; `null` when it does not run now or has no time. */
export const minuteOfTalk = async (ports: Ports, place: Place): Promise<string | null> => {
  const session = place.sessionId === null ? null : await ports.store.getSession(place.sessionId);
  if (session === null || session.startsAt === null) return null;
  const startMs = epochMsOf(session.startsAt);
  const endMs = session.endsAt === null ? startMs + LONGEST_MS : epochMsOf(session.endsAt) + OVERRUN_MS;
  const nowMs = ports.nowMs();
  return nowMs < startMs || nowMs > endMs ? null : `${Math.floor((nowMs - startMs) / 60_000)}′`;
};
