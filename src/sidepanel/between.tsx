/** The break between sessions: its code loads when the first session is over. */
import { useEffect, useState } from 'preact/hooks';
import type { Situation } from '../app/read-situation.ts';
import type { ConferenceEvent } from '../model/event.ts';
import { useReport } from '../ui/components/toasts.tsx';

const loadWrapUp = () => import('./wrap-up.tsx');

type View = Awaited<ReturnType<typeof loadWrapUp>>['WrapUp'];

export const Between = (props: {
  readonly situation: Situation;
  readonly event: ConferenceEvent;
  readonly onBullets: () => void;
}) => {
  const report = useReport();
  const [loaded, setLoaded] = useState<{ readonly View: View } | null>(null);
  useEffect(() => {
    loadWrapUp().then(({ WrapUp }) => setLoaded({ View: WrapUp }), report);
  }, [report]);
  return loaded === null ? null : <loaded.View {...props} />;
};
