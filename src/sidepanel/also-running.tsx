/** Sessions that run beside the one that is shown: choosing one holds it by hand. */
import { holdSession } from '../app/hold-session.ts';
import type { Situation } from '../app/read-situation.ts';
import type { ConferenceEvent } from '../model/event.ts';
import { ChevronDownIcon } from '../ui/components/icons.tsx';
import { Menu } from '../ui/components/menu.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { timeRangeText } from '../ui/format.ts';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';

const NAMED = 3;

export const AlsoRunning = ({
  situation,
  event,
}: {
  readonly situation: Situation;
  readonly event: ConferenceEvent;
}) => {
  const ports = usePorts();
  const report = useReport();
  const others = situation.clock.running.filter(({ id }) => id !== situation.session?.id);
  if (others.length === 0) return null;
  const named = others.slice(0, NAMED).map(sessionName);
  const more = others.length > NAMED ? [`+${others.length - NAMED}`] : [];
  const names = t('alsoRunning', [...named, ...more].join(' · '));
  return (
    <Menu
      label={names}
      class="head-event"
      entries={() =>
        others.map((session) => ({
          key: session.id,
          label: sessionName(session),
          aside: [
            session.startsAt === null ? '' : timeRangeText(session.startsAt, session.endsAt, event.timeZone),
            session.room,
          ]
            .filter(Boolean)
            .join(' · '),
          run: () => void holdSession(ports, event.id, session.id).catch(report),
        }))
      }
    >
      <span class="head-event-name" dir="auto">
        {names}
      </span>
      <ChevronDownIcon />
    </Menu>
  );
};
