/** Where the recap page stands: read from the address, so that other surfaces can lead to a place of it. */
import { useEffect, useState } from 'preact/hooks';
import { type Id, isId } from '../model/ids.ts';

/** `#welcome`, `#event/<id>`; anything else: the current event's recap. */
export type Route =
  | { readonly view: 'current' }
  | { readonly view: 'welcome' }
  | { readonly view: 'event'; readonly eventId: Id };

/** The route of an address's fragment. */
export const readRoute = (hash: string): Route => {
  const [view, id] = hash.replace(/^#/, '').split('/');
  if (view === 'welcome') return { view };
  return view === 'event' && isId(id) ? { view, eventId: id } : { view: 'current' };
};

/** The fragment that leads to an event. */
export const eventHash = (eventId: Id): string => `#event/${eventId}`;

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
