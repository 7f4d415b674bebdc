/** localForage: values by keys, so that a session's notes are looked for among all. */
import localforage from 'localforage';

export const open = async (name) => {
  const store = localforage.createInstance({ name, driver: localforage.INDEXEDDB });
  await store.ready();
  return {
    put: (note) => store.setItem(note.id, note),
    putAll: (notes) => Promise.all(notes.map((note) => store.setItem(note.id, note))),
    list: async ({ sessionId }) => {
      const found = [];
      await store.iterate((note) => {
        if (note.sessionId === sessionId) found.push(note);
      });
      return found.sort((left, right) => (left.order < right.order ? -1 : 1));
    },
  };
};
