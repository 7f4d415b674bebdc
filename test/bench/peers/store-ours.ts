/** Our store, as the bench asks for it: checked against revisions, journalled for undo, on disk when it resolves. */
import type { Note, Place } from '../../../src/model/note.ts';
import { openStore } from '../../../src/store/open-store.ts';

/** @public called in the page by its name */
export const open = async (name: string) => {
  const store = await openStore({ nowMs: Date.now, mirror: null, name });
  return {
    put: (note: Note) =>
      store.write({ label: 'note-kept', puts: [{ type: 'notes', base: null, record: note }] }),
    putAll: (notes: readonly Note[]) =>
      store.write({
        label: 'note-kept',
        puts: notes.map((record) => ({ type: 'notes', base: null, record }) as const),
      }),
    list: (place: Place) => store.listNotes(place),
  };
};
