/** A new session in a word: its title and, at most, who speaks. It begins now when the event is today. */
import { createSession, EMPTY_SESSION } from '../app/create-session.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Session } from '../model/session.ts';
import { instantOf, plainDateIn } from '../model/time.ts';
import { Button } from '../ui/components/button.tsx';
import { Dialog } from '../ui/components/dialog.tsx';
import { TextField } from '../ui/components/field.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useFormDraft } from '../ui/use-form-draft.ts';

/** True on a day of the event, or when it has no days. */
const isToday = (event: ConferenceEvent, nowMs: number): boolean => {
  const today = plainDateIn(instantOf(nowMs), event.timeZone);
  const first = event.startsOn ?? today;
  return first <= today && today <= (event.endsOn ?? (event.startsOn === null ? today : first));
};

export const NewSession = ({
  event,
  onClose,
  onBegin,
}: {
  readonly event: ConferenceEvent;
  readonly onClose: () => void;
  /** The session is being made: the person writes on meanwhile. When it fails, the form comes back as it was. */
  readonly onBegin: (session: Promise<Session>) => void;
}) => {
  const ports = usePorts();
  const form = useFormDraft(`form:begin-session:${event.id}`, { title: '', speaker: '' });
  const { title, speaker } = form.fields;
  const create = async (): Promise<Session> => {
    const nowMs = ports.nowMs();
    const runsNow = isToday(event, nowMs);
    const [name = '', ...rest] = speaker.split(',').map((part) => part.trim());
    const session = await createSession(
      ports,
      event.id,
      {
        ...EMPTY_SESSION,
        title: title.trim(),
        startsAt: runsNow ? instantOf(nowMs) : null,
        speakers: name === '' ? [] : [{ name, affiliation: rest.join(', '), role: '', url: '' }],
      },
      runsNow ? 'follow-clock' : 'hold',
    );
    form.done();
    return session;
  };
  return (
    <Dialog title={t('newSession')} onClose={onClose}>
      <form
        class="new-session"
        onSubmit={(submit) => {
          submit.preventDefault();
          onBegin(create());
        }}
      >
        <TextField
          label={t('sessionTitle')}
          value={title}
          autoFocus
          onInput={(input) => form.change({ title: input.currentTarget.value })}
        />
        <TextField
          label={t('sessionSpeaker')}
          hint={t('sessionSpeakerHint')}
          value={speaker}
          onInput={(input) => form.change({ speaker: input.currentTarget.value })}
        />
        <div class="dialog-actions">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" submit>
            {t('startSession')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
