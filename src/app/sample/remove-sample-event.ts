/** Takes the sample event out again with everything in it, in one step that can be undone. */
import { NotFound } from '../../model/errors.ts';
import type { Id } from '../../model/ids.ts';
import { instantOf } from '../../model/time.ts';
import { againOnConflict } from '../again-on-conflict.ts';
import type { Ports, Put } from '../ports.ts';

/** What was added to it goes with it. The newest other event becomes the current one. @throws NotFound */
export const removeSampleEvent = ({ store, nowMs }: Ports, id: Id): Promise<void> =>
  againOnConflict(async () => {
    const event = await store.getEvent(id);
    if (event === null) throw new NotFound('events', id);
    const [sessions, notes, images, events, { currentEventId }] = await Promise.all([
      store.listSessions(id),
      store.listEventNotes(id),
      store.listImages(id),
      store.listEvents(),
      store.getSettings(),
    ]);
    const deletedAt = instantOf(nowMs());
    await store.write({
      label: 'sample-removed',
      puts: [
        { type: 'events', base: event.revision, record: { ...event, deletedAt } },
        ...sessions.map(
          (session): Put => ({ type: 'sessions', base: session.revision, record: { ...session, deletedAt } }),
        ),
        ...notes.map((note): Put => ({ type: 'notes', base: note.revision, record: { ...note, deletedAt } })),
        ...images.map(
          (image): Put => ({ type: 'images', base: image.revision, record: { ...image, deletedAt } }),
        ),
      ],
      ...(currentEventId === id
        ? {
            settings: {
              currentEventId: events.find((other) => other.id !== id)?.id ?? null,
              heldSession: null,
            },
          }
        : {}),
    });
  });
