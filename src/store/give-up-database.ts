/** A database that does not open is removed, so that one can be made anew. */
import { BUCKET } from './place.ts';

const removed = (factory: IDBFactory, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

/** Removes a database that does not open; where not even that can be done, the next one is made in the other place. */
export const giveUpDatabase = async (name: string): Promise<void> => {
  try {
    await removed(indexedDB, name);
  } catch (cause) {
    if (navigator.storageBuckets === undefined) throw cause;
    const { indexedDB: other } = await navigator.storageBuckets.open(BUCKET);
    await removed(other, name);
  }
};
