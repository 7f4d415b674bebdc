/** No event yet: asks for a name and nothing else. */
import { createEvent, emptyEvent } from '../../app/create-event.ts';
import { isComposing } from '../keys.ts';
import { usePorts } from '../ports-context.ts';
import { recapLanguage } from '../recap-language.ts';
import { t } from '../strings.ts';
import { useDraft } from '../use-draft.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { useReport } from './toasts.tsx';

/** @param onLater shown as a way to go on without an event, where that makes sense */
export const FirstEvent = ({ onLater }: { readonly onLater?: () => void }) => {
  const ports = usePorts();
  const report = useReport();
  const draft = useDraft('first-event');
  const name = draft.text;
  const create = (): void => {
    if (name.trim() === '') return;
    createEvent(ports, emptyEvent(name, recapLanguage(), ports.machineTimeZone())).then(
      draft.discard,
      report,
    );
  };
  return (
    <form
      class="first-event"
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <p>{t('firstEventLead')}</p>
      <TextField
        label={t('eventName')}
        placeholder={t('eventNameExample')}
        value={name}
        autoFocus
        onInput={(event) => draft.type(event.currentTarget.value, event.currentTarget.selectionStart ?? 0)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isComposing(event)) event.preventDefault();
        }}
      />
      <div class="first-event-actions">
        <Button look="primary" submit disabled={name.trim() === ''}>
          {t('createEvent')}
        </Button>
        {onLater !== undefined && (
          <Button look="quiet" onClick={onLater}>
            {t('clipToInbox')}
          </Button>
        )}
      </div>
    </form>
  );
};
