/** A step back, a step forth: what is still being typed into a field is kept first. */
import { useContext } from 'preact/hooks';
import { useReport, useToast } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { AutosavesContext } from '../ui/use-autosave.ts';

export const useReplay = (): { readonly undo: () => void; readonly redo: () => void } => {
  const { store } = usePorts();
  const report = useReport();
  const show = useToast();
  const autosaves = useContext(AutosavesContext);
  const replay = async (direction: 'undo' | 'redo'): Promise<void> => {
    await autosaves.flush();
    await store[direction]();
    show({ tone: 'done', text: t(direction === 'undo' ? 'undone' : 'redone') });
  };
  return {
    undo: () => void replay('undo').catch(report),
    redo: () => void replay('redo').catch(report),
  };
};
