/** All sessions of the event, with the number of their notes: choosing one holds it by hand. */
import { holdSession } from '../app/hold-session.ts';
import type { Situation } from '../app/read-situation.ts';
import type { ConferenceEvent } from '../model/event.ts';
import { ChevronDownIcon, PlusIcon } from '../ui/components/icons.tsx';
import { Menu } from '../ui/components/menu.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { timeText } from '../ui/format.ts';
import { sessionName } from '../ui/labels.ts';
import { usePorts } from '../ui/ports-context.ts';
import { t, tCount } from '../ui/strings.ts';
import { useLive } from '../ui/use-live.ts';

export const SessionMenu = ({
  situation,
  event,
  onBegin,
}: {
  readonly situation: Situation;
  readonly event: ConferenceEvent;
  /** Asks for a new session. */
  readonly onBegin: () => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const counts = useLive(event.id, (store) => store.countNotes(event.id));
  const choose = (sessionId: string | null) => () =>
    void holdSession(ports, event.id, sessionId).catch(report);
  const aside = (sessionId: string | null, time: string): string => {
    const count = counts?.get(sessionId) ?? 0;
    return [time, count === 0 ? '' : tCount('noteCountOne', 'noteCount', count)].filter(Boolean).join(' · ');
  };
  return (
    <Menu
      label={t('chooseSession')}
      entries={() => [
        {
          key: 'overview',
          label: t('overview'),
          aside: aside(null, ''),
          checked: situation.session === null,
          run: choose(null),
        },
        ...situation.sessions.map((session) => ({
          key: session.id,
          label: sessionName(session),
          aside: aside(
            session.id,
            session.startsAt === null ? '' : timeText(session.startsAt, event.timeZone),
          ),
          checked: situation.session?.id === session.id,
          run: choose(session.id),
        })),
        { key: 'new', label: t('newSession'), icon: <PlusIcon />, apart: true, run: onBegin },
      ]}
    >
      <ChevronDownIcon />
    </Menu>
  );
};
