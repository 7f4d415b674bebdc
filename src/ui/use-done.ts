/** Says that a step is done, and offers to take that very step back. */
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useReport, useToast } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';
import { t } from './strings.ts';

/** To be called as soon as the step's write has resolved. `afterUndo` sets right what the journal does not know. */
type Done = (text: string, afterUndo?: () => Promise<void>) => void;

/** The step is known by its number, so that one that came after it is never taken back in its place. */
export const useDone = (): Done => {
  const { store } = usePorts();
  const show = useToast();
  const report = useReport();
  // A change is announced here before its write resolves, and those of other windows come between tasks only.
  const last = useRef<number | null>(null);
  useEffect(
    () =>
      store.subscribe(({ step }) => {
        if (step !== null) last.current = step;
      }),
    [store],
  );
  return useCallback(
    (text, afterUndo) => {
      const step = last.current;
      const undo = async (): Promise<void> => {
        await store.undo(step ?? undefined);
        await afterUndo?.();
        show({ tone: 'done', text: t('undone') });
      };
      show({ tone: 'done', text, action: { label: t('undo'), run: () => void undo().catch(report) } });
    },
    [store, show, report],
  );
};
