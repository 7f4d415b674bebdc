/** Changes fields of an event; fields that another surface changed meanwhile stay as they are. */
import { NotFound } from '../model/errors.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { EventFields } from './create-event.ts';
import type { Ports } from './ports.ts';

/** @param change the new fields, from the event as it is now. @throws NotFound */
export const changeEvent = (
  { store }: Ports,
  id: Id,
  change: (event: ConferenceEvent) => Partial<EventFields>,
): Promise<void> =>
  againOnConflict(async () => {
    const event = await store.getEvent(id);
    if (event === null) throw new NotFound('events', id);
    await store.write({
      label: 'event-edited',
      puts: [{ type: 'events', base: event.revision, record: { ...event, ...change(event) } }],
    });
  });

/** @throws NotFound */
export const editEvent = (ports: Ports, id: Id, fields: Partial<EventFields>): Promise<void> =>
  changeEvent(ports, id, () => fields);
