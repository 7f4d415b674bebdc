/** Moves a session in the outline. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import { insertAt } from '../model/order.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports, Put } from './ports.ts';

/** @param beforeId the session it will stand before; `null` for the end. @throws NotFound */
export const moveSession = ({ store }: Ports, id: Id, beforeId: Id | null): Promise<void> =>
  againOnConflict(async () => {
    const session = await store.getSession(id);
    if (session === null) throw new NotFound('sessions', id);
    const others = (await store.listSessions(session.eventId)).filter((other) => other.id !== id);
    const found = beforeId === null ? -1 : others.findIndex((other) => other.id === beforeId);
    const { order, pushed } = insertAt(others, found === -1 ? others.length : found);
    await store.write({
      label: 'session-moved',
      puts: [{ ...session, order }, ...pushed].map(
        (record): Put => ({ type: 'sessions', base: record.revision, record }),
      ),
    });
  });
