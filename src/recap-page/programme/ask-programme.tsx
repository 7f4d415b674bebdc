/** Asks for a programme: a file picked or dropped, or text pasted; and says why the last one could not be read. */
import { useRef, useState } from 'preact/hooks';
import { LanyardError } from '../../model/errors.ts';
import { Button } from '../../ui/components/button.tsx';
import { TextAreaField } from '../../ui/components/field.tsx';
import { CalendarDaysIcon, TriangleAlertIcon } from '../../ui/components/icons.tsx';
import { errorMessage } from '../../ui/error-message.ts';
import { t } from '../../ui/strings.ts';

const ACCEPTED = '.xml,.json,.ics,.ical,.csv,.tsv,.txt,.frab,text/calendar,text/csv,application/json';

export interface ReadingFailure {
  readonly name: string;
  readonly error: unknown;
}

const Failure = ({ name, error }: ReadingFailure) => {
  const details = error instanceof LanyardError && error.code === 'invalid-input' ? error.details : null;
  const place = String(details?.field ?? '');
  return (
    <div class="programme-failure" role="alert">
      <TriangleAlertIcon />
      <div>
        <p class="programme-failure-title" dir="auto">
          {t('programmeFailed', name)}
        </p>
        {details === null ? (
          <p>{errorMessage(error)}</p>
        ) : (
          <>
            {place !== '' && <p>{t('programmeFailedAt', place)}</p>}
            <p>{t('programmeFailedWhy', String(details.reason ?? ''))}</p>
          </>
        )}
        <p>{t('programmeFailedNext')}</p>
      </div>
    </div>
  );
};

export const AskProgramme = ({
  failure,
  over,
  onFiles,
  onText,
}: {
  readonly failure: ReadingFailure | null;
  /** Files are held over the page. */
  readonly over: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
}) => {
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  return (
    <div class="programme-ask">
      <h1>{t('programmeTitle')}</h1>
      <p class="programme-lead">{t('programmeLead')}</p>
      {failure !== null && <Failure {...failure} />}
      <div class={over ? 'programme-drop is-over' : 'programme-drop'}>
        <CalendarDaysIcon />
        <p>{t('programmeDrop')}</p>
        <Button look="primary" onClick={() => picker.current?.click()}>
          {t('programmePick')}
        </Button>
        <input
          ref={picker}
          type="file"
          class="visually-hidden"
          aria-label={t('programmePick')}
          tabIndex={-1}
          multiple
          accept={ACCEPTED}
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            // The same file can be chosen again, after it was mended.
            event.currentTarget.value = '';
          }}
        />
      </div>
      <form
        class="programme-paste"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onText(text);
        }}
      >
        <TextAreaField
          label={t('programmePasteLabel')}
          value={text}
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() !== '' && (
          <Button submit look="primary">
            {t('programmePasteRead')}
          </Button>
        )}
      </form>
      <p class="programme-formats">{t('programmeFormats')}</p>
    </div>
  );
};
