/** Moves a session in the outline. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import { orderBetween } from '../model/order.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports } from './ports.ts';

/** @param beforeId the session it will stand before; `null` for the end. @throws NotFound */
export const moveSession = ({ store }: Ports, id: Id, beforeId: Id | null): Promise<void> =>
  againOnConflict(async () => {
    const session = await store.getSession(id);
    if (session === null) throw new NotFound('sessions', id);
    const others = (await store.listSessions(session.eventId)).filter((other) => other.id !== id);
    const found = beforeId === null ? -1 : others.findIndex((other) => other.id === beforeId);
    const at = found === -1 ? others.length : found;
    const order = orderBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null);
    await store.write({
      label: 'session-moved',
      puts: [{ type: 'sessions', base: session.revision, record: { ...session, order } }],
    });
  });
