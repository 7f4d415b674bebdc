/** Moves all notes of one place to the end of another, in one step that can be undone. */
import type { Place } from '../model/note.ts';
import { ordersBetween } from '../model/order.ts';
import { againOnConflict } from './again-on-conflict.ts';
import type { Ports, Put } from './ports.ts';

export const moveAllNotes = ({ store }: Ports, from: Place, to: Place): Promise<void> =>
  againOnConflict(async () => {
    const notes = await store.listNotes(from);
    if (notes.length === 0) return;
    const orders = ordersBetween(await store.lastNoteOrder(to), null, notes.length);
    const { eventId, sessionId } = to;
    await store.write({
      label: 'notes-moved',
      puts: notes.map((note, position): Put => {
        const record = { ...note, eventId, sessionId, order: orders[position] ?? note.order };
        return { type: 'notes', base: note.revision, record };
      }),
    });
  });
