/** Whether the copy lacks a change: asked at every opening, so that nothing is counted or read when nothing has changed. */
import { openDatabase } from '../open-database.ts';
import { DATABASE_NAME } from '../schema.ts';
import { aloneWithCopies, openCopies } from './copy-files.ts';
import { COPY } from './keep-copy.ts';
import { readSentinel, SENTINEL } from './sentinel.ts';

/** False when the copy is newer than the last sentinel, and no step was made since. */
export const isCopyBehind = async (name: string = DATABASE_NAME): Promise<boolean> => {
  const { database } = await openDatabase(name);
  try {
    return await aloneWithCopies(name, async () => {
      const copies = openCopies(name);
      const [sentinel, copy] = [await copies.texts.read(SENTINEL), await copies.texts.read(COPY)];
      if (sentinel === null || copy === null || copy.lastModified < sentinel.lastModified) return true;
      const last = await database.transaction('journal').store.openKeyCursor(null, 'prev');
      return (await readSentinel(copies))?.lastStep !== (last?.key ?? 0);
    });
  } finally {
    database.close();
  }
};
