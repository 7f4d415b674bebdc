/** Deletes an event. Its sessions and notes stay behind it and come back with it when the step is undone. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import { instantOf } from '../model/time.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports } from './ports.ts';

/** The newest other event becomes the current one. @throws NotFound */
export const deleteEvent = ({ store, nowMs }: Ports, id: Id): Promise<void> =>
  againOnConflict(async () => {
    const event = await store.getEvent(id);
    if (event === null) throw new NotFound('events', id);
    const { currentEventId } = await store.getSettings();
    const others = (await store.listEvents()).filter((other) => other.id !== id);
    await store.write({
      label: 'event-deleted',
      puts: [{ type: 'events', base: event.revision, record: { ...event, deletedAt: instantOf(nowMs()) } }],
      ...(currentEventId === id
        ? { settings: { currentEventId: others[0]?.id ?? null, heldSession: null } }
        : {}),
    });
  });
