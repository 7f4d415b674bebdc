/** The site's folder as the browser hands it out: kept beside the records, since it means nothing on another machine. */
import { openDB } from 'idb';

const NAME = 'lanyard-folder';
const ROW = 'site';

const open = () => openDB(NAME, 1, { upgrade: (database) => void database.createObjectStore('folders') });

/** The folder that was picked last, or `null`. Its permission may have run out. */
export const getFolder = async (): Promise<FileSystemDirectoryHandle | null> => {
  const database = await open();
  try {
    const handle: unknown = await database.get('folders', ROW);
    return handle instanceof FileSystemDirectoryHandle ? handle : null;
  } finally {
    database.close();
  }
};

export const putFolder = async (folder: FileSystemDirectoryHandle): Promise<void> => {
  const database = await open();
  try {
    await database.put('folders', folder, ROW);
  } finally {
    database.close();
  }
};
