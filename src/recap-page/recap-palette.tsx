/** Find and do, on the recap page: everything that its buttons do, and a way to every note, session and event. */
import type { JSX } from 'preact';
import type { Findable } from '../app/find.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import { profileOf } from '../recap/profiles/profile-of.ts';
import {
  CalendarDaysIcon,
  ClockIcon,
  CopyIcon,
  FileArchiveIcon,
  FileTextIcon,
  FolderIcon,
  HardDriveIcon,
  InfoIcon,
  PanelRightIcon,
  PencilIcon,
  PlusIcon,
  PresentationIcon,
  RedoIcon,
  SettingsIcon,
  UndoIcon,
} from '../ui/components/icons.tsx';
import type { PaletteCommand } from '../ui/components/palette.tsx';
import { commandLabel } from '../ui/keys.ts';
import { lazily } from '../ui/lazily.tsx';
import { t } from '../ui/strings.ts';
import { eventHash, goTo, programmeHash } from './route.ts';
import type { Exporting } from './use-export.ts';

const command = (key: string, label: string, icon: JSX.Element, run: () => void): PaletteCommand => ({
  key,
  label,
  icon,
  run,
});

const Palette = lazily(async () => (await import('../ui/components/palette.tsx')).Palette);

export interface RecapDeeds {
  readonly newSession: () => void;
  readonly editEvent: () => void;
  readonly newEvent: () => void;
  readonly openPanel: () => void;
  readonly toFolder: () => void;
  readonly adjustSite: () => void;
  readonly adjustShape: () => void;
  readonly importPost: () => void;
  readonly backup: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly shortcuts: () => void;
}

export const RecapPalette = ({
  event,
  exporting,
  deeds,
  onLead,
  onClose,
}: {
  readonly event: ConferenceEvent;
  readonly exporting: Exporting;
  readonly deeds: RecapDeeds;
  /** Leads to a session of this event, or to a note in it. */
  readonly onLead: (sessionId: Id | null, noteId?: Id) => void;
  readonly onClose: () => void;
}) => {
  const { id, name: siteName } = profileOf(event.recapOptions.siteProfile);
  const name = id === 'plain' ? t('sitePlain') : siteName;
  const zip = (): void => exporting.run('zip');
  const commands: PaletteCommand[] = [
    { ...command('zip', t('exportBundle'), <FileArchiveIcon />, zip), shortcut: commandLabel('S') },
    command('folder', t('exportFolder'), <FolderIcon />, deeds.toFolder),
    command('markdown', t('exportMarkdown'), <FileTextIcon />, () => exporting.run('markdown')),
    command('copy', t('exportCopy'), <CopyIcon />, () => exporting.run('copy')),
    command('calendar', t('exportCalendar'), <CalendarDaysIcon />, () => exporting.run('calendar')),
    command('diary', t('exportDiary'), <ClockIcon />, () => exporting.run('diary')),
    { ...command('new-session', t('newSession'), <PlusIcon />, deeds.newSession), shortcut: 'N' },
    command('panel', t('openPanel'), <PanelRightIcon />, deeds.openPanel),
    { ...command('undo', t('undo'), <UndoIcon />, deeds.undo), shortcut: commandLabel('Z') },
    { ...command('redo', t('redo'), <RedoIcon />, deeds.redo), shortcut: commandLabel('Shift+Z') },
    command('site', t('siteSettings', name), <SettingsIcon />, deeds.adjustSite),
    command('shape', t('shapeTitle'), <SettingsIcon />, deeds.adjustShape),
    command('edit-event', t('editEvent'), <PencilIcon />, deeds.editEvent),
    command('new-event', t('newEvent'), <PlusIcon />, deeds.newEvent),
    command('programme', t('programmeRead'), <PresentationIcon />, () => goTo(programmeHash(event.id))),
    command('import', t('importTitle'), <FileTextIcon />, deeds.importPost),
    command('backup', t('backup'), <HardDriveIcon />, deeds.backup),
    { ...command('keys', t('shortcuts'), <InfoIcon />, deeds.shortcuts), shortcut: '?' },
  ];
  const onOpen = (item: Findable): void => {
    // What has no event yet is in the inbox, which stands beside every recap.
    if (item.event === null) document.querySelector('.inbox')?.scrollIntoView({ block: 'center' });
    else if (item.event.id !== event.id)
      goTo(eventHash(item.event.id, item.type === 'event' ? null : (item.session?.id ?? null)));
    else if (item.type === 'note') onLead(item.session?.id ?? null, item.note.id);
    else onLead(item.type === 'session' ? item.session.id : null);
  };
  return <Palette commands={commands} onOpen={onOpen} onClose={onClose} />;
};
