/** A store that can be used before it is open: every call waits for the opening, in order. */
import { type DraftMirror, readMirror, writeMirror } from './draft-mirror.ts';
import type { Store } from './store.ts';

/** Calls fail as the opening failed. Drafts sent before it are in the mirror at once, in the store as soon as it is open. */
export const deferStore = (opening: Promise<Store>, mirror: DraftMirror | null): Store => {
  const open = opening;
  open.catch(() => undefined);
  const later = (call: (store: Store) => void): void => {
    open.then(call, () => undefined);
  };
  return {
    listEvents: async () => (await open).listEvents(),
    getEvent: async (id) => (await open).getEvent(id),
    listSessions: async (eventId) => (await open).listSessions(eventId),
    getSession: async (id) => (await open).getSession(id),
    listNotes: async (place) => (await open).listNotes(place),
    listEventNotes: async (eventId) => (await open).listEventNotes(eventId),
    listAllNotes: async () => (await open).listAllNotes(),
    listNotePage: async (afterId, limit) => (await open).listNotePage(afterId, limit),
    getNotes: async (ids) => (await open).getNotes(ids),
    lastNoteOrder: async (place) => (await open).lastNoteOrder(place),
    listRecentNotes: async (limit) => (await open).listRecentNotes(limit),
    countNotes: async (eventId) => (await open).countNotes(eventId),
    findLink: async (place, address) => (await open).findLink(place, address),
    getImage: async (id) => (await open).getImage(id),
    listImages: async (eventId) => (await open).listImages(eventId),
    getPost: async (eventId) => (await open).getPost(eventId),
    getBlob: async (hash) => (await open).getBlob(hash),
    getSettings: async () => (await open).getSettings(),
    peekDraft: (target) => readMirror(mirror, target),
    getDraft: async (target, mirrored = readMirror(mirror, target)) =>
      (await open).getDraft(target, mirrored),
    listDrafts: async () => (await open).listDrafts(),
    putDraft: (draft) => {
      writeMirror(mirror, draft);
      later((store) => store.putDraft(draft));
    },
    deleteDraft: (target) => later((store) => store.deleteDraft(target)),
    write: async (step) => (await open).write(step),
    undo: async (step) => (await open).undo(step),
    redo: async () => (await open).redo(),
    subscribe: (listener) => {
      let wanted = true;
      let stop: (() => void) | undefined;
      later((store) => {
        if (wanted) stop = store.subscribe(listener);
      });
      return () => {
        wanted = false;
        stop?.();
      };
    },
    close: () => later((store) => store.close()),
  };
};
