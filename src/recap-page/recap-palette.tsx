/** Find and do, on the recap page: everything that its buttons do, and a way to every note, session and event. */
import type { Findable } from '../app/find.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { PaletteCommand } from '../ui/components/palette.tsx';
import { commandLabel } from '../ui/keys.ts';
import { lazily } from '../ui/lazily.tsx';
import { t } from '../ui/strings.ts';
import { eventHash, goTo, programmeHash } from './route.ts';
import type { Exporting } from './use-export.ts';

const Palette = lazily(async () => (await import('../ui/components/palette.tsx')).Palette);

export interface RecapDeeds {
  readonly newSession: () => void;
  readonly editEvent: () => void;
  readonly newEvent: () => void;
  readonly openPanel: () => void;
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
  const commands: PaletteCommand[] = [
    {
      key: 'zip',
      label: t('exportBundle'),
      shortcut: commandLabel('S'),
      run: () => exporting.run('zip'),
    },
    { key: 'markdown', label: t('exportMarkdown'), run: () => exporting.run('markdown') },
    { key: 'copy', label: t('exportCopy'), run: () => exporting.run('copy') },
    { key: 'calendar', label: t('exportCalendar'), run: () => exporting.run('calendar') },
    { key: 'diary', label: t('exportDiary'), run: () => exporting.run('diary') },
    { key: 'new-session', label: t('newSession'), shortcut: 'N', run: deeds.newSession },
    { key: 'edit-event', label: t('editEvent'), run: deeds.editEvent },
    { key: 'new-event', label: t('newEvent'), run: deeds.newEvent },
    { key: 'programme', label: t('programmeRead'), run: () => goTo(programmeHash(event.id)) },
    { key: 'panel', label: t('openPanel'), run: deeds.openPanel },
    { key: 'undo', label: t('undo'), shortcut: commandLabel('Z'), run: deeds.undo },
    { key: 'redo', label: t('redo'), shortcut: commandLabel('Shift+Z'), run: deeds.redo },
    { key: 'keys', label: t('shortcuts'), shortcut: '?', run: deeds.shortcuts },
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
