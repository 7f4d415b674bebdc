/** What can be done when the database did not open or lost something: the copy outside it comes back, or is saved, or put aside. */
import { saveBlob } from '../export/save-file.ts';
import { zipBundle } from '../export/zip-bundle.ts';
import { DataLost, LanyardError } from '../model/errors.ts';
import { instantOf } from '../model/time.ts';
import { backupFiles, partDamaged } from '../store/backup/backup-format.ts';
import { openVault } from '../store/backup/vault.ts';
import { type Copy, readCopy, setCopyAside } from '../store/copy/read-copy.ts';
import { renewLog } from '../store/copy/renew-log.ts';
import { giveUpDatabase } from '../store/give-up-database.ts';
import { DATABASE_NAME } from '../store/schema.ts';

const nowMs = (): number => Date.now();

/** The last copy; `null` when there is none that is whole. */
export const findCopy = (): Promise<Copy | null> => readCopy(DATABASE_NAME).catch(() => null);

/** True when the database itself is damaged: not for one that a newer Lanyard wrote, or that another page holds. */
export const isDamaged = (error: unknown): boolean => {
  if (error instanceof DataLost) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    error instanceof LanyardError &&
    error.details.operation === 'open' &&
    error.details.reason === 'unknown' &&
    !(cause instanceof DOMException && ['VersionError', 'AbortError'].includes(cause.name))
  );
};

/** What is written from now on must last, whatever the damage was. */
const makeSound = (error: unknown): Promise<void> =>
  error instanceof DataLost ? renewLog(DATABASE_NAME) : giveUpDatabase(DATABASE_NAME);

/** Brings back what the copy has; what is still in the database stays. A database that does not open at all is made anew. */
export const restoreCopy = async (
  copy: Copy,
  error: unknown,
  nameOf: (name: string) => string,
): Promise<void> => {
  await makeSound(error);
  const vault = await openVault(nowMs);
  try {
    const { sound } = partDamaged(copy.holdings);
    await vault.restore({ holdings: sound, images: copy.images }, { mode: 'add', nameOf });
  } finally {
    vault.close();
  }
};

/** Saves the copy as a backup file. */
export const saveCopy = async (copy: Copy): Promise<void> => {
  const images = new Map<string, Blob>();
  for (const [hash, read] of copy.images) images.set(hash, await read());
  const zip = await zipBundle(backupFiles(copy.holdings, copy.dataVersion, images), new Date(copy.writtenMs));
  saveBlob(zip, `lanyard-backup-${instantOf(copy.writtenMs).slice(0, 10)}.zip`);
};

/** What is here is what there is; the copy stays, put aside. */
export const goOnWithout = async (error: unknown): Promise<void> => {
  await makeSound(error);
  await setCopyAside(DATABASE_NAME, nowMs());
};
