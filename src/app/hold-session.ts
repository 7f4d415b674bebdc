/** Holds a session (or the overview) by hand against the clock, until the person lets go of it. */
import type { Id } from '../model/ids.ts';
import type { Ports } from './ports.ts';

export const holdSession = ({ store }: Ports, eventId: Id, sessionId: Id | null): Promise<void> =>
  store.write({ label: 'session-held', puts: [], settings: { heldSession: { eventId, sessionId } } });

/** The clock chooses again. */
export const letGoOfSession = ({ store }: Ports): Promise<void> =>
  store.write({ label: 'session-let-go', puts: [], settings: { heldSession: null } });
