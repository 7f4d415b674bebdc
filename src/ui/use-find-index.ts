/** What can be found, read when it is first asked for and kept while nothing changes; ready before it is complete. */
import { useEffect, useState } from 'preact/hooks';
import { type FindIndex, readFindIndex } from '../app/find.ts';
import type { Store } from '../app/ports.ts';
import { useReport } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';

const NOTHING: FindIndex = [];

interface Kept {
  index: FindIndex;
  current: boolean;
}

/** One for each store that a surface has opened. */
const kept = new WeakMap<Store, Kept>();

const keptOf = (store: Store): Kept => {
  const known = kept.get(store);
  if (known !== undefined) return known;
  const made: Kept = { index: NOTHING, current: false };
  kept.set(store, made);
  store.subscribe(() => {
    made.current = false;
  });
  return made;
};

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The index as far as it is known; `ready` once everything is in it. */
export const useFindIndex = (): { readonly index: FindIndex; readonly ready: boolean } => {
  const { store } = usePorts();
  const report = useReport();
  const [known] = useState(() => keptOf(store));
  const [state, setState] = useState({ index: known.index, ready: known.current });
  useEffect(() => {
    if (known.current) return undefined;
    let wanted = true;
    const read = async (): Promise<void> => {
      known.current = true;
      const index = await readFindIndex(store, {
        pause,
        clockMs: () => performance.now(),
        wanted: () => wanted,
      });
      if (index === null) {
        known.current = false;
        return;
      }
      known.index = index;
      setState({ index, ready: true });
    };
    read().catch((error: unknown) => {
      known.current = false;
      report(error);
    });
    return () => {
      wanted = false;
    };
  }, [known, store, report]);
  return state;
};
