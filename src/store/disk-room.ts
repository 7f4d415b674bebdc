/** Whether the disk has room for a database to be opened in. */
import { StoreFailure } from '../model/errors.ts';

/** A database that is opened may write down all of its log first (LevelDB's is at most 4 MiB). */
const LEAST_BYTES = 8 * 1024 * 1024;

/** Bytes; with `unlimitedStorage` the quota is what the disk has left. False where the browser does not tell. */
export const isDiskFull = async (leastBytes: number = LEAST_BYTES): Promise<boolean> => {
  try {
    const { quota = Number.POSITIVE_INFINITY, usage = 0 } = await navigator.storage.estimate();
    return quota - usage < leastBytes;
  } catch {
    return false;
  }
};

/**
 * To be asked before every opening: Chromium 156 removes the whole database when the disk turns out to be full while it is
 * opened ("Encountered full disk while opening backing store"), and the next opening makes an empty one.
 *
 * @throws StoreFailure
 */
export const refuseFullDisk = async (leastBytes?: number): Promise<void> => {
  if (await isDiskFull(leastBytes)) throw new StoreFailure('open', 'disk');
};
