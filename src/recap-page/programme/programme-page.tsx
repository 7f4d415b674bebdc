/** The way to a programme: its code loads when it is asked for. */
import { useEffect, useState } from 'preact/hooks';
import type { ConferenceEvent } from '../../model/event.ts';
import { useReport } from '../../ui/components/toasts.tsx';
import { eventHash, goTo } from '../route.ts';

const loadView = () => import('./programme-view.tsx');

type View = Awaited<ReturnType<typeof loadView>>['ProgrammeView'];

export const ProgrammePage = ({ event }: { readonly event: ConferenceEvent | null }) => {
  const report = useReport();
  const [loaded, setLoaded] = useState<{ readonly View: View } | null>(null);
  useEffect(() => {
    loadView().then(({ ProgrammeView }) => setLoaded({ View: ProgrammeView }), report);
  }, [report]);
  if (loaded === null) return <main class="recap-loading" aria-busy="true" />;
  return <loaded.View event={event} onBack={() => goTo(event === null ? '#' : eventHash(event.id))} />;
};
