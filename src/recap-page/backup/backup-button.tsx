/** The way to backups in the bar; the dialog behind it is loaded when it is opened. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { IconButton } from '../../ui/components/button.tsx';
import { FileArchiveIcon } from '../../ui/components/icons.tsx';
import { useReport } from '../../ui/components/toasts.tsx';
import { t } from '../../ui/strings.ts';

type BackupDialog = ComponentType<{ readonly onClose: () => void }>;

export const BackupButton = () => {
  const report = useReport();
  const [open, setOpen] = useState<{ readonly Dialog: BackupDialog } | null>(null);
  const show = (): void => {
    import('./backup-dialog.tsx').then(({ BackupDialog }) => setOpen({ Dialog: BackupDialog }), report);
  };
  return (
    <>
      <IconButton label={t('backup')} onClick={show}>
        <FileArchiveIcon />
      </IconButton>
      {open !== null && <open.Dialog onClose={() => setOpen(null)} />}
    </>
  );
};
