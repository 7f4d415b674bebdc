/** The way to a programme: its code loads when it is asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { ConferenceEvent } from '../../model/event.ts';
import { useReport, useToast } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { t } from '../../ui/strings.ts';
import { usePageKeys } from '../page-keys.ts';
import { eventHash, goTo } from '../route.ts';
import { ShortcutsDialog } from '../shortcuts-dialog.tsx';

const loadView = () => import('./programme-view.tsx');

type View = Awaited<ReturnType<typeof loadView>>['ProgrammeView'];

export const ProgrammePage = ({ event }: { readonly event: ConferenceEvent | null }) => {
  const { store } = usePorts();
  const report = useReport();
  const show = useToast();
  const [shortcuts, setShortcuts] = useState(false);
  const [loaded, setLoaded] = useState<{ readonly View: View } | null>(null);
  useEffect(() => {
    loadView().then(({ ProgrammeView }) => setLoaded({ View: ProgrammeView }), report);
  }, [report]);
  const replay = (direction: 'undo' | 'redo'): void =>
    void store[direction]().then(
      () => show({ tone: 'done', text: t(direction === 'undo' ? 'undone' : 'redone') }),
      report,
    );
  usePageKeys({
    undo: () => replay('undo'),
    redo: () => replay('redo'),
    shortcuts: () => setShortcuts(true),
  });
  if (loaded === null) return <main class="recap-loading" aria-busy="true" />;
  return (
    <>
      <loaded.View event={event} onBack={() => goTo(event === null ? '#' : eventHash(event.id))} />
      {shortcuts && <ShortcutsDialog onClose={() => setShortcuts(false)} />}
    </>
  );
};
