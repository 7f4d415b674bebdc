/** What the person chose for the whole extension, not for one event. */
import type { RecapOptions } from '../model/event.ts';
import type { Id } from '../model/ids.ts';

export interface Settings {
  readonly currentEventId: Id | null;
  /** A session (or the overview, null) held by hand until it is let go. */
  readonly heldSession: { readonly eventId: Id; readonly sessionId: Id | null } | null;
  /** The event that was loaded to look around in; it may be deleted meanwhile. */
  readonly sampleEventId: Id | null;
  /** How the recaps of new events are written; absent: as Lanyard does. */
  readonly nextRecapOptions?: RecapOptions;
}

export const DEFAULT_SETTINGS: Settings = {
  currentEventId: null,
  heldSession: null,
  sampleEventId: null,
};
