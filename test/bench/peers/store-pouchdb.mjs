/** PouchDB: documents whose ids begin with their place, as its manual advises. */
import PouchDB from 'pouchdb-browser';

export const open = async (name) => {
  const database = new PouchDB(name, { auto_compaction: true });
  const documentOf = (note) => ({
    ...note,
    _id: `${note.eventId}/${note.sessionId}/${note.order}/${note.id}`,
  });
  return {
    put: (note) => database.put(documentOf(note)),
    putAll: (notes) => database.bulkDocs(notes.map(documentOf)),
    list: async ({ eventId, sessionId }) => {
      const startkey = `${eventId}/${sessionId}/`;
      const { rows } = await database.allDocs({ include_docs: true, startkey, endkey: `${startkey}\uffff` });
      return rows.map(({ doc }) => doc);
    },
  };
};
