/** What is still missing, each with a way to it; an image without words can be given them on the spot. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { describeImage } from '../app/describe-image.ts';
import type { Id } from '../model/ids.ts';
import { imageIdOf } from '../model/image.ts';
import type { Session } from '../model/session.ts';
import { type CheckSeverity, checkRecap, type RecapCheck } from '../recap/checks/check-recap.ts';
import { Button } from '../ui/components/button.tsx';
import { CheckIcon, InfoIcon, TriangleAlertIcon } from '../ui/components/icons.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { imageUrl } from '../ui/image-urls.ts';
import { sessionLinkLabel, sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { type MessageKey, t, tCount } from '../ui/strings.ts';
import { useDone } from '../ui/use-done.ts';
import type { RecapState } from './use-recap.ts';

const TEXTS: Readonly<Record<RecapCheck['code'], MessageKey>> = {
  'recap-empty': 'checkRecapEmpty',
  'event-unnamed': 'checkEventUnnamed',
  'description-missing': 'checkDescription',
  'session-untitled': 'checkUntitled',
  'speaker-missing': 'checkSpeaker',
  'notes-missing': 'checkNotes',
  'answer-missing': 'checkAnswer',
  'link-pending': 'checkPending',
  'alt-missing': 'checkAlt',
  'image-remote': 'checkRemote',
  'image-missing': 'checkImageMissing',
  'date-invalid': 'checkDateInvalid',
  'date-in-future': 'checkDateFuture',
  'tag-unusable': 'checkTag',
  'session-missing': 'checkSessionGone',
  'shortcode-altered': 'checkShortcode',
};

const SEVERITIES: Readonly<Record<CheckSeverity, number>> = { error: 0, warning: 1, hint: 2 };
const SHOWN_AT_FIRST = 12;

/** Where a check leads. */
export interface CheckActions {
  readonly show: (sessionId: Id | null) => void;
  readonly edit: (sessionId: Id, part: 'title' | 'speakers' | 'links') => void;
  readonly write: (sessionId: Id | null) => void;
  readonly editEvent: () => void;
  readonly toFrontMatter: (field: 'description' | 'date') => void;
}

/** The part of the session's form that answers a check. */
const TO_SESSION: Partial<Record<RecapCheck['code'], 'title' | 'speakers' | 'links'>> = {
  'session-untitled': 'title',
  'speaker-missing': 'speakers',
  'link-pending': 'links',
};
const TO_FRONT_MATTER: Partial<Record<RecapCheck['code'], 'description' | 'date'>> = {
  'description-missing': 'description',
  'date-invalid': 'date',
  'date-in-future': 'date',
};

const follow = (check: RecapCheck, actions: CheckActions): void => {
  const sessionId = check.where.sessionId ?? null;
  const field = TO_FRONT_MATTER[check.code];
  const part = TO_SESSION[check.code];
  if (check.code === 'event-unnamed') actions.editEvent();
  else if (field !== undefined) actions.toFrontMatter(field);
  else if (check.code === 'notes-missing' || check.code === 'recap-empty') actions.write(sessionId);
  else if (part !== undefined && sessionId !== null) actions.edit(sessionId, part);
  else actions.show(sessionId);
};

const textOf = (check: RecapCheck): string => {
  if (check.code === 'link-pending') return t('checkPending', sessionLinkLabel(check.link));
  if (check.code === 'date-invalid' || check.code === 'date-in-future')
    return t(TEXTS[check.code], check.value);
  if (check.code === 'tag-unusable') return t('checkTag', check.tag);
  return t(TEXTS[check.code]);
};

const keyOf = (check: RecapCheck, index: number): string =>
  `${check.code} ${check.where.noteId ?? check.where.sessionId ?? index} ${'address' in check ? check.address : ''}`;

export const Missing = ({
  state,
  actions,
}: {
  readonly state: RecapState;
  readonly actions: CheckActions;
}) => {
  const [all, setAll] = useState(false);
  const checks = useMemo(
    () =>
      checkRecap({ ...state.records }, state.recap).toSorted(
        (left, right) => SEVERITIES[left.severity] - SEVERITIES[right.severity],
      ),
    [state],
  );
  const sessions = useMemo(
    () => new Map(state.records.sessions.map((session) => [session.id, session])),
    [state.records.sessions],
  );
  const shown = all ? checks : checks.slice(0, SHOWN_AT_FIRST);
  return (
    <section class="card" aria-labelledby="missing-title">
      <h2 id="missing-title" class="card-title">
        {t('missing')}
        {checks.length > 0 && <span class="card-count">{checks.length}</span>}
      </h2>
      {checks.length === 0 ? (
        <p class="all-good">
          <CheckIcon /> {t('missingNothing')}
        </p>
      ) : (
        <ul class="checks">
          {shown.map((check, index) => (
            <CheckRow
              key={keyOf(check, index)}
              check={check}
              session={sessions.get(check.where.sessionId ?? '')}
              actions={actions}
            />
          ))}
        </ul>
      )}
      {checks.length > shown.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {tCount('missingMoreOne', 'missingMore', checks.length - shown.length)}
        </Button>
      )}
    </section>
  );
};

const CheckRow = ({
  check,
  session,
  actions,
}: {
  readonly check: RecapCheck;
  readonly session: Session | undefined;
  readonly actions: CheckActions;
}) => {
  const { noteId } = check.where;
  return (
    <li class={`check-row is-${check.severity}`}>
      {check.severity === 'hint' ? <InfoIcon /> : <TriangleAlertIcon />}
      <div class="check-body">
        <button type="button" class="check-text" onClick={() => follow(check, actions)}>
          <span>{textOf(check)}</span>
          {session !== undefined && (
            <span class="check-where" dir="auto">
              {sessionName(session)}
            </span>
          )}
        </button>
        {check.code === 'alt-missing' && noteId !== undefined && (
          <AlternativeText noteId={noteId} address={check.address} />
        )}
      </div>
    </li>
  );
};

/** The picture, and the field for its words. */
const AlternativeText = ({ noteId, address }: { readonly noteId: Id; readonly address: string }) => {
  const ports = usePorts();
  const report = useReport();
  const done = useDone();
  const [url, setUrl] = useState<string | null>(null);
  const [text, setText] = useState('');
  const { store } = ports;
  useEffect(() => {
    const imageId = imageIdOf(address);
    if (imageId !== null) imageUrl(store, imageId).then(setUrl, report);
  }, [store, address, report]);
  const save = (): void => {
    if (text.trim() === '') return;
    describeImage(ports, noteId, address, text).then(() => done(t('noteSaved')), report);
  };
  return (
    <form
      class="describe"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {url !== null && <img src={url} alt="" />}
      <input
        class="input"
        dir="auto"
        aria-label={t('alternativeText')}
        placeholder={t('alternativeTextMissing')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={save}
      />
    </form>
  );
};
