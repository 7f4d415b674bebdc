/** Changes an event's zone. Sessions were written down by the event's clocks: 10:00 stays 10:00. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import { clockTimeIn, type Instant, instantAt, plainDateIn, type TimeZone } from '../model/time.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { EventFields } from './create-event.ts';
import type { Ports, Put } from './ports.ts';

const sameClock = (instant: Instant | null, from: TimeZone, to: TimeZone): Instant | null =>
  instant === null ? null : instantAt(plainDateIn(instant, from), clockTimeIn(instant, from), to);

/**
 * One step for the event and all of its sessions.
 *
 * @param fields what else of the event changes
 * @throws NotFound
 */
export const changeTimeZone = (
  { store }: Ports,
  id: Id,
  timeZone: TimeZone,
  fields: Partial<EventFields> = {},
): Promise<void> =>
  againOnConflict(async () => {
    const event = await store.getEvent(id);
    if (event === null) throw new NotFound('events', id);
    const sessions = await store.listSessions(id);
    await store.write({
      label: 'event-edited',
      puts: [
        { type: 'events', base: event.revision, record: { ...event, ...fields, timeZone } },
        ...sessions
          .filter(({ startsAt, endsAt }) => startsAt !== null || endsAt !== null)
          .map((session): Put => {
            const startsAt = sameClock(session.startsAt, event.timeZone, timeZone);
            const endsAt = sameClock(session.endsAt, event.timeZone, timeZone);
            return { type: 'sessions', base: session.revision, record: { ...session, startsAt, endsAt } };
          }),
      ],
    });
  });
