/** Moves a note within its place or to another one. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import type { Place } from '../model/note.ts';
import { orderBetween } from '../model/order.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports } from './ports.ts';

/** @param beforeId the note it will stand before; `null` for the end. @throws NotFound */
export const moveNote = ({ store }: Ports, id: Id, place: Place, beforeId: Id | null): Promise<void> =>
  againOnConflict(async () => {
    const [note] = await store.getNotes([id]);
    if (note === null || note === undefined) throw new NotFound('notes', id);
    const others = (await store.listNotes(place)).filter((other) => other.id !== id);
    const found = beforeId === null ? -1 : others.findIndex((other) => other.id === beforeId);
    const at = found === -1 ? others.length : found;
    const order = orderBetween(others[at - 1]?.order ?? null, others[at]?.order ?? null);
    const { eventId, sessionId } = place;
    await store.write({
      label: 'note-moved',
      puts: [{ type: 'notes', base: note.revision, record: { ...note, eventId, sessionId, order } }],
    });
  });
