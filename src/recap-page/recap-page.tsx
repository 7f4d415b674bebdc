/** The recap page: the event that the address names, else the current one; a welcome while there is none. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import { t } from '../ui/strings.ts';
import { AutosavesContext, createAutosaves } from '../ui/use-autosave.ts';
import { useLive } from '../ui/use-live.ts';
import { useBackupDialog } from './backup/use-backup-dialog.ts';
import { EventView } from './event-view.tsx';
import { usePageKeys } from './page-keys.ts';
import { ProgrammePage } from './programme/programme-page.tsx';
import { RecapBar } from './recap-bar.tsx';
import { type Route, useRoute } from './route.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { useRecap } from './use-recap.ts';
import { useReplay } from './use-replay.ts';
import { Welcome } from './welcome.tsx';

interface Events {
  readonly events: readonly ConferenceEvent[];
  readonly currentEventId: Id | null;
}

/** The event to show; `null` when there is none at all. */
const eventToShow = (route: Route, { events, currentEventId }: Events): ConferenceEvent | null => {
  const wanted = 'eventId' in route ? route.eventId : currentEventId;
  return (
    events.find(({ id }) => id === wanted) ??
    events.find(({ id }) => id === currentEventId) ??
    events[0] ??
    null
  );
};

export const RecapPage = () => {
  const route = useRoute();
  const autosaves = useMemo(createAutosaves, []);
  const known = useLive(
    'events',
    async (store): Promise<Events> => ({
      events: await store.listEvents(),
      currentEventId: (await store.getSettings()).currentEventId,
    }),
    ({ settings, records }) => settings || records.some(({ type }) => type === 'events'),
  );
  if (known === undefined) return <Loading />;
  const event = eventToShow(route, known);
  return (
    <AutosavesContext.Provider value={autosaves}>
      {route.view === 'programme' ? (
        <ProgrammePage event={event} />
      ) : event === null ? (
        <FirstRun welcome={route.view === 'welcome'} />
      ) : (
        <Shown
          event={event}
          known={known}
          sessionId={route.view === 'event' ? (route.sessionId ?? null) : null}
        />
      )}
    </AutosavesContext.Provider>
  );
};

const Shown = ({
  event,
  known,
  sessionId,
}: {
  readonly event: ConferenceEvent;
  readonly known: Events;
  /** Where the address leads. */
  readonly sessionId: Id | null;
}) => {
  const state = useRecap(event.id);
  useEffect(() => {
    document.title = `${event.name} · ${t('productName')}`;
  }, [event.name]);
  if (state === undefined || state === null) return <Loading />;
  return <EventView key={`${event.id}/${sessionId}`} state={state} sessionId={sessionId} {...known} />;
};

const FirstRun = ({ welcome }: { readonly welcome: boolean }) => {
  const [shortcuts, setShortcuts] = useState(false);
  const replay = useReplay();
  const backup = useBackupDialog();
  const nothing = (): void => undefined;
  usePageKeys({ ...replay, shortcuts: () => setShortcuts(true) });
  return (
    <div class="first-run">
      <RecapBar
        exporting={null}
        onFolder={nothing}
        replay={welcome ? null : replay}
        details={false}
        onDetails={nothing}
        onBackup={backup.open}
        onShortcuts={() => setShortcuts(true)}
      />
      <Welcome firstRun={welcome} />
      {backup.dialog}
      {shortcuts && <ShortcutsDialog onClose={() => setShortcuts(false)} />}
    </div>
  );
};

/** Said only when it takes a while. */
const Loading = () => (
  <main class="recap-loading" aria-busy="true">
    <p role="status">{t('recapLoading')}</p>
  </main>
);
