/** No event yet: what this is, in one screen, and the ways to begin; each ends with the panel open on an event. */
import { Button } from '../ui/components/button.tsx';
import { FirstEvent } from '../ui/components/first-event.tsx';
import {
  CalendarDaysIcon,
  FileTextIcon,
  HardDriveIcon,
  LockIcon,
  PresentationIcon,
} from '../ui/components/icons.tsx';
import { SampleButton } from '../ui/components/sample-event.tsx';
import { BrowserShortcuts } from '../ui/components/shortcut-list.tsx';
import { t } from '../ui/strings.ts';
import { useBackupDialog } from './backup/use-backup-dialog.ts';
import { useImport } from './import/use-import.ts';
import { goTo, programmeHash } from './route.ts';
import { usePanelBeside } from './use-panel-beside.ts';

/** What it does, in the order of the day. */
const Pitch = () => (
  <ul class="welcome-lines">
    <li>
      <PresentationIcon />
      <span>{t('welcomeCapture')}</span>
    </li>
    <li>
      <FileTextIcon />
      <span>{t('welcomeRecap')}</span>
    </li>
    <li>
      <LockIcon />
      <span>{t('welcomePrivate')}</span>
    </li>
  </ul>
);

/** What a way to begin leads to, in the words of somebody who has not been there. */
const WayText = ({ title, hint }: { readonly title: string; readonly hint: string }) => (
  <span class="way">
    {title}
    <span class="way-hint">{hint}</span>
  </span>
);

export const Welcome = ({ firstRun }: { readonly firstRun: boolean }) => {
  const openPanelBeside = usePanelBeside();
  const importing = useImport();
  const backup = useBackupDialog();
  return (
    <main class={firstRun ? 'welcome is-first' : 'welcome'}>
      <div class="welcome-pitch">
        <h1>{t(firstRun ? 'welcomeClaim' : 'welcomeBack')}</h1>
        {firstRun && <Pitch />}
      </div>
      {/* The form's own submit bubbles here within the key press, which is when the browser lets a panel open. */}
      <div class="welcome-card" onSubmit={openPanelBeside}>
        <FirstEvent />
        <div class="welcome-others">
          <p>{t('welcomeOr')}</p>
          <Button onClick={() => goTo(programmeHash(null))}>
            <CalendarDaysIcon />
            <WayText title={t('programmeRead')} hint={t('wayProgramme')} />
          </Button>
          <Button onClick={importing.open}>
            <FileTextIcon />
            <WayText title={t('importTitle')} hint={t('wayImport')} />
          </Button>
          <Button onClick={backup.open}>
            <HardDriveIcon />
            <WayText title={t('restoreOffer')} hint={t('wayRestore')} />
          </Button>
          <SampleButton onLoad={openPanelBeside}>
            <WayText title={t('sampleLoad')} hint={t('waySample')} />
          </SampleButton>
        </div>
      </div>
      {firstRun && (
        <section class="welcome-shortcuts" aria-labelledby="welcome-shortcuts">
          <h2 id="welcome-shortcuts">{t('shortcutsAnywhere')}</h2>
          <BrowserShortcuts />
        </section>
      )}
      {importing.dialog}
      {backup.dialog}
    </main>
  );
};
