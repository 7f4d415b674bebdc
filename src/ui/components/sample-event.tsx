/** The sample event: a way in, and a way out that leaves nothing behind. */
import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { chooseEvent } from '../../app/choose-event.ts';
import type { Id } from '../../model/ids.ts';
import { usePorts } from '../ports-context.ts';
import { recapLanguage } from '../recap-language.ts';
import { t } from '../strings.ts';
import { useDone } from '../use-done.ts';
import { useLive } from '../use-live.ts';
import { Button } from './button.tsx';
import { SparklesIcon } from './icons.tsx';
import { useReport } from './toasts.tsx';

/** Loads the sample and takes it as the current event. `onLoad` is called in the click itself. */
export const SampleButton = ({
  onLoad,
  children,
}: {
  readonly onLoad?: () => void;
  /** In place of its usual words. */
  readonly children?: ComponentChildren;
}) => {
  const ports = usePorts();
  const report = useReport();
  const [loading, setLoading] = useState(false);
  const load = async (): Promise<void> => {
    setLoading(true);
    try {
      const { loadSample } = await import('../load-sample.ts');
      await loadSample(ports, recapLanguage());
    } catch (error) {
      report(error);
    } finally {
      setLoading(false);
    }
  };
  return (
    <Button
      disabled={loading}
      onClick={() => {
        onLoad?.();
        void load();
      }}
    >
      <SparklesIcon /> {children ?? t('sampleLoad')}
    </Button>
  );
};

/** True for the event that was loaded as the sample. */
export const useIsSample = (eventId: Id): boolean =>
  useLive(
    'sample',
    async (store) => (await store.getSettings()).sampleEventId,
    ({ settings }) => settings,
  ) === eventId;

/** Removes the sample with everything in it, and says so with a way back. */
export const useRemoveSample = (): ((eventId: Id) => Promise<void>) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  return useCallback(
    async (eventId) => {
      try {
        const { removeSampleEvent } = await import('../../app/sample/remove-sample-event.ts');
        await removeSampleEvent(ports, eventId);
        done(t('sampleRemoved'), () => chooseEvent(ports, eventId));
      } catch (error) {
        report(error);
      }
    },
    [ports, report, done],
  );
};
