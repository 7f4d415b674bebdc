/** One event: its outline, its post, and what the post still needs. */
import { useContext, useRef, useState } from 'preact/hooks';
import { holdSession } from '../app/hold-session.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Session } from '../model/session.ts';
import { plainDateIn } from '../model/time.ts';
import { Button } from '../ui/components/button.tsx';
import { EventForm } from '../ui/components/event-form.tsx';
import { CalendarDaysIcon, PanelRightIcon, PlusIcon } from '../ui/components/icons.tsx';
import { LowStorage } from '../ui/components/low-storage.tsx';
import { SessionForm } from '../ui/components/session-form.tsx';
import { useReport } from '../ui/components/toasts.tsx';
import { usePorts } from '../ui/ports-context.ts';
import { t } from '../ui/strings.ts';
import { AutosavesContext } from '../ui/use-autosave.ts';
import { useBackupDialog } from './backup/use-backup-dialog.ts';
import { EventSwitcher } from './event-switcher.tsx';
import { FrontMatterForm } from './front-matter-form.tsx';
import { useImport } from './import/use-import.ts';
import { Inbox } from './inbox.tsx';
import { type CheckActions, Missing } from './missing.tsx';
import { Outline } from './outline.tsx';
import { usePageKeys } from './page-keys.ts';
import { Pending } from './pending.tsx';
import { Preview, type ShowWish } from './preview.tsx';
import { RecapBar } from './recap-bar.tsx';
import { RecapPalette } from './recap-palette.tsx';
import { eventHash, goTo, programmeHash } from './route.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { CutSaveNotice } from './site/cut-save-notice.tsx';
import { SiteCard, type SiteDialogName } from './site/site-card.tsx';
import { useChecks } from './use-checks.ts';
import { useDrawer } from './use-drawer.ts';
import { useExport } from './use-export.ts';
import { usePanelBeside } from './use-panel-beside.ts';
import type { RecapState } from './use-recap.ts';
import { useReplay } from './use-replay.ts';

type Open =
  | { readonly dialog: 'none' | 'palette' | 'event' | 'new-event' | 'shortcuts' | 'new-session' }
  | {
      readonly dialog: 'session';
      readonly session: Session;
      readonly focus?: 'title' | 'speakers' | 'links';
    };

const NONE: Open = { dialog: 'none' };

