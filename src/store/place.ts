/**
 * Where the database lies. A missing MANIFEST locks the browser's usual place for ever: it can be neither opened nor
 * deleted. Then the database is made anew in a storage bucket, which is looked for only when the usual place fails.
 */

interface Buckets {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  keys(): Promise<readonly string[]>;
}

declare global {
  interface Navigator {
    /** Storage Buckets (WICG); Chromium alone has them. */
    readonly storageBuckets?: Buckets;
  }
}

export const BUCKET = 'lanyard-again';

/** The other place, where one was made. */
export const otherPlace = async (): Promise<IDBFactory | null> => {
  const buckets = navigator.storageBuckets;
  if (buckets === undefined || !(await buckets.keys()).includes(BUCKET)) return null;
  return (await buckets.open(BUCKET)).indexedDB;
};
