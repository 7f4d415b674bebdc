/** The way to backing up and restoring. */
import { useLazyDialog } from '../use-lazy-dialog.tsx';

export const useBackupDialog = () =>
  useLazyDialog(async () => (await import('./backup-dialog.tsx')).BackupDialog);
