/** Reading a programme: asked for, read, chosen from; a file may be dropped at any time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { takeHandedProgramme } from '../../app/hand-over-programme.ts';
import type { ConferenceEvent } from '../../model/event.ts';
import { Button } from '../../ui/components/button.tsx';
import { ChevronLeftIcon } from '../../ui/components/icons.tsx';
import { useReport } from '../../ui/components/toasts.tsx';
import { usePorts } from '../../ui/ports-context.ts';
import { t } from '../../ui/strings.ts';
import { AskProgramme } from './ask-programme.tsx';
import { useKnownAddress } from './known-address.ts';
import { ReadView } from './read-view.tsx';
import { useProgramme } from './use-programme.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export const ProgrammeView = ({
  event,
  onBack,
}: {
  /** The event that the programme is read for; `null` where there is none yet. */
  readonly event: ConferenceEvent | null;
  readonly onBack: () => void;
}) => {
  const reader = useProgramme();
  const { state, readFiles, readText } = reader;
  const knownAddress = useKnownAddress(event?.id ?? null);
  const [over, setOver] = useState(false);
  const ports = usePorts();
  const report = useReport();
  const readLatest = useRef(readText);
  readLatest.current = readText;
  // A programme that another surface brought; an open page is told by its address.
  useEffect(() => {
    const take = (): void => {
      takeHandedProgramme(ports).then((handed) => {
        if (handed !== null) readLatest.current(handed.text, handed.name);
      }, report);
    };
    take();
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, [ports, report]);
  useEffect(() => {
    document.title = `${t('programmeTitle')} · ${t('productName')}`;
  }, []);
  return (
    <main
      class="programme"
      onDragOver={(drag) => {
        if (!hasFiles(drag)) return;
        drag.preventDefault();
        setOver(true);
      }}
      onDragLeave={(drag) => {
        if (!(drag.relatedTarget instanceof Node && drag.currentTarget.contains(drag.relatedTarget)))
          setOver(false);
      }}
      onDrop={(drop) => {
        if (!hasFiles(drop)) return;
        drop.preventDefault();
        setOver(false);
        readFiles([...(drop.dataTransfer?.files ?? [])]);
      }}
    >
      <div class="programme-bar">
        <Button look="quiet" onClick={onBack}>
          <ChevronLeftIcon /> {event?.name ?? t('programmeBack')}
        </Button>
      </div>
      {state.step === 'asking' && (
        <AskProgramme
          failure={state.failure}
          over={over}
          knownAddress={knownAddress}
          onFiles={readFiles}
          onText={readText}
          onAddress={reader.readAddress}
          onRight={reader.readWithRight}
        />
      )}
      {state.step === 'reading' && (
        <div class="programme-reading" role="status">
          <progress aria-label={t('programmeReading', state.name)} />
          <p dir="auto">
            {t('programmeReading', state.name)}
            {state.bytes > 0 && ` ${t('programmeBytes', String(Math.ceil(state.bytes / 1000)))}`}
          </p>
          <Button onClick={reader.cancel}>{t('programmeCancel')}</Button>
        </div>
      )}
      {state.step === 'read' && (
        <ReadView
          key={state.reading.programme.feed}
          reading={state.reading}
          event={event}
          onZone={reader.inZone}
          onOther={reader.startOver}
        />
      )}
    </main>
  );
};
