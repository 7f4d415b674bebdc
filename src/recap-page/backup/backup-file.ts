/** Everything into one file, and a file read to the end before anything is written. Loaded when it is asked for. */
import { openZip } from '../../export/read-zip.ts';
import { saveBlob } from '../../export/save-file.ts';
import { zipBundle } from '../../export/zip-bundle.ts';
import { instantOf } from '../../model/time.ts';
import { type Backup, backupFiles, changedAt, readBackup } from '../../store/backup/backup-format.ts';
import { type Everything, openVault, type Restored, type RestoreOptions } from '../../store/backup/vault.ts';
import { DATABASE_VERSION } from '../../store/migrations.ts';

type Progress = (done: number) => void;

/** The time on an entry of a zip has no zone: the same instant is written alike wherever the backup is made. */
const zipTime = (instant: string): Date => {
  const utc = new Date(instant);
  return new Date(utc.getTime() + utc.getTimezoneOffset() * 60_000);
};

/** Zips everything and starts its download. Returns the file's name and size in bytes. */
export const saveBackup = async (
  nowMs: () => number,
  onProgress: Progress,
): Promise<{ readonly name: string; readonly size: number }> => {
  const vault = await openVault(nowMs);
  try {
    const { holdings, images, dataVersion } = await vault.readAll();
    const files = backupFiles(holdings, dataVersion, images);
    let read = 0;
    const counted = files.map(({ path, read: readFile }) => ({
      path,
      read: async () => {
        const file = await readFile();
        read += 1;
        onProgress(read / files.length);
        return file;
      },
    }));
    const zip = await zipBundle(counted, zipTime(changedAt(holdings)));
    const name = `lanyard-backup-${instantOf(nowMs()).slice(0, 10)}.zip`;
    saveBlob(zip, name);
    return { name, size: zip.size };
  } finally {
    vault.close();
  }
};

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
