/** The events: which one is shown, and which one captures go to. */
import { chooseEvent } from '../app/choose-event.ts';
import type { ConferenceEvent } from '../model/event.ts';
import { Button, IconButton } from '../ui/components/button.tsx';
import {
  CalendarDaysIcon,
  ChevronDownIcon,
  FileTextIcon,
  MapPinIcon,
  PencilIcon,
  PinIcon,
  PlusIcon,
  TrashIcon,
} from '../ui/components/icons.tsx';
import { Menu } from '../ui/components/menu.tsx';
import { useIsSample, useRemoveSample } from '../ui/components/sample-event.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { eventDatesText } from './event-dates.ts';
import { eventHash, goTo, programmeHash } from './route.ts';

export const EventSwitcher = ({
  event,
  events,
  currentEventId,
  onEdit,
  onNew,
  onImport,
}: {
  readonly event: ConferenceEvent;
  readonly events: readonly ConferenceEvent[];
  readonly currentEventId: string | null;
  readonly onEdit: () => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
}) => {
  const ports = usePorts();
  const report = useReport();
  const current = event.id === currentEventId;
  const dates = eventDatesText(event);
  const isSample = useIsSample(event.id);
  const removeSample = useRemoveSample();
  return (
    <section class="event-card" aria-label={t('eventShown')}>
      <div class="event-card-head">
        <Menu
          label={t('switchEvent', event.name)}
          class="event-name"
          entries={[
            ...events.map((other) => ({
              key: other.id,
              label: other.name,
              aside: other.id === currentEventId ? t('eventIsCurrent') : eventDatesText(other),
              checked: other.id === event.id,
              run: () => goTo(eventHash(other.id)),
            })),
            { key: 'new', label: t('newEvent'), icon: <PlusIcon />, apart: true, run: onNew },
            {
              key: 'programme',
              label: t('programmeRead'),
              icon: <CalendarDaysIcon />,
              run: () => goTo(programmeHash(event.id)),
            },
            { key: 'import', label: t('importTitle'), icon: <FileTextIcon />, run: onImport },
          ]}
        >
          <span dir="auto">{event.name}</span>
          <ChevronDownIcon />
        </Menu>
        <IconButton label={t('editEvent')} onClick={onEdit}>
          <PencilIcon />
        </IconButton>
      </div>
      {dates !== '' && (
        <p class="event-fact">
          <CalendarDaysIcon /> {dates}
        </p>
      )}
      {event.venue !== '' && (
        <p class="event-fact">
          <MapPinIcon /> <bdi>{event.venue}</bdi>
        </p>
      )}
      {isSample && (
        <div class="event-notice is-sample">
          <p>{t('sampleIs')}</p>
          <Button
            onClick={() =>
              void removeSample(event.id).then(() => {
                if (events.length === 1) goTo('#welcome');
              })
            }
          >
            <TrashIcon /> {t('sampleRemove')}
          </Button>
        </div>
      )}
      {!current && (
        <div class="event-notice">
          <p>{t('eventNotCurrent')}</p>
          <Button onClick={() => chooseEvent(ports, event.id).catch(report)}>
            <PinIcon /> {t('makeEventCurrent')}
          </Button>
        </div>
      )}
    </section>
  );
};
