/** Everything into one file, as a download. Loaded when it is asked for. */
import { saveBlob } from '../export/save-file.ts';
import { zipBundle } from '../export/zip-bundle.ts';
import { instantOf } from '../model/time.ts';
import { backupFiles, changedAt } from '../store/backup/backup-format.ts';
import { openVault } from '../store/backup/vault.ts';

/** The time on an entry of a zip has no zone: the same instant is written alike wherever the backup is made. */
const zipTime = (instant: string): Date => {
  const utc = new Date(instant);
  return new Date(utc.getTime() + utc.getTimezoneOffset() * 60_000);
};

/** Zips everything and starts its download. Returns the file's name and size in bytes. */
export const saveBackup = async (
  nowMs: () => number,
  onProgress: (done: number) => void = () => undefined,
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
