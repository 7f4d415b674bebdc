/** Moves a note within its place or to another one. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import type { Place } from '../model/note.ts';
import { orderBetween, ordersBetween } from '../model/order.ts';
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
    const at = found === -1 ? others.length : found;
    const before = others[at - 1]?.order ?? null;
    // Windows that kept a note at the same moment gave one key to both: those behind the new place get keys of their own.
    const twins = before === null ? [] : others.slice(at).filter((other) => other.order <= before);
    const after = others[at + twins.length]?.order ?? null;
    const [order = orderBetween(before, after), ...rest] = ordersBetween(before, after, twins.length + 1);
    const { eventId, sessionId } = place;
    await store.write({
      label: 'note-moved',
      puts: [
        { type: 'notes', base: note.revision, record: { ...note, eventId, sessionId, order } },
        ...twins.map((twin, index): Put => {
          const record = { ...twin, order: rest[index] ?? twin.order };
          return { type: 'notes', base: twin.revision, record };
        }),
      ],
    });
  });
