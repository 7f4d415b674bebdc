/** Changes fields of an event; fields that another surface changed meanwhile stay as they are. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import type { EventFields } from './create-event.ts';
import type { Ports } from './ports.ts';

/** @throws NotFound */
export const editEvent = async ({ store }: Ports, id: Id, fields: Partial<EventFields>): Promise<void> => {
  const event = await store.getEvent(id);
  if (event === null) throw new NotFound('events', id);
  await store.write({
    label: 'event-edited',
    puts: [{ type: 'events', base: event.revision, record: { ...event, ...fields } }],
  });
};
