/** No event yet: the popup asks for a name and nothing else. */
import { useState } from 'preact/hooks';
import { createEvent, emptyEvent } from '../app/create-event.ts';
import { RECAP_LANGUAGES } from '../model/event.ts';
import { Button } from '../ui/components/button.tsx';
import { TextField } from '../ui/components/field.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { isComposing } from '../ui/keys.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t, uiLanguage } from '../ui/strings.ts';

/** The recap language that fits the interface's. */
const recapLanguage = () => RECAP_LANGUAGES.find((language) => uiLanguage().startsWith(language)) ?? 'en';

export const FirstEvent = ({ onLater }: { readonly onLater: () => void }) => {
  const ports = usePorts();
  const report = useReport();
  const [name, setName] = useState('');
  const create = (): void => {
    if (name.trim() === '') return;
    createEvent(ports, emptyEvent(name, recapLanguage(), ports.machineTimeZone())).catch(report);
  };
  return (
    <form
      class="popup-body"
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <p class="popup-lead">{t('firstEventLead')}</p>
      <TextField
        label={t('eventName')}
        placeholder={t('eventNameExample')}
        value={name}
        autoFocus
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
        }}
      />
      <div class="popup-actions">
        <Button look="primary" submit disabled={name.trim() === ''}>
          {t('createEvent')}
        </Button>
        <Button look="quiet" onClick={onLater}>
          {t('clipToInbox')}
        </Button>
      </div>
    </form>
  );
};
