/** Says that a step is done, and offers to take that very step back. */
import { useCallback } from 'preact/hooks';
import { UndoNotPossible } from '../model/errors.ts';
import { useReport, useToast } from './components/toasts.tsx';
import { usePorts } from './ports-context.ts';
import { t } from './strings.ts';

const WATCHED_MS = 20_000;

/** To be called when the step's write has resolved. `afterUndo` sets right what the journal does not know. */
type Done = (text: string, afterUndo?: () => Promise<void>) => void;

/** A step that came after it is never taken back in its place: undo is refused in words then. */
export const useDone = (): Done => {
  const { store } = usePorts();
  const show = useToast();
  const report = useReport();
  return useCallback(
    (text, afterUndo) => {
      let followed = false;
      const stop = store.subscribe(({ label }) => {
        followed ||= label !== null;
      });
      setTimeout(stop, WATCHED_MS);
      const undo = async (): Promise<void> => {
        stop();
        if (followed) throw new UndoNotPossible('changed-since');
        await store.undo();
        await afterUndo?.();
        show({ tone: 'done', text: t('undone') });
      };
      show({ tone: 'done', text, action: { label: t('undo'), run: () => void undo().catch(report) } });
    },
    [store, show, report],
  );
};
