/** The recap of an event, live: records read again where they changed, assembled again when the last time allows. */
import { useEffect, useState } from 'preact/hooks';
import {
  loadRecapRecords,
  NOTHING_TOUCHED,
  type RecapRecords,
  refreshRecapRecords,
  touchedBy,
} from '../app/load-recap.ts';
import type { Id } from '../model/ids.ts';
import { assembleRecap } from '../recap/assemble/assemble-recap.ts';
import { readAhead } from '../recap/assemble/ready-notes.ts';
import type { Recap } from '../recap/recap.ts';
import { useReport } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';

/** Work in one go, in milliseconds; then the page gets its turn. */
const SLICE_MS = 12;

const readInSlices = async (notes: RecapRecords['notes'], wanted: () => boolean): Promise<void> => {
  let startMs = performance.now();
  for (const note of notes) {
    readAhead(note);
    if (performance.now() - startMs < SLICE_MS) continue;
    await pause(0);
    if (!wanted()) return;
    startMs = performance.now();
  }
};

export interface RecapState {
  readonly records: RecapRecords;
  readonly recap: Recap;
}

/** A recap that takes long to assemble waits this many times as long before it is assembled again. */
const REST = 4;
const LONGEST_REST_MS = 2000;
const NOTICEABLE_MS = 16;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** `undefined` until the store has answered, `null` when there is no such event. */
export const useRecap = (eventId: Id): RecapState | null | undefined => {
  const { store, nowMs } = usePorts();
  const report = useReport();
  const [shown, setShown] = useState<{ readonly eventId: Id; readonly state: RecapState | null }>();
  useEffect(() => {
    let wanted = true;
    let running = false;
    let records: RecapRecords | null = null;
    let touched = NOTHING_TOUCHED;
    let asked = true;
    const read = (): Promise<RecapRecords | null> => {
      const what = touched;
      touched = NOTHING_TOUCHED;
      asked = false;
      return records === null
        ? loadRecapRecords({ store }, eventId)
        : refreshRecapRecords({ store }, records, what);
    };
    // Extension pages share a thread: a recap that nobody sees must not be in the way of who types in the panel.
    const follow = async (): Promise<void> => {
      if (running || document.hidden) return;
      running = true;
      try {
        while (wanted && asked && !document.hidden) {
          records = await read();
          await readInSlices(records?.notes ?? [], () => wanted);
          if (!wanted) return;
          const startMs = performance.now();
          const state =
            records === null ? null : { records, recap: assembleRecap({ ...records, nowMs: nowMs() }) };
          setShown({ eventId, state });
          const tookMs = performance.now() - startMs;
          if (tookMs > NOTICEABLE_MS) await pause(Math.min(LONGEST_REST_MS, tookMs * REST));
        }
      } catch (error) {
        // What had changed was not read: all of it is, as soon as there is a reason to look again.
        records = null;
        asked = true;
        report(error);
      } finally {
        running = false;
      }
    };
    void follow();
    const onVisible = (): void => void follow();
    document.addEventListener('visibilitychange', onVisible);
    const stop = store.subscribe((change) => {
      const next = touchedBy(touched, change, eventId);
      if (next === touched) return;
      touched = next;
      asked = true;
      void follow();
    });
    return () => {
      wanted = false;
      document.removeEventListener('visibilitychange', onVisible);
      stop();
    };
  }, [store, nowMs, eventId, report]);
  return shown?.eventId === eventId ? shown.state : undefined;
};
