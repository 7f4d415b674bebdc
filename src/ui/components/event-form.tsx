/** An event as a form in a dialog. */
import { useId, useState } from 'preact/hooks';
import { changeTimeZone } from '../../app/change-time-zone.ts';
import { chooseEvent } from '../../app/choose-event.ts';
import { createEvent } from '../../app/create-event.ts';
import { deleteEvent } from '../../app/delete-event.ts';
import { editEvent } from '../../app/edit-event.ts';
import { nextRecapOptions } from '../../app/next-recap-options.ts';
import { type ConferenceEvent, RECAP_LANGUAGES } from '../../model/event.ts';
import {
  type EventDraft,
  type EventProblems,
  eventDraftOf,
  newEventDraft,
  newEventFields,
  readEventDraft,
} from '../event-draft.ts';
import { recapLanguageLabel } from '../labels.ts';
import { usePorts } from '../ports-context.ts';
import { recapLanguage } from '../recap-language.ts';
import { t } from '../strings.ts';
import { useDone } from '../use-done.ts';
import { changedEntries, useFormDraft } from '../use-form-draft.ts';
import { Choices, TextAreaField, TextField } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { TimeZoneField } from './time-zone-field.tsx';
import { WordsField } from './words-field.tsx';

interface EventFormProps {
  /** `null` makes a new one, which becomes the current event. */
  readonly event: ConferenceEvent | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

export const EventForm = ({ event, onClose, onSaved }: EventFormProps) => {
  const ports = usePorts();
  const done = useDone();
  const id = useId();
  const [problems, setProblems] = useState<EventProblems>({});
  const form = useFormDraft<EventDraft>(
    event === null ? 'form:new-event' : `form:event:${event.id}`,
    event === null ? newEventDraft(ports.machineTimeZone(), recapLanguage()) : eventDraftOf(event),
  );
  const { fields, change } = form;

  const save = async (): Promise<boolean> => {
    const read = readEventDraft(fields);
    if (read.problems !== null) {
      setProblems(read.problems);
      return false;
    }
    if (event === null) {
      const made = await createEvent(ports, {
        ...newEventFields(read.fields),
        recapOptions: await nextRecapOptions(ports),
      });
      done(t('eventAdded', made.name));
      onSaved?.(made.id);
    } else if (form.changed) {
      const before = readEventDraft(form.initial).fields;
      const changes = before === null ? read.fields : changedEntries(before, read.fields);
      const { timeZone } = changes;
      if (timeZone === undefined) await editEvent(ports, event.id, changes);
      else await changeTimeZone(ports, event.id, timeZone, changes);
      done(t('eventSaved', read.fields.name));
      onSaved?.(event.id);
    }
    form.done();
    return true;
  };
  const remove = async (): Promise<void> => {
    if (event === null) return;
    const { currentEventId } = await ports.store.getSettings();
    await deleteEvent(ports, event.id);
    form.done();
    done(t('eventDeleted', event.name), async () => {
      if (currentEventId === event.id) await chooseEvent(ports, event.id);
    });
  };

  return (
    <FormDialog
      id={id}
      title={t(event === null ? 'newEvent' : 'editEvent')}
      submitLabel={t(event === null ? 'eventAdd' : 'save')}
      isNew={event === null}
      changed={form.changed}
      save={save}
      clear={form.reset}
      remove={remove}
      onClose={onClose}
    >
      <TextField
        label={t('eventName')}
        placeholder={t('eventNameExample')}
        value={fields.name}
        autoFocus
        error={problems.name && t('formNameMissing')}
        onInput={(input) => change({ name: input.currentTarget.value })}
      />
      <div class="field-row">
        <TextField
          label={t('eventStartsOn')}
          type="date"
          value={fields.startsOn}
          max={fields.endsOn}
          error={problems.dates && t('formDatesReversed')}
          onInput={(input) => change({ startsOn: input.currentTarget.value })}
        />
        <TextField
          label={t('eventEndsOn')}
          type="date"
          value={fields.endsOn}
          min={fields.startsOn}
          onInput={(input) => change({ endsOn: input.currentTarget.value })}
        />
      </div>
      <TimeZoneField
        value={fields.timeZone}
        wrong={problems.timeZone === true}
        {...(event !== null && event.timeZone !== fields.timeZone ? { hint: t('timeZoneMoves') } : {})}
        onTimeZone={(timeZone) => change({ timeZone })}
      />
      <div class="field-row">
        <TextField
          label={t('eventVenue')}
          value={fields.venue}
          onInput={(input) => change({ venue: input.currentTarget.value })}
        />
        <TextField
          label={t('eventUrl')}
          inputMode="url"
          placeholder={t('linkAddressExample')}
          value={fields.url}
          error={problems.url && t('formNoAddress')}
          onInput={(input) => change({ url: input.currentTarget.value })}
        />
      </div>
      <TextAreaField
        label={t('eventDescription')}
        hint={t('eventDescriptionHint')}
        value={fields.description}
        onInput={(input) => change({ description: input.currentTarget.value })}
      />
      <WordsField
        label={t('eventTags')}
        hint={t('wordsHint')}
        words={fields.tags}
        onWords={(tags) => change({ tags })}
      />
      <div class="field">
        <span class="field-label" aria-hidden="true">
          {t('recapLanguage')}
        </span>
        <Choices
          label={t('recapLanguage')}
          value={fields.language}
          options={RECAP_LANGUAGES.map((language) => ({
            value: language,
            label: recapLanguageLabel(language),
          }))}
          onChoose={(language) => change({ language })}
        />
      </div>
    </FormDialog>
  );
};
