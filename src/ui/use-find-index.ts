/** What can be found, read when it is first asked for and kept while nothing changes; ready before it is complete. */
import { useEffect, useState } from 'preact/hooks';
import { type FindIndex, readFindIndex } from '../app/find.ts';
import type { Store } from '../app/ports.ts';
import { useReport } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';

const NOTHING: FindIndex = [];

interface Kept {
  index: FindIndex;
  /** Nothing was written since its reading began. */
  current: boolean;
  /** The reading that is under way. */
  reading: Promise<void> | null;
  /** Who waits for it: one that nobody waits for ends. */
  readers: number;
}

/** One for each store that a surface has opened. */
const kept = new WeakMap<Store, Kept>();

const keptOf = (store: Store): Kept => {
  const known = kept.get(store);
  if (known !== undefined) return known;
  const made: Kept = { index: NOTHING, current: false, reading: null, readers: 0 };
  kept.set(store, made);
  store.subscribe(() => {
    made.current = false;
  });
  return made;
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const read = async (store: Store, known: Kept): Promise<void> => {
  known.current = true;
  try {
    const index = await readFindIndex(store, {
      pause,
      clockMs: () => performance.now(),
      wanted: () => known.readers > 0,
    });
    if (index === null) known.current = false;
    else known.index = index;
  } catch (error) {
    known.current = false;
    throw error;
  } finally {
    known.reading = null;
  }
};

const isComplete = ({ current, reading }: Kept): boolean => current && reading === null;

/** The index as far as it is known; `ready` once everything is in it. */
export const useFindIndex = (): { readonly index: FindIndex; readonly ready: boolean } => {
  const { store } = usePorts();
  const report = useReport();
  const [known] = useState(() => keptOf(store));
  const [state, setState] = useState({ index: known.index, ready: isComplete(known) });
  useEffect(() => {
    let wanted = true;
    known.readers += 1;
    const follow = async (): Promise<void> => {
      while (wanted && !isComplete(known)) {
        known.reading ??= read(store, known);
        await known.reading;
      }
      if (wanted) setState({ index: known.index, ready: true });
    };
    follow().catch(report);
    return () => {
      wanted = false;
      known.readers -= 1;
    };
  }, [known, store, report]);
  return state;
};
