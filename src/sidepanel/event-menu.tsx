/** The event of the day, and the way to the others. */
import { chooseEvent } from '../app/choose-event.ts';
import type { ConferenceEvent } from '../model/event.ts';
import {
  CalendarDaysIcon,
  ChevronDownIcon,
  InfoIcon,
  PencilIcon,
  PlusIcon,
  PresentationIcon,
  TrashIcon,
} from '../ui/components/icons.tsx';
import { Menu, type MenuEntry } from '../ui/components/menu.tsx';
import { useIsSample, useRemoveSample } from '../ui/components/sample-event.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { useLive } from '../ui/use-live.ts';
import type { PanelDialog } from './panel-commands.tsx';

export const EventMenu = ({
  event,
  onOpen,
}: {
  readonly event: ConferenceEvent;
  readonly onOpen: (dialog: PanelDialog) => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const events = useLive(
    'events',
    (store) => store.listEvents(),
    ({ records }) => records.some(({ type }) => type === 'events'),
  );
  const isSample = useIsSample(event.id);
  const removeSample = useRemoveSample();
  const entries: MenuEntry[] = [
    ...(events ?? [event]).map((other) => ({
      key: other.id,
      label: other.name,
      icon: <CalendarDaysIcon />,
      checked: other.id === event.id,
      run: () => void chooseEvent(ports, other.id).catch(report),
    })),
    {
      key: 'edit',
      label: t('editEvent'),
      icon: <PencilIcon />,
      apart: true,
      run: () => onOpen('edit-event'),
    },
    { key: 'new', label: t('newEvent'), icon: <PlusIcon />, run: () => onOpen('new-event') },
    {
      key: 'programme',
      label: t('programmeRead'),
      icon: <PresentationIcon />,
      run: () => ports.openRecap(`programme/${event.id}`),
    },
    { key: 'keys', label: t('shortcuts'), icon: <InfoIcon />, aside: '?', run: () => onOpen('keys') },
    ...(isSample
      ? [
          {
            key: 'sample',
            label: t('sampleRemove'),
            icon: <TrashIcon />,
            run: () => void removeSample(event.id),
          },
        ]
      : []),
  ];
  return (
    <Menu label={t('eventMenu', event.name)} title={event.name} class="head-event" entries={entries}>
      <span class="head-event-name" dir="auto">
        {event.name}
      </span>
      <ChevronDownIcon />
    </Menu>
  );
};
