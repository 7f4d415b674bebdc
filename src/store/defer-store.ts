/** A store that can be used before it is open: every call waits for the opening, in order. */
import { instantOf } from '../model/time.ts';
import { type DraftMirror, emptyMirror, readMirror, writeMirror } from './draft-mirror.ts';
import type { Store } from './store.ts';

/** What is passed on as it is, once the store is open. */
const ASKED = [
  'listEvents',
  'getEvent',
  'listSessions',
  'getSession',
  'listNotes',
  'listEventNotes',
  'listAllNotes',
  'listNotePage',
  'getNotes',
  'lastNoteOrder',
  'listRecentNotes',
  'countNotes',
  'findLink',
  'getImage',
  'listImages',
  'getPost',
  'getBlob',
  'getSettings',
  'listDrafts',
  'write',
  'undo',
  'redo',
] as const satisfies readonly (keyof Store)[];

/**
 * Calls fail as the opening failed. Drafts sent before it are in the mirror at once, in the store as soon as it is open.
 *
 * @param open asked with every call
 */
export const deferStore = (
  open: () => Promise<Store>,
  mirror: DraftMirror | null,
  nowMs: () => number,
): Store => {
  const asked = Object.fromEntries(
    ASKED.map((name) => [
      name,
      async (...given: unknown[]) => ((await open())[name] as (...all: unknown[]) => unknown)(...given),
    ]),
  ) as Pick<Store, (typeof ASKED)[number]>;
  const later = (call: (store: Store) => void): void => {
    open().then(call, () => undefined);
  };
  return {
    ...asked,
    peekDraft: (target) => readMirror(mirror, target),
    getDraft: async (target, mirrored = readMirror(mirror, target)) =>
      (await open()).getDraft(target, mirrored),
    putDraft: (draft) => {
      writeMirror(mirror, draft);
      later((store) => store.putDraft(draft));
    },
    deleteDraft: (target) => {
      emptyMirror(mirror, target, instantOf(nowMs()));
      later((store) => store.deleteDraft(target));
    },
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
