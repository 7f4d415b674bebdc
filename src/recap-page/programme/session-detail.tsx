/** The session that is looked at: everything the programme says of it. */
import type { TimeZone } from '../../model/time.ts';
import type { ProgrammeSession } from '../../schedule/programme.ts';
import { Button } from '../../ui/components/button.tsx';
import { CheckIcon, ClockIcon, MapPinIcon, StarIcon, TriangleAlertIcon } from '../../ui/components/icons.tsx';
import { MarkdownView } from '../../ui/components/markdown-view.tsx';
import { sessionKindLabel, sessionLinkLabel } from '../../ui/labels.ts';
import { t } from '../../ui/strings.ts';
import { clockText, dayTitle } from './session-texts.ts';

const LINKS = ['page', 'slides', 'recording'] as const;

export const SessionDetail = ({
  session,
  abstract,
  timeZone,
  starred,
  taken,
  overlaps,
  onStar,
}: {
  readonly session: ProgrammeSession;
  /** Markdown; `null` while the code that converts is on its way. */
  readonly abstract: string | null;
  readonly timeZone: TimeZone;
  readonly starred: boolean;
  readonly taken: boolean;
  /** Starred sessions at the same time. */
  readonly overlaps: readonly ProgrammeSession[];
  readonly onStar: () => void;
}) => (
  <article class="programme-detail" aria-label={session.title}>
    <p class="programme-detail-kind">
      {[session.isBreak ? t('programmeIsBreak') : sessionKindLabel(session.kind), session.track]
        .filter(Boolean)
        .join(' · ')}
    </p>
    <h2 dir="auto">{session.title}</h2>
    {session.subtitle !== '' && (
      <p class="programme-detail-subtitle" dir="auto">
        {session.subtitle}
      </p>
    )}
    <p class="event-fact">
      <ClockIcon /> {[dayTitle(session.day), clockText(session, timeZone)].filter(Boolean).join(', ')}
    </p>
    {session.room !== '' && (
      <p class="event-fact">
        <MapPinIcon /> <bdi>{session.room}</bdi>
      </p>
    )}
    {session.speakers.length > 0 && (
      <ul class="programme-detail-speakers">
        {session.speakers.map(({ name, affiliation, role }) => (
          <li key={name} dir="auto">
            <b>{name}</b> {[role, affiliation].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    )}
    {taken ? (
      <p class="programme-detail-taken">
        <CheckIcon /> {t('programmeIsTaken')}
      </p>
    ) : session.isCancelled ? (
      <p class="programme-detail-cancelled">{t('programmeIsCancelled')}</p>
    ) : (
      <Button aria-pressed={starred} onClick={onStar}>
        <StarIcon /> {t(starred ? 'programmeUnstar' : 'programmeStar')}
      </Button>
    )}
    {overlaps.length > 0 && (
      <p class="programme-detail-overlaps" dir="auto">
        <TriangleAlertIcon /> {t('programmeOverlapsWith', overlaps.map(({ title }) => title).join(' · '))}
      </p>
    )}
    {abstract !== null && abstract !== '' && <MarkdownView markdown={abstract} />}
    <p class="programme-detail-links">
      {LINKS.map((kind) => {
        const url = session.links[kind];
        return url === null ? null : (
          <a key={kind} href={url} target="_blank" rel="noopener noreferrer">
            {sessionLinkLabel(kind)}
          </a>
        );
      })}
    </p>
  </article>
);
