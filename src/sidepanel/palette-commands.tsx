/** What the panel's palette can do: everything that its buttons do. */
import type { Situation } from '../app/read-situation.ts';
import {
  CalendarDaysIcon,
  FileTextIcon,
  ImageIcon,
  InfoIcon,
  LightbulbIcon,
  MessageCircleQuestionIcon,
  PencilIcon,
  PinOffIcon,
  PlusIcon,
  PresentationIcon,
  QuoteIcon,
  RedoIcon,
  UndoIcon,
} from '../ui/components/icons.tsx';
import type { PaletteCommand } from '../ui/components/palette.tsx';
import { commandLabel } from '../ui/keys.ts';
import { t } from '../ui/strings.ts';
import type { Asked } from './composer.tsx';
import type { PanelDialog } from './panel-commands.tsx';

/** What the commands are made of. */
export interface PanelDeeds {
  readonly open: (dialog: PanelDialog) => void;
  readonly ask: (what: Asked) => void;
  readonly act: (what: 'undo' | 'redo') => void;
  readonly followClock: () => void;
  readonly openRecap: (place?: string) => void;
}

/** The commands that fit the situation, what is done most often first. */
export const panelCommands = (
  { event, session, held }: Situation,
  { open, ask, act, followClock, openRecap }: PanelDeeds,
): PaletteCommand[] => [
  { key: 'new-session', label: t('newSession'), icon: <PlusIcon />, run: () => open('new-session') },
  {
    key: 'question',
    label: t('questionAndAnswer'),
    icon: <MessageCircleQuestionIcon />,
    shortcut: 'Q:',
    run: () => ask('question'),
  },
  { key: 'takeaway', label: t('takeaway'), icon: <LightbulbIcon />, run: () => ask('takeaway') },
  { key: 'quote', label: t('quote'), icon: <QuoteIcon />, run: () => ask('quote') },
  { key: 'images', label: t('addImages'), icon: <ImageIcon />, run: () => ask('images') },
  ...(session === null
    ? []
    : [
        {
          key: 'edit-session',
          label: t('editSession'),
          icon: <PencilIcon />,
          run: () => open('edit-session'),
        },
      ]),
  ...(held ? [{ key: 'clock', label: t('commandFollowClock'), icon: <PinOffIcon />, run: followClock }] : []),
  { key: 'recap', label: t('openRecap'), icon: <FileTextIcon />, run: () => openRecap() },
  {
    key: 'undo',
    label: t('undo'),
    icon: <UndoIcon />,
    shortcut: commandLabel('Z'),
    run: () => act('undo'),
  },
  {
    key: 'redo',
    label: t('redo'),
    icon: <RedoIcon />,
    shortcut: commandLabel('Shift+Z'),
    run: () => act('redo'),
  },
  { key: 'edit-event', label: t('editEvent'), icon: <CalendarDaysIcon />, run: () => open('edit-event') },
  { key: 'new-event', label: t('newEvent'), icon: <PlusIcon />, run: () => open('new-event') },
  {
    key: 'programme',
    label: t('programmeRead'),
    icon: <PresentationIcon />,
    run: () => openRecap(event === null ? 'programme' : `programme/${event.id}`),
  },
  { key: 'keys', label: t('shortcuts'), icon: <InfoIcon />, shortcut: '?', run: () => open('keys') },
];
