/** A session that is being begun: what is typed before it is on disk goes there, and it is shown as soon as it is. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Situation } from '../app/read-situation.ts';
import type { Place } from '../model/note.ts';
import type { Session } from '../model/session.ts';

interface Begun {
  /** Of the session; where the person was when it could not be made. */
  readonly place: Promise<Place>;
  /** `null` until it is on disk. */
  readonly id: string | null;
}

export const useBegun = (live: Situation | undefined) => {
  const [begun, setBegun] = useState<Begun | null>(null);
  const id = begun?.id ?? null;
  const known = id !== null && live?.sessions.some((session) => session.id === id) === true;
  useEffect(() => {
    if (known) setBegun(null);
  }, [known]);
  const begin = useCallback((session: Promise<Session>, otherwise: Place): void => {
    const place = session.then(
      (made) => ({ eventId: made.eventId, sessionId: made.id }),
      () => otherwise,
    );
    setBegun({ place, id: null });
    session.then(
      (made) => setBegun({ place, id: made.id }),
      () => setBegun(null),
    );
  }, []);
  return { place: begun?.place, id, begin };
};
