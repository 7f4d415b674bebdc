/** What a component shows of the store, read again when the store says that it changed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Store } from '../app/ports.ts';
import { useReport } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';

type StoreChange = Parameters<Parameters<Store['subscribe']>[0]>[0];

/**
 * Reads at once and after every change that concerns it. Returns `undefined` until the first answer. An answer that
 * comes after a newer question is dropped.
 *
 * @param key what the question depends on; another key asks anew and shows `undefined` until the answer
 */
export const useLive = <Answer>(
  key: string,
  read: (store: Store) => Promise<Answer>,
  concerns: (change: StoreChange) => boolean = () => true,
): Answer | undefined => {
  const { store } = usePorts();
  const report = useReport();
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: Answer }>();
  const latest = useRef({ read, concerns, question: 0 });
  latest.current.read = read;
  latest.current.concerns = concerns;
  useEffect(() => {
    const state = latest.current;
    const ask = async (): Promise<void> => {
      state.question += 1;
      const { question } = state;
      try {
        const value = await state.read(store);
        if (question === state.question) setAnswer({ key, value });
      } catch (error) {
        report(error);
      }
    };
    void ask();
    const stop = store.subscribe((change) => {
      if (state.concerns(change)) void ask();
    });
    return () => {
      state.question += 1;
      stop();
    };
  }, [store, key, report]);
  return answer?.key === key ? answer.value : undefined;
};
