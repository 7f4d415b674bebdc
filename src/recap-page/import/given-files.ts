/** What a person hands over as a post: a file, a folder dropped or picked, a zip. */
import type { PostFile } from '../../app/import-post.ts';
import { openZip } from '../../export/read-zip.ts';

/** A post and its pictures, not a whole site. */
const ZIP_LIMITS = { entries: 5_000, fileBytes: 64 * 1024 * 1024, totalBytes: 512 * 1024 * 1024 };
const MOST_FILES = 5_000;

const ofFile = (file: File, path: string): PostFile => ({ path, size: file.size, read: async () => file });

const filesOfEntry = async (entry: FileSystemEntry, files: PostFile[]): Promise<void> => {
  if (files.length >= MOST_FILES) return;
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    files.push(ofFile(file, path));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return;
    for (const each of entries) await filesOfEntry(each, files);
  }
};

export interface Given {
  readonly name: string;
  readonly files: readonly PostFile[];
}

/** Files that were picked, alone or as a folder; a zip is opened. @throws UnusableFile */
export const givenFiles = async (files: readonly File[]): Promise<Given> => {
  const [first] = files;
  if (first !== undefined && files.length === 1 && /\.zip$/i.test(first.name)) {
    const zipped = await openZip(first, ZIP_LIMITS);
    return {
      name: first.name,
      files: [...zipped.values()].map(({ path, size, read }) => ({ path, size, read })),
    };
  }
  return {
    name: first?.webkitRelativePath.split('/')[0] || (first?.name ?? ''),
    files: files.slice(0, MOST_FILES).map((file) => ofFile(file, file.webkitRelativePath || file.name)),
  };
};

/** What was dropped. The entries have to be asked for within the event. */
export const droppedFiles = (transfer: DataTransfer): Promise<Given> => {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const [first] = entries;
  if (first === undefined || (entries.length === 1 && first.isFile)) return givenFiles([...transfer.files]);
  return (async () => {
    const files: PostFile[] = [];
    for (const entry of entries) await filesOfEntry(entry, files);
    return { name: first.name, files };
  })();
};
