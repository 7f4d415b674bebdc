/** A save into the site's folder that was cut off: what stood there before is noted first, and can be put back. */
import type { ExportedFile } from '../model/last-export.ts';
import type { UnfinishedSave } from '../model/unfinished-save.ts';
import { folderAt, hashOf, isMissing, isPost, nameOf, readFile } from './folder-files.ts';
import type { FolderPlan } from './site-folder.ts';

type Before = Pick<UnfinishedSave, 'files' | 'folders'>;

/**
 * What a plan will change, as it stands now. To be kept until the plan is carried out.
 *
 * @param cut a save of the same event that was cut off: what stood there before it is what counts
 */
export const noteBefore = async (
  root: FileSystemDirectoryHandle,
  plan: FolderPlan,
  cut: Before | null = null,
): Promise<Before> => {
  const known = new Map((cut?.files ?? []).map((file) => [file.path, file]));
  const hashes = new Map(plan.written.map(({ path, hash }) => [path, hash]));
  const files: UnfinishedSave['files'][number][] = [];
  const folders = new Set(cut?.folders);
  for (const { path, change } of plan.files) {
    if (change === 'same') continue;
    const earlier = known.get(path);
    const hash = hashes.get(path);
    known.delete(path);
    files.push({
      path,
      before: earlier === undefined ? await bytesAt(root, path) : earlier.before,
      hashes: [...(earlier?.hashes ?? []), ...(hash === undefined ? [] : [hash])],
    });
    for (const folder of foldersOf(path)) if (!(await isFolder(root, folder))) folders.add(folder);
  }
  return { files: [...files, ...known.values()], folders: [...folders] };
};

/** A copy: a handle's file cannot be read any more when it was changed. */
const bytesAt = async (root: FileSystemDirectoryHandle, path: string): Promise<Blob | null> => {
  const file = await readFile(root, path);
  return file === null ? null : new Blob([await file.arrayBuffer()]);
};

/** `a/b/c.md` stands in `a` and in `a/b`. */
const foldersOf = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'));

const isFolder = async (root: FileSystemDirectoryHandle, path: string): Promise<boolean> => {
  try {
    await folderAt(root, `${path}/x`, false);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
};

/** What the save that was cut off wrote, or was about to write. */
export const writtenBySave = ({ files }: Before): ExportedFile[] =>
  files.flatMap(({ path, hashes }) => hashes.map((hash) => ({ path, hash })));

/** Whether the save did nothing that could be seen: then there is nothing to finish. */
export const isUntouched = async (root: FileSystemDirectoryHandle, { files }: Before): Promise<boolean> => {
  for (const { path, before } of files) {
    if ((await hashAt(root, path)) !== (await hashOfContent(before))) return false;
  }
  return true;
};

/** `null` for no file and for an empty one, which is what a cut leaves of a new file. */
const hashAt = async (root: FileSystemDirectoryHandle, path: string): Promise<string | null> =>
  hashOfContent(await readFile(root, path));

const hashOfContent = async (content: Blob | null): Promise<string | null> =>
  content === null || content.size === 0 ? null : hashOf(content);

/**
 * Puts back what stood there before. Pictures come back before the posts that show them, and go after them. Only what the
 * save itself wrote is replaced or removed; what somebody changed since stays. Cut off itself, it can be done again.
 */
export const undoSave = async (root: FileSystemDirectoryHandle, save: Before): Promise<void> => {
  const turnOf = ({ path, before }: Before['files'][number]): number => {
    if (isPost(path)) return 1;
    return before === null ? 2 : 0;
  };
  for (const { path, hashes, before } of save.files.toSorted((left, right) => turnOf(left) - turnOf(right))) {
    const there = await hashAt(root, path);
    if (there !== null && !hashes.includes(there)) continue;
    if (before !== null) await put(root, path, before);
    else await remove(root, path);
  }
  for (const folder of save.folders.toReversed()) {
    // One with something in it is not ours to remove.
    await remove(root, folder).catch(() => undefined);
  }
};

const put = async (root: FileSystemDirectoryHandle, path: string, content: Blob): Promise<void> => {
  const folder = await folderAt(root, path, true);
  const stream = await (await folder.getFileHandle(nameOf(path), { create: true })).createWritable();
  await stream.write(content);
  await stream.close();
};

const remove = async (root: FileSystemDirectoryHandle, path: string): Promise<void> => {
  try {
    await (await folderAt(root, path, false)).removeEntry(nameOf(path));
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
};
