/** The bar on top: undo, the details where they have no room of their own, the shortcuts, the export. */
import { Button, IconButton } from '../ui/components/button.tsx';
import {
  CalendarDaysIcon,
  ChevronDownIcon,
  ClockIcon,
  CopyIcon,
  DownloadIcon,
  EyeIcon,
  FileArchiveIcon,
  FileTextIcon,
  FolderIcon,
  HardDriveIcon,
  RedoIcon,
  SearchIcon,
  SettingsIcon,
  UndoIcon,
} from '../ui/components/icons.tsx';
import { Menu } from '../ui/components/menu.tsx';
import { commandLabel } from '../ui/keys.ts';
import { t } from '../ui/strings.ts';
import type { Exporting } from './use-export.ts';

export const RecapBar = ({
  exporting,
  onFolder,
  onDifference,
  replay,
  onFind,
  details,
  missing = 0,
  onDetails,
  onBackup,
  onShortcuts,
}: {
  /** `null` while there is no event. */
  readonly exporting: Exporting | null;
  readonly onFolder: () => void;
  /** Where something was exported before. */
  readonly onDifference?: (() => void) | undefined;
  /** `null` on the very first screen: there is no step to take back. */
  readonly replay: { readonly undo: () => void; readonly redo: () => void } | null;
  readonly onFind?: () => void;
  readonly details: boolean;
  /** How many things are still missing. */
  readonly missing?: number;
  readonly onDetails: () => void;
  readonly onBackup: () => void;
  readonly onShortcuts: () => void;
}) => (
  <header class="recap-bar">
    <span class="brand">
      <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M9 2l7 9 7-9" />
        <rect x="7" y="11" width="18" height="18" rx="4" />
        <path d="M12 18h8M12 23h5" />
      </svg>
      <span class="recap-bar-word">{t('productName')}</span>
    </span>
    <span class="recap-bar-gap" />
    {replay !== null && (
      <>
        <IconButton label={t('undo')} keys={commandLabel('Z')} onClick={replay.undo}>
          <UndoIcon />
        </IconButton>
        <IconButton label={t('redo')} keys={commandLabel('Shift+Z')} onClick={replay.redo}>
          <RedoIcon />
        </IconButton>
      </>
    )}
    {exporting !== null && (
      <>
        {onFind !== undefined && (
          <IconButton label={t('find')} keys={commandLabel('K')} onClick={onFind}>
            <SearchIcon />
          </IconButton>
        )}
        <span class="details-toggle">
          <Button look="quiet" aria-pressed={details} onClick={onDetails}>
            <SettingsIcon /> {t('details')}
            {missing > 0 && (
              <span class="card-count" title={t('missing')}>
                {missing}
              </span>
            )}
          </Button>
        </span>
      </>
    )}
    <Button look="quiet" aria-label={t('backup')} onClick={onBackup}>
      <HardDriveIcon /> <span class="recap-bar-word">{t('backup')}</span>
    </Button>
    <IconButton label={t('shortcuts')} keys="?" onClick={onShortcuts}>
      <kbd>?</kbd>
    </IconButton>
    {exporting !== null && (
      <Menu
        label={t('export')}
        class="button button-primary"
        entries={[
          {
            key: 'zip',
            label: t('exportBundle'),
            aside: commandLabel('S'),
            icon: <FileArchiveIcon />,
            run: () => exporting.run('zip'),
          },
          {
            key: 'folder',
            label: t('exportFolder'),
            icon: <FolderIcon />,
            run: onFolder,
          },
          ...(onDifference === undefined
            ? []
            : [
                {
                  key: 'difference',
                  label: t('exportDifference'),
                  icon: <EyeIcon />,
                  run: onDifference,
                },
              ]),
          {
            key: 'markdown',
            label: t('exportMarkdown'),
            icon: <FileTextIcon />,
            run: () => exporting.run('markdown'),
          },
          {
            key: 'copy',
            label: t('exportCopy'),
            icon: <CopyIcon />,
            run: () => exporting.run('copy'),
          },
          {
            key: 'calendar',
            label: t('exportCalendar'),
            icon: <CalendarDaysIcon />,
            run: () => exporting.run('calendar'),
          },
          {
            key: 'diary',
            label: t('exportDiary'),
            icon: <ClockIcon />,
            run: () => exporting.run('diary'),
          },
        ]}
      >
        <DownloadIcon /> {t(exporting.busy ? 'exportBusy' : 'export')} <ChevronDownIcon />
      </Menu>
    )}
  </header>
);
