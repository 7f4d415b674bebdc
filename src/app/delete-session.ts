/** Deletes a session with its notes, in one step that can be undone. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import { instantOf } from '../model/time.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports, Put } from './ports.ts';

/** @throws NotFound */
export const deleteSession = ({ store, nowMs }: Ports, id: Id): Promise<void> =>
  againOnConflict(async () => {
    const session = await store.getSession(id);
    if (session === null) throw new NotFound('sessions', id);
    const deletedAt = instantOf(nowMs());
    const notes = await store.listNotes({ eventId: session.eventId, sessionId: id });
    await store.write({
      label: 'session-deleted',
      puts: [
        { type: 'sessions', base: session.revision, record: { ...session, deletedAt } },
        ...notes.map((note): Put => ({ type: 'notes', base: note.revision, record: { ...note, deletedAt } })),
      ],
    });
  });