export const EventView = ({
  state,
  events,
  currentEventId,
  sessionId: startId,
}: {
  readonly state: RecapState;
  readonly events: readonly ConferenceEvent[];
  readonly currentEventId: Id | null;
  /** The session that the address leads to. */
  readonly sessionId: Id | null;
}) => {
  const ports = usePorts();
  const report = useReport();
  const autosaves = useContext(AutosavesContext);
  const openPanelBeside = usePanelBeside();
  const { records, recap } = state;
  const { event, sessions } = records;
  const [open, setOpen] = useState<Open>(NONE);
  const [details, setDetails] = useDrawer();
  const checks = useChecks(state, events);
  const [siteAsked, setSiteAsked] = useState<{ readonly dialog: SiteDialogName } | null>(null);
  const [wish, setWish] = useState<ShowWish | null>(
    startId === null ? null : { sessionId: startId, time: 0 },
  );
  const replay = useReplay();
  const exporting = useExport(event.id, autosaves);
  const frontMatter = useRef<HTMLElement>(null);
  const importing = useImport();
  const backup = useBackupDialog();

  const lead = (sessionId: Id | null, noteId?: Id): void =>
    setWish({ sessionId, time: ports.nowMs(), ...(noteId === undefined ? {} : { noteId }) });
  const write = (sessionId: Id | null): void => {
    openPanelBeside();
    holdSession(ports, event.id, sessionId).catch(report);
  };
  const keys = {
    palette: () => setOpen({ dialog: 'palette' }),
    exportBundle: () => exporting.run('zip'),
    newSession: () => setOpen({ dialog: 'new-session' }),
    ...replay,
    shortcuts: () => setOpen({ dialog: 'shortcuts' }),
  };
  usePageKeys(keys);
  const toFolder = (): void => {
    autosaves.flush().then(() => setSiteAsked({ dialog: 'folder' }), report);
  };

  const editSession = (id: Id, focus: 'title' | 'speakers' | 'links'): void => {
    const session = sessions.find((other) => other.id === id);
    if (session !== undefined) setOpen({ dialog: 'session', session, focus });
  };
  const checkActions: CheckActions = {
    show: (sessionId, noteId) =>
      setWish({ sessionId, time: ports.nowMs(), ...(noteId === undefined ? { focus: true } : { noteId }) }),
    edit: editSession,
    write,
    editEvent: () => setOpen({ dialog: 'event' }),
    toSite: () => {
      setDetails(true);
      setSiteAsked({ dialog: 'keys' });
    },
    toFrontMatter: (field) => {
      setDetails(true);
      frontMatter.current
        ?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`)
        ?.focus();
    },
  };
  // The day on which a new session most likely is: that of the last one.
  const lastTimed = sessions.findLast(({ startsAt }) => startsAt !== null);

  return (
    <div class="recap">
      <RecapBar
        exporting={exporting}
        onDifference={
          event.lastExport === undefined
            ? undefined
            : () => autosaves.flush().then(() => setSiteAsked({ dialog: 'difference' }), report)
        }
        onFolder={toFolder}
        replay={replay}
        onFind={keys.palette}
        details={details}
        missing={checks.length}
        onDetails={() => setDetails(!details)}
        onBackup={backup.open}
        onShortcuts={keys.shortcuts}
      />
      <nav class="side" aria-label={t('outline')}>
        <LowStorage />
        <CutSaveNotice onSee={toFolder} />
        <EventSwitcher
          event={event}
          events={events}
          currentEventId={currentEventId}
          onEdit={() => setOpen({ dialog: 'event' })}
          onNew={() => setOpen({ dialog: 'new-event' })}
          onImport={importing.open}
        />
        <Outline
          records={records}
          shown={wish?.sessionId}
          onShow={lead}
          onEdit={(session) => setOpen({ dialog: 'session', session })}
          onAdd={keys.newSession}
          onWrite={write}
        />
        <Inbox event={event} sessions={sessions} />
      </nav>
      <main class="middle">
        <Preview
          key={event.id}
          records={records}
          recap={recap}
          wish={wish}
          onCopy={() => exporting.run('copy')}
          empty={
            <div class="empty">
              <h2>{t('recapEmptyTitle')}</h2>
              <p>{t('recapEmptyText')}</p>
              <div class="empty-actions">
                <Button look="primary" onClick={keys.newSession}>
                  <PlusIcon /> {t('sessionAdd')}
                </Button>
                <Button onClick={() => goTo(programmeHash(event.id))}>
                  <CalendarDaysIcon /> {t('programmeRead')}
                </Button>
                <Button onClick={() => write(null)}>
                  <PanelRightIcon /> {t('openPanel')}
                </Button>
              </div>
            </div>
          }
        />
      </main>
      <aside class={details ? 'details is-open' : 'details'} aria-label={t('details')}>
        <Missing state={state} checks={checks} actions={checkActions} />
        <Pending sessions={sessions} />
        <SiteCard key={`site ${event.id}`} state={state} asked={siteAsked} />
        <section ref={frontMatter} class="card" aria-labelledby="front-matter-title">
          <h2 id="front-matter-title" class="card-title">
            {t('frontMatter')}
          </h2>
          <FrontMatterForm key={event.id} event={event} recap={recap} />
        </section>
      </aside>
      {open.dialog === 'event' && <EventForm event={event} onClose={() => setOpen(NONE)} />}
      {open.dialog === 'new-event' && (
        <EventForm event={null} onClose={() => setOpen(NONE)} onSaved={(id) => goTo(eventHash(id))} />
      )}
      {open.dialog === 'new-session' && (
        <SessionForm
          event={event}
          session={null}
          {...(lastTimed?.startsAt == null ? {} : { day: dayOf(lastTimed.startsAt, event) })}
          onClose={() => setOpen(NONE)}
          onSaved={lead}
        />
      )}
      {open.dialog === 'session' && (
        <SessionForm
          event={event}
          session={open.session}
          focus={open.focus ?? 'title'}
          onClose={() => setOpen(NONE)}
        />
      )}
      {open.dialog === 'palette' && (
        <RecapPalette
          event={event}
          exporting={exporting}
          deeds={{
            ...keys,
            editEvent: () => setOpen({ dialog: 'event' }),
            newEvent: () => setOpen({ dialog: 'new-event' }),
            openPanel: openPanelBeside,
            toFolder,
            adjustSite: () => setSiteAsked({ dialog: 'site' }),
            adjustShape: () => setSiteAsked({ dialog: 'shape' }),
            importPost: importing.open,
            backup: backup.open,
          }}
          onLead={lead}
          onClose={() => setOpen(NONE)}
        />
      )}
      {importing.dialog}
      {backup.dialog}
      {open.dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setOpen(NONE)} />}
    </div>
  );
};

const dayOf = (instant: string, event: ConferenceEvent): string => plainDateIn(instant, event.timeZone);
