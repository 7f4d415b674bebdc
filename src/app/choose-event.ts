/** Takes another event as the current one. */
import type { Id } from '../model/ids.ts';
import type { Ports } from './ports.ts';

export const chooseEvent = ({ store }: Ports, id: Id | null): Promise<void> =>
  store.write({ label: 'event-chosen', puts: [], settings: { currentEventId: id, heldSession: null } });
