/** The head of the panel: which session, who speaks, where and when, how long still, and what comes next. */
import { holdSession, letGoOfSession } from '../app/hold-session.ts';
import type { Situation } from '../app/read-situation.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Session } from '../model/session.ts';
import { epochMsOf } from '../model/time.ts';
import { Button, IconButton } from '../ui/components/button.tsx';
import { FileTextIcon, PencilIcon, PinOffIcon, PlusIcon, SearchIcon } from '../ui/components/icons.tsx';
import { LowStorage } from '../ui/components/low-storage.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { durationText, timeRangeText, timeText } from '../ui/format.ts';
import { commandLabel } from '../ui/keys.ts';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useNow } from '../ui/use-situation.ts';
import { AlsoRunning } from './also-running.tsx';
import { Between } from './between.tsx';
import { EventMenu } from './event-menu.tsx';
import type { PanelDialog } from './panel-commands.tsx';
import { SessionMenu } from './session-menu.tsx';

const speakersText = (session: Session): string =>
  session.speakers
    .map(({ name, affiliation }) => (affiliation === '' ? name : `${name}, ${affiliation}`))
    .join(' · ');

/** Of a session that is not running. */
const isOver = ({ startsAt, endsAt }: Session, now: number): boolean => {
  const last = endsAt ?? startsAt;
  return last !== null && epochMsOf(last) <= now;
};

const State = ({ situation, now }: { readonly situation: Situation; readonly now: number }) => {
  const { session, clock, held } = situation;
  if (session !== null && clock.running.some(({ id }) => id === session.id)) {
    const left = session.endsAt === null ? null : epochMsOf(session.endsAt) - now;
    return (
      <span class="state is-live">
        <span class="state-dot" aria-hidden="true" />
        {left === null ? t('runningNow') : t('runningLeft', durationText(left))}
      </span>
    );
  }
  if (held) return <span class="state">{t('heldByHand')}</span>;
  if (session === null) return <span class="state">{t('noneRunning')}</span>;
  return isOver(session, now) ? <span class="state">{t('sessionOver')}</span> : null;
};

export const SessionHead = ({
  situation,
  event,
  began,
  onOpen,
  onBullets,
}: {
  readonly situation: Situation;
  readonly event: ConferenceEvent;
  /** A session that began while a line was being typed. */
  readonly began: Session | null;
  readonly onOpen: (dialog: PanelDialog) => void;
  /** Begins a list in the composer. */
  readonly onBullets: () => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const now = useNow();
  const { session, clock, held } = situation;
  const { next } = clock;
  // Over, or nothing running: the break, in which notes are finished.
  const between =
    !clock.running.some(({ id }) => id === session?.id) &&
    (session === null ? clock.running.length === 0 : isOver(session, now));
  const facts =
    session === null
      ? [event.venue]
      : [
          session.startsAt === null ? '' : timeRangeText(session.startsAt, session.endsAt, event.timeZone),
          session.room,
          session.track,
        ];
  return (
    <header class="head">
      <div class="head-bar">
        <EventMenu event={event} onOpen={onOpen} />
        <IconButton label={t('find')} keys={commandLabel('K')} onClick={() => onOpen('palette')}>
          <SearchIcon />
        </IconButton>
        <IconButton label={t('newSession')} onClick={() => onOpen('new-session')}>
          <PlusIcon />
        </IconButton>
        <IconButton label={t('openRecap')} onClick={() => ports.openRecap()}>
          <FileTextIcon />
        </IconButton>
      </div>
      <div class="head-title">
        <h1 dir="auto">{sessionName(session)}</h1>
        {held && (
          <IconButton label={t('letGoOfSession')} onClick={() => letGoOfSession(ports).catch(report)}>
            <PinOffIcon />
          </IconButton>
        )}
        {session !== null && (
          <IconButton label={t('editSession')} onClick={() => onOpen('edit-session')}>
            <PencilIcon />
          </IconButton>
        )}
        <SessionMenu situation={situation} event={event} onBegin={() => onOpen('new-session')} />
      </div>
      {session !== null && session.speakers.length > 0 && (
        <p class="head-speakers" dir="auto">
          {speakersText(session)}
        </p>
      )}
      <p class="head-facts">
        <State situation={situation} now={now} />
        {facts.filter(Boolean).map((fact) => (
          <span key={fact} dir="auto">
            {fact}
          </span>
        ))}
        {session === null && clock.running.length === 0 && (
          <button type="button" class="head-begin" onClick={() => onOpen('new-session')}>
            {t('sessionBegin')}
          </button>
        )}
      </p>
      <AlsoRunning situation={situation} event={event} />
      {between && <Between situation={situation} event={event} onBullets={onBullets} />}
      {began !== null && (
        <p class="head-note">
          {t('nextBegan', sessionName(began))}
          <Button onClick={() => holdSession(ports, event.id, began.id).catch(report)}>
            {t('switchSession')}
          </Button>
        </p>
      )}
      <LowStorage />
      {began === null && next?.startsAt != null && (
        <p class="head-next" dir="auto" title={sessionName(next)}>
          {t('nextSession', timeText(next.startsAt, event.timeZone), sessionName(next))}
        </p>
      )}
    </header>
  );
};
