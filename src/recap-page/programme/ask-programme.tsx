/** Asks for a programme: a file picked or dropped, an address, or text pasted; and says why the last one could not be read. */
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/components/button.tsx';
import { TextAreaField, TextField } from '../../ui/components/field.tsx';
import { CalendarDaysIcon } from '../../ui/components/icons.tsx';
import { t } from '../../ui/strings.ts';
import { type ReadingFailure, ReadingFailureView } from './reading-failure.tsx';

const ACCEPTED = '.xml,.json,.ics,.ical,.csv,.tsv,.txt,.frab,text/calendar,text/csv,application/json';

export const AskProgramme = ({
  failure,
  over,
  knownAddress,
  onFiles,
  onText,
  onAddress,
  onRight,
}: {
  readonly failure: ReadingFailure | null;
  /** Files are held over the page. */
  readonly over: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
  /** The address that the event's programme was read from before; empty where there is none. */
  readonly knownAddress: string;
  readonly onAddress: (address: string) => void;
  readonly onRight: (address: string) => void;
}) => {
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const address = typed ?? knownAddress;
  return (
    <div class="programme-ask">
      <h1>{t('programmeTitle')}</h1>
      <p class="programme-lead">{t('programmeLead')}</p>
      {failure !== null && <ReadingFailureView failure={failure} onAddress={onAddress} onRight={onRight} />}
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
        class="programme-address"
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') onAddress(address);
        }}
      >
        <TextField
          label={t('programmeAddressLabel')}
          hint={t('programmeAddressHint')}
          value={address}
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <Button submit {...(address.trim() === '' ? { disabled: true } : {})}>
          {t(
            knownAddress !== '' && address === knownAddress
              ? 'programmeAddressAgain'
              : 'programmeAddressRead',
          )}
        </Button>
      </form>
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
