/**
 * The site's folder as the browser hands it out, and the save into it that has not come to its end: kept beside the records,
 * since both mean nothing on another machine.
 */
import { openDB } from 'idb';
import type { UnfinishedSave } from '../model/unfinished-save.ts';
import { refuseFullDisk } from './disk-room.ts';

const NAME = 'lanyard-folder';
const FOLDER = 'site';
const UNFINISHED = 'unfinished';

/** A save and the folder that it goes to. */
export interface HeldSave {
  readonly folder: FileSystemDirectoryHandle;
  readonly save: UnfinishedSave;
}

const withDatabase = async <T>(
  work: (database: Awaited<ReturnType<typeof open>>) => Promise<T>,
): Promise<T> => {
  await refuseFullDisk();
  const database = await open();
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

const open = () => openDB(NAME, 1, { upgrade: (database) => void database.createObjectStore('folders') });

/** Resolves when the disk has it. */
const put = (key: string, value: unknown): Promise<void> =>
  withDatabase(async (database) => {
    const transaction = database.transaction('folders', 'readwrite', { durability: 'strict' });
    await transaction.store.put(value, key);
    await transaction.done;
  });

/** The folder that was picked last, or `null`. Its permission may have run out. */
export const getFolder = (): Promise<FileSystemDirectoryHandle | null> =>
  withDatabase(async (database) => {
    const handle: unknown = await database.get('folders', FOLDER);
    return handle instanceof FileSystemDirectoryHandle ? handle : null;
  });

export const putFolder = (folder: FileSystemDirectoryHandle): Promise<void> => put(FOLDER, folder);

/** The save that was cut off, or that another page is at; `null` when the last one came to its end. */
export const getUnfinished = (): Promise<HeldSave | null> =>
  withDatabase(async (database) => (await database.get('folders', UNFINISHED)) ?? null);

/** @throws StoreFailure when there is no room: then the save must not begin */
export const putUnfinished = (held: HeldSave): Promise<void> => put(UNFINISHED, held);

export const clearUnfinished = (): Promise<void> =>
  withDatabase((database) => database.delete('folders', UNFINISHED));
