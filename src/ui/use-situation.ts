/** The person's situation, live: read again on changes of events and sessions, and as the clock goes on. */
import { useEffect, useState } from 'preact/hooks';
import { type Situation, situationAt } from '../app/read-situation.ts';
import { usePorts } from './ports-context.ts';
import { useLive } from './use-live.ts';

const TICK_MS = 15_000;

/** Milliseconds since 1970, a new value every quarter of a minute and when the surface comes back into sight. */
export const useNow = (): number => {
  const { nowMs } = usePorts();
  const [now, setNow] = useState(nowMs);
  useEffect(() => {
    const tick = () => setNow(nowMs());
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [nowMs]);
  return now;
};

const HINT = 'has-event';

/**
 * True when there was an event as a surface was last open: known before the store is, so that the first day begins with
 * its question and not with a field that goes away.
 */
export const hadEvent = (): boolean => localStorage.getItem(HINT) !== null;

const useHint = (hasEvent: boolean | undefined): void => {
  useEffect(() => {
    if (hasEvent === true) localStorage.setItem(HINT, '1');
    else if (hasEvent === false) localStorage.removeItem(HINT);
  }, [hasEvent]);
};

/** `undefined` until the store has answered. */
export const useSituation = (): Situation | undefined => {
  const { nowMs } = usePorts();
  // A new time renders anew; the time itself is read then, so that a session made this second has begun.
  useNow();
  const records = useLive(
    'situation',
    async (store) => {
      const { currentEventId, heldSession } = await store.getSettings();
      const event = currentEventId === null ? null : await store.getEvent(currentEventId);
      const sessions = event === null ? [] : await store.listSessions(event.id);
      return { event, sessions, heldSession };
    },
    (change) =>
      change.settings || change.records.some(({ type }) => type === 'events' || type === 'sessions'),
  );
  useHint(records && records.event !== null);
  return records === undefined
    ? undefined
    : situationAt(records.event, records.sessions, records.heldSession, nowMs());
};
