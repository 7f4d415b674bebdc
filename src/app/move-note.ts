/** Moves a note within its place or to another one. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import type { Place } from '../model/note.ts';
import { insertAt } from '../model/order.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports, Put } from './ports.ts';

/** One step up (-1) or down (1) in its place, as the store has it now; nothing at the edge. @throws NotFound */
export const stepNote = async (ports: Ports, id: Id, step: -1 | 1): Promise<void> => {
  const [note] = await ports.store.getNotes([id]);
  if (note === null || note === undefined) throw new NotFound('notes', id);
  const notes = await ports.store.listNotes(note);
  const at = notes.findIndex((other) => other.id === id);
  if (notes[at + step] === undefined) return;
  await moveNote(ports, id, note, notes[step === -1 ? at - 1 : at + 2]?.id ?? null);
};

/** @param beforeId the note it will stand before; `null` for the end. @throws NotFound */
export const moveNote = ({ store }: Ports, id: Id, place: Place, beforeId: Id | null): Promise<void> =>
  againOnConflict(async () => {
    const [note] = await store.getNotes([id]);
    if (note === null || note === undefined) throw new NotFound('notes', id);
    const others = (await store.listNotes(place)).filter((other) => other.id !== id);
    const found = beforeId === null ? -1 : others.findIndex((other) => other.id === beforeId);
    const { order, pushed } = insertAt(others, found === -1 ? others.length : found);
    const { eventId, sessionId } = place;
    await store.write({
      label: 'note-moved',
      puts: [
        { type: 'notes', base: note.revision, record: { ...note, eventId, sessionId, order } },
        ...pushed.map((record): Put => ({ type: 'notes', base: record.revision, record })),
      ],
    });
  });
