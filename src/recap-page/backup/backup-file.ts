/** A backup's file read to the end before anything is written. Loaded when it is asked for. */
import { openZip } from '../../export/read-zip.ts';
import { type Backup, readBackup } from '../../store/backup/backup-format.ts';
import { type Everything, openVault, type Restored, type RestoreOptions } from '../../store/backup/vault.ts';
import { DATABASE_VERSION } from '../../store/migrations.ts';

type Progress = (done: number) => void;

/** Reads and checks all of it. @throws UnusableFile, InvalidInput naming the entry */
export const readBackupFile = async (file: Blob, onProgress: Progress): Promise<Backup> =>
  readBackup(await openZip(file), DATABASE_VERSION, onProgress);

export interface RestoredFile extends Restored {
  /** Puts back what was here before; null when there is nothing to put back, or a step to undo. */
  readonly putBack: (() => Promise<void>) | null;
}

const asBackup = ({ holdings, images }: Everything): Pick<Backup, 'holdings' | 'images'> => ({
  holdings,
  images: new Map([...images].map(([hash, bytes]) => [hash, async () => bytes])),
});

/** Writes it, all or nothing. What a backup took the place of stays at hand while the page is open. */
export const restoreBackup = async (
  nowMs: () => number,
  backup: Backup,
  options: RestoreOptions,
): Promise<RestoredFile> => {
  const vault = await openVault(nowMs);
  try {
    const before = asBackup(await vault.readAll());
    const restored = await vault.restore(backup, options);
    const putBack = async (): Promise<void> => {
      const again = await openVault(nowMs);
      try {
        await again.restore(before, { ...options, mode: 'replace' });
      } finally {
        again.close();
      }
    };
    return { ...restored, putBack: restored.step === null && restored.added > 0 ? putBack : null };
  } finally {
    vault.close();
  }
};
