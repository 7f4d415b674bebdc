/** A session as a form in a dialog. */
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { createSession, EMPTY_SESSION } from '../../app/create-session.ts';
import { deleteSession } from '../../app/delete-session.ts';
import { editSession } from '../../app/edit-session.ts';
import type { ConferenceEvent } from '../../model/event.ts';
import { SESSION_KINDS, type Session } from '../../model/session.ts';
import { instantOf, plainDateIn } from '../../model/time.ts';
import { sessionKindLabel, sessionName } from '../labels.ts';
import { usePorts } from '../ports-context.ts';
import {
  readSessionDraft,
  type SessionDraft,
  type SessionProblems,
  sessionDraftOf,
} from '../session-draft.ts';
import { readSessionTimes, type TimesProblem } from '../session-times.ts';
import { type MessageKey, t } from '../strings.ts';
import { useDone } from '../use-done.ts';
import { changedEntries, useFormDraft } from '../use-form-draft.ts';
import { Choices, TextAreaField, TextField } from './field.tsx';
import { FormDialog } from './form-dialog.tsx';
import { SessionLinksField } from './session-links-field.tsx';
import { SpeakersField } from './speakers-field.tsx';

const TIMES_PROBLEMS: Readonly<Record<TimesProblem, MessageKey>> = {
  'date-missing': 'formDateMissing',
  'start-missing': 'formStartMissing',
  'end-before-start': 'formEndBeforeStart',
  'no-such-time': 'formNoSuchTime',
};

interface SessionFormProps {
  readonly event: ConferenceEvent;
  /** `null` makes a new one. */
  readonly session: Session | null;
  /** The day that a new session is on; the event's first, else today, when left out. */
  readonly day?: string;
  /** The part that the person came for. */
  readonly focus?: 'title' | 'speakers' | 'links';
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

export const SessionForm = ({ event, session, day, focus = 'title', onClose, onSaved }: SessionFormProps) => {
  const ports = usePorts();
  const done = useDone();
  const id = useId();
  const [problems, setProblems] = useState<SessionProblems>({});
  const shownDay = day ?? event.startsOn ?? plainDateIn(instantOf(ports.nowMs()), event.timeZone);
  const form = useFormDraft<SessionDraft>(
    session === null ? `form:new-session:${event.id}` : `form:session:${session.id}`,
    sessionDraftOf(session ?? EMPTY_SESSION, event, shownDay),
  );
  const { fields, change } = form;

  useLayoutEffect(() => {
    if (focus === 'title') return;
    document.getElementById(id)?.querySelector<HTMLElement>(`[data-part="${focus}"] input`)?.focus();
  }, [id, focus]);

  const save = async (): Promise<boolean> => {
    const read = readSessionDraft(fields, event.timeZone);
    if (read.problems !== null) {
      setProblems(read.problems);
      return false;
    }
    if (session === null) {
      const made = await createSession(ports, event.id, { ...EMPTY_SESSION, ...read.fields });
      done(t('sessionAdded', sessionName(made)));
      onSaved?.(made.id);
    } else if (form.changed) {
      const before = readSessionDraft(form.initial, event.timeZone).fields;
      await editSession(
        ports,
        session.id,
        before === null ? read.fields : changedEntries(before, read.fields),
      );
      done(t('sessionSaved', sessionName({ ...session, ...read.fields })));
      onSaved?.(session.id);
    }
    form.done();
    return true;
  };
  const remove = async (): Promise<void> => {
    if (session === null) return;
    await deleteSession(ports, session.id);
    form.done();
    done(t('sessionDeleted', sessionName(session)));
  };

  return (
    <FormDialog
      id={id}
      title={t(session === null ? 'newSession' : 'editSession')}
      submitLabel={t(session === null ? 'sessionAdd' : 'save')}
      isNew={session === null}
      changed={form.changed}
      save={save}
      clear={form.reset}
      remove={remove}
      onClose={onClose}
    >
      <Choices
        label={t('sessionKind')}
        value={fields.kind}
        options={SESSION_KINDS.map((kind) => ({ value: kind, label: sessionKindLabel(kind) }))}
        onChoose={(kind) => change({ kind })}
      />
      <TextField
        label={t('sessionTitle')}
        value={fields.title}
        autoFocus={focus === 'title'}
        onInput={(input) => change({ title: input.currentTarget.value })}
      />
      <div data-part="speakers">
        <SpeakersField
          speakers={fields.speakers}
          onSpeakers={(speakers) => change({ speakers })}
          wrong={problems.speakers ?? []}
        />
      </div>
      <TimesFields fields={fields} timeZone={event.timeZone} problem={problems.times} change={change} />
      <div class="field-row">
        <TextField
          label={t('sessionRoom')}
          value={fields.room}
          onInput={(input) => change({ room: input.currentTarget.value })}
        />
        <TextField
          label={t('sessionTrack')}
          value={fields.track}
          onInput={(input) => change({ track: input.currentTarget.value })}
        />
      </div>
      <div data-part="links">
        <SessionLinksField
          links={fields.links}
          onLinks={(links) => change({ links })}
          wrong={problems.links ?? []}
        />
      </div>
      <TextAreaField
        label={t('sessionAbstract')}
        value={fields.abstract}
        onInput={(input) => change({ abstract: input.currentTarget.value })}
      />
    </FormDialog>
  );
};

const TimesFields = ({
  fields,
  timeZone,
  problem,
  change,
}: {
  readonly fields: SessionDraft;
  readonly timeZone: string;
  readonly problem: TimesProblem | undefined;
  readonly change: (changes: Partial<SessionDraft>) => void;
}) => {
  const id = useId();
  const read = readSessionTimes(fields, timeZone);
  const hint =
    read.problem === null && read.nextDay && fields.endDate === ''
      ? t('formEndsNextDay')
      : t('formTimesIn', timeZone);
  return (
    <fieldset class="times" aria-describedby={id}>
      <legend class="visually-hidden">{t('sessionTimes')}</legend>
      <div class="times-row">
        <TextField
          label={t('formDay')}
          type="date"
          value={fields.date}
          onInput={(input) => change({ date: input.currentTarget.value })}
        />
        <TextField
          label={t('formStart')}
          type="time"
          value={fields.start}
          onInput={(input) => change({ start: input.currentTarget.value })}
        />
        <TextField
          label={t('formEnd')}
          type="time"
          value={fields.end}
          onInput={(input) => change({ end: input.currentTarget.value })}
        />
        {fields.endDate !== '' && (
          <TextField
            label={t('formEndDay')}
            type="date"
            value={fields.endDate}
            onInput={(input) => change({ endDate: input.currentTarget.value })}
          />
        )}
      </div>
      <span id={id} class={problem === undefined ? 'field-hint' : 'field-error'}>
        {problem === undefined ? hint : t(TIMES_PROBLEMS[problem])}
      </span>
    </fieldset>
  );
};
