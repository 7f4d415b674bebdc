/** The files of the second copy, in the browser's private file system: what IndexedDB loses, they keep. */
import { isNamed } from '../failures.ts';

const orNull = async <Value>(work: Promise<Value>): Promise<Value | null> =>
  work.catch((cause: unknown) => {
    if (isNamed(cause, 'NotFoundError')) return null;
    throw cause;
  });

/** A folder of the copy; a file is replaced as a whole when its writing has ended, never in part. */
interface CopyFiles {
  /** `null` when there is none of this name. */
  read(name: string): Promise<File | null>;
  write(name: string, content: Blob | string): Promise<void>;
  remove(name: string): Promise<void>;
  list(): Promise<ReadonlySet<string>>;
}

const filesIn = (folder: () => Promise<FileSystemDirectoryHandle>): CopyFiles => ({
  read: async (name) => orNull(folder().then(async (at) => (await at.getFileHandle(name)).getFile())),
  write: async (name, content) => {
    const handle = await (await folder()).getFileHandle(name, { create: true });
    const stream = await handle.createWritable();
    try {
      await stream.write(content);
      await stream.close();
    } catch (cause) {
      await stream.abort().catch(() => undefined);
      throw cause;
    }
  },
  remove: async (name) => void (await orNull(folder().then((at) => at.removeEntry(name)))),
  list: async () => {
    const names = new Set<string>();
    for await (const name of (await folder()).keys()) names.add(name);
    return names;
  },
});

export interface Copies {
  readonly texts: CopyFiles;
  /** The bytes of images by their hash. */
  readonly images: CopyFiles;
}

/** @param database the name of the database that is copied */
export const openCopies = (database: string): Copies => {
  const root = async (): Promise<FileSystemDirectoryHandle> =>
    (await navigator.storage.getDirectory()).getDirectoryHandle(`copy-of-${database}`, { create: true });
  return {
    texts: filesIn(root),
    images: filesIn(async () => (await root()).getDirectoryHandle('images', { create: true })),
  };
};

/** One at a time, in whichever context. */
export const aloneWithCopies = <Result>(database: string, work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(`copy-of-${database}`, work);
