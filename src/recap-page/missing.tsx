/** What is still missing, each with a way to it; an image without words can be given them on the spot. */
import { useMemo, useState } from 'preact/hooks';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Session } from '../model/session.ts';
import type { RecapCheck } from '../recap/checks/check-recap.ts';
import { Button } from '../ui/components/button.tsx';
import { CheckIcon, InfoIcon, TriangleAlertIcon } from '../ui/components/icons.tsx';
import { sessionLinkLabel, sessionName } from '../ui/labels.ts';
import { type MessageKey, t, tCount } from '../ui/strings.ts';
import { AlternativeText } from './alternative-text.tsx';
import { CheckFix } from './check-fix.tsx';
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
  'date-without-offset': 'checkDateOffset',
  'key-refused': 'checkKeyRefused',
  'key-twice': 'checkKeyTwice',
  'key-missing': 'checkKeyMissing',
  'key-empty': 'checkKeyEmpty',
  'title-too-long': 'checkTitleLong',
  'tags-too-many': 'checkTagsMany',
  'tag-too-long': 'checkTagLong',
  'slug-unfit': 'checkSlug',
  'path-taken': 'checkPathTaken',
  'html-dropped': 'checkHtml',
  'heading-jump': 'checkHeadingJump',
  'link-twice': 'checkLinkTwice',
  'image-too-large': 'checkImageLarge',
};

const SHOWN_AT_FIRST = 12;

/** Where a check leads. */
export interface CheckActions {
  /** Opens the note's editor; without a note, the focus goes to the session's piece of the post. */
  readonly show: (sessionId: Id | null, noteId: Id | undefined) => void;
  readonly edit: (sessionId: Id, part: 'title' | 'speakers' | 'links') => void;
  readonly write: (sessionId: Id | null) => void;
  readonly editEvent: () => void;
  readonly toFrontMatter: (field: FrontMatterField) => void;
  readonly toSite: () => void;
}

type FrontMatterField = 'title' | 'description' | 'date' | 'lastmod' | 'tags' | 'slug';

/** The part of the session's form that answers a check. */
const TO_SESSION: Partial<Record<RecapCheck['code'], 'title' | 'speakers' | 'links'>> = {
  'session-untitled': 'title',
  'speaker-missing': 'speakers',
  'link-pending': 'links',
};
const TO_FRONT_MATTER: Partial<Record<RecapCheck['code'], FrontMatterField>> = {
  'description-missing': 'description',
  'date-invalid': 'date',
  'date-in-future': 'date',
  'date-without-offset': 'date',
  'title-too-long': 'title',
  'tags-too-many': 'tags',
  'tag-too-long': 'tags',
  'tag-unusable': 'tags',
  'slug-unfit': 'slug',
  'path-taken': 'slug',
};
const TO_SITE = new Set<RecapCheck['code']>(['key-refused', 'key-twice', 'key-missing', 'key-empty']);

const dateField = (key: string): FrontMatterField => (key === 'lastmod' ? key : 'date');

const follow = (check: RecapCheck, actions: CheckActions): void => {
  const sessionId = check.where.sessionId ?? null;
  const field =
    TO_FRONT_MATTER[check.code] === 'date' && 'key' in check
      ? dateField(check.key)
      : TO_FRONT_MATTER[check.code];
  const part = TO_SESSION[check.code];
  if (check.code === 'event-unnamed') actions.editEvent();
  else if (check.code === 'key-missing' && check.key === 'description') actions.toFrontMatter('description');
  else if (TO_SITE.has(check.code)) actions.toSite();
  else if (field !== undefined) actions.toFrontMatter(field);
  else if (check.code === 'notes-missing' || check.code === 'recap-empty') actions.write(sessionId);
  else if (part !== undefined && sessionId !== null) actions.edit(sessionId, part);
  else actions.show(sessionId, check.where.noteId);
};

const textOf = (check: RecapCheck): string => {
  if (check.code === 'link-pending') return t('checkPending', sessionLinkLabel(check.link));
  return t(TEXTS[check.code], ...detailsOf(check));
};

const MEBIBYTE = 1024 * 1024;

/** What the words of a check name. */
const detailsOf = (check: RecapCheck): string[] => {
  if ('value' in check) return [check.value];
  if ('tag' in check) return [check.tag, ...('limit' in check ? [String(check.limit)] : [])];
  if ('limit' in check) return [String(check.limit)];
  if ('key' in check) return [check.key];
  if ('slug' in check) return [check.slug];
  if ('path' in check) return [check.path];
  if ('html' in check) return [check.html];
  if ('heading' in check) return [check.heading];
  if ('bytes' in check) return [(check.bytes / MEBIBYTE).toFixed(1)];
  return [];
};

const keyOf = (check: RecapCheck, index: number): string =>
  `${check.code} ${check.where.noteId ?? check.where.sessionId ?? index} ${'address' in check ? check.address : ''}`;

export const Missing = ({
  state,
  checks,
  actions,
}: {
  readonly state: RecapState;
  readonly checks: readonly RecapCheck[];
  readonly actions: CheckActions;
}) => {
  const [all, setAll] = useState(false);
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
              event={state.records.event}
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
  event,
  actions,
}: {
  readonly check: RecapCheck;
  readonly event: ConferenceEvent;
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
        <CheckFix check={check} event={event} />
      </div>
    </li>
  );
};
