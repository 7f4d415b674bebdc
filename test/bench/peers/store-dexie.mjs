/** Dexie, as its manual says, once as it comes and once on disk when it resolves, as ours is. */
import Dexie from 'dexie';

const openWith = async (name, options) => {
  const database = new Dexie(name, options);
  database.version(1).stores({ notes: 'id, place' });
  await database.open();
  const rowOf = (note) => ({ ...note, place: `${note.eventId}/${note.sessionId}` });
  return {
    put: (note) => database.notes.put(rowOf(note)),
    putAll: (notes) => database.notes.bulkPut(notes.map(rowOf)),
    list: ({ eventId, sessionId }) =>
      database.notes.where('place').equals(`${eventId}/${sessionId}`).sortBy('order'),
  };
};

export const open = (name) => openWith(name, {});
export const openStrict = (name) => openWith(name, { chromeTransactionDurability: 'strict' });
