/** In the break: asks for the five bullets of the session that is over, lists the sessions without notes; days later, the recap. */
import { useState } from 'preact/hooks';
import { holdSession } from '../app/hold-session.ts';
import { BULLETS, countBullets, listUnwritten } from '../app/list-unwritten.ts';
import type { Situation } from '../app/read-situation.ts';
import type { ConferenceEvent } from '../model/event.ts';
import { Button, IconButton } from '../ui/components/button.tsx';
import { ChevronDownIcon, XIcon } from '../ui/components/icons.tsx';
import { Menu } from '../ui/components/menu.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { timeRangeText } from '../ui/format.ts';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t, tCount } from '../ui/strings.ts';
import { useLive } from '../ui/use-live.ts';

const LISTED = 40;

export const WrapUp = ({
  situation,
  event,
  onBullets,
}: {
  readonly situation: Situation;
  readonly event: ConferenceEvent;
  readonly onBullets: () => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const { session, sessions, place, clock } = situation;
  const found = useLive(
    `break ${event.id} ${session?.id}`,
    async (store) => ({
      counts: await store.countNotes(event.id),
      bullets: session === null ? BULLETS : countBullets(await store.listNotes(place)),
    }),
    ({ records }) => records.some(({ type }) => type === 'notes'),
  );
  if (found === undefined) return null;
  const unwritten = listUnwritten(sessions, found.counts, ports.nowMs());
  // While it is fresh: a week later nobody remembers five.
  const asks =
    session !== null &&
    clock.current?.id === session.id &&
    found.bullets < BULLETS &&
    !declined.has(session.id);
  const eventIsOver =
    clock.current === null && clock.next === null && sessions.some(({ startsAt }) => startsAt !== null);
  const label = tCount('unwrittenOne', 'unwritten', unwritten.length);
  return (
    <>
      {eventIsOver && (
        <p class="head-note">
          {t('eventIsOver')}
          <Button onClick={() => ports.openRecap()}>{t('openRecap')}</Button>
        </p>
      )}
      {asks && (
        <p class="head-note head-bullets">
          <span>
            {found.bullets === 0
              ? t('bulletsAsk')
              : t('bulletsSoFar', String(found.bullets), String(BULLETS))}
          </span>
          <Button onClick={onBullets}>{t('bulletsWrite')}</Button>
          <IconButton
            label={t('bulletsDecline')}
            onClick={() => setDeclined(new Set([...declined, session.id]))}
          >
            <XIcon />
          </IconButton>
        </p>
      )}
      {unwritten.length > 0 && (
        <Menu
          label={label}
          class="head-event"
          entries={() =>
            unwritten.slice(0, LISTED).map((other) => ({
              key: other.id,
              label: sessionName(other),
              aside:
                other.startsAt === null ? '' : timeRangeText(other.startsAt, other.endsAt, event.timeZone),
              checked: other.id === session?.id,
              run: () => void holdSession(ports, event.id, other.id).catch(report),
            }))
          }
        >
          <span class="head-event-name">{label}</span>
          <ChevronDownIcon />
        </Menu>
      )}
    </>
  );
};
