/**
 * A store for as long as its page is open. A connection that the browser takes away (a full disk, its own data thrown out)
 * is opened again by the next call; one that gave way to a newer version is not.
 */
import { DataLost, StoreFailure } from '../model/errors.ts';
import type { ChangeListener } from './changes.ts';
import { renewLog } from './copy/renew-log.ts';
import { deferStore } from './defer-store.ts';
import { refuseFullDisk } from './disk-room.ts';
import { named } from './failures.ts';
import { openStore, type StoreOptions } from './open-store.ts';
import { DATABASE_NAME } from './schema.ts';
import type { Store } from './store.ts';

/** In `localStorage` from the time that the browser took a connection away until the log was mended. */
const TORN = 'torn-log';
/** What a new log takes, with room to spare. */
const NEW_LOG_BYTES = 24 * 1024 * 1024;

/** A write that the disk did not take leaves half a record at the end of the log: what is written behind it is lost. */
const mendLog = async ({ mirror, name = DATABASE_NAME }: StoreOptions): Promise<void> => {
  await refuseFullDisk(NEW_LOG_BYTES);
  await renewLog(name);
  mirror?.removeItem(TORN);
};

const noteTorn = ({ mirror }: StoreOptions): void => {
  try {
    mirror?.setItem(TORN, '1');
  } catch {
    // Without room there the next call of this page mends it.
  }
};

/** Whether the browser gave up the database in the midst of its opening. */
const isThrownOut = (failure: unknown): boolean =>
  failure instanceof StoreFailure &&
  failure.cause instanceof DOMException &&
  (failure.cause.name === 'AbortError' || failure.cause.name === 'InvalidStateError');

/** @throws StoreFailure when it does not open at first; later, each call that needs it open fails so */
export const openLastingStore = async (options: StoreOptions): Promise<Store> => {
  const listeners = new Set<ChangeListener>();
  let lost = options.mirror !== null && options.mirror.getItem(TORN) !== null;
  const connect = async (): Promise<Store> => {
    if (lost) await named('open', mendLog(options));
    const opened = await openStore({
      ...options,
      onClosed: () => {
        lost = true;
        noteTorn(options);
        // Without waiting for a call: what was thrown out with it is told while the page still waits for its first reads.
        Promise.resolve()
          .then(() => open())
          .catch(() => undefined);
      },
    });
    lost = false;
    opened.subscribe((change) => {
      for (const listener of [...listeners]) listener(change);
    });
    return opened;
  };
  // What was damaged is thrown out while it is opened: the next opening makes a new one, and finds what is missing.
  let store = await connect().catch((cause: unknown) => {
    if (!isThrownOut(cause)) throw cause;
    return connect();
  });
  let opening: Promise<Store> | undefined;
  const again = (): Promise<Store> => {
    opening ??= connect()
      .catch((cause: unknown) => {
        if (cause instanceof DataLost) options.onLoss?.(cause);
        throw cause;
      })
      .finally(() => {
        opening = undefined;
      });
    return opening;
  };
  const open = async (): Promise<Store> => {
    if (!lost) return store;
    const before = store;
    const next = await again();
    if (store === before) {
      before.close();
      store = next;
    }
    return store;
  };
  const waiting = deferStore(open, options.mirror, options.nowMs);
  const atOnce = (): Store => (lost ? waiting : store);
  return {
    ...waiting,
    // In the order in which they were asked for, and a draft within its input event: it must outlive the page.
    getDraft: (target, mirrored) => atOnce().getDraft(target, mirrored),
    putDraft: (draft) => atOnce().putDraft(draft),
    deleteDraft: (target) => atOnce().deleteDraft(target),
    write: (step) => atOnce().write(step),
    undo: (step) => atOnce().undo(step),
    redo: () => atOnce().redo(),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => store.close(),
  };
};
