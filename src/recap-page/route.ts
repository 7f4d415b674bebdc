/** Where the recap page stands: read from the address, so that other surfaces can lead to a place of it. */
import { useEffect, useState } from 'preact/hooks';
import { type Id, isId } from '../model/ids.ts';

/** `#welcome`, `#event/<id>`, `#event/<id>/<session id>`, `#programme`, `#programme/<id>`; anything else: the current event's recap. */
export type Route =
  | { readonly view: 'current' }
  | { readonly view: 'welcome' }
  | { readonly view: 'event'; readonly eventId: Id; readonly sessionId?: Id }
  /** A programme is read, for this event or for the current one. */
  | { readonly view: 'programme'; readonly eventId: Id | null };

/** The route of an address's fragment. */
export const readRoute = (hash: string): Route => {
  const [view, id, sessionId] = hash.replace(/^#/, '').split('/');
  if (view === 'welcome') return { view };
  if (view === 'programme') return { view, eventId: isId(id) ? id : null };
  if (view !== 'event' || !isId(id)) return { view: 'current' };
  return isId(sessionId) ? { view, eventId: id, sessionId } : { view, eventId: id };
};

/** The fragment that leads to an event, or to one of its sessions. */
export const eventHash = (eventId: Id, sessionId: Id | null = null): string =>
  sessionId === null ? `#event/${eventId}` : `#event/${eventId}/${sessionId}`;

/** The fragment that leads to reading a programme for an event. */
export const programmeHash = (eventId: Id | null): string =>
  eventId === null ? '#programme' : `#programme/${eventId}`;

/** The route, live. */
export const useRoute = (): Route => {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const follow = (): void => setHash(location.hash);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return readRoute(hash);
};

/** Goes there. */
export const goTo = (hash: string): void => {
  location.hash = hash;
};
