/**
 * The site's own folder: what an export would change there, and writing it. Only files that an earlier export wrote, and that
 * nobody changed since, are ever removed.
 */
import type { ExportedFile } from '../model/last-export.ts';
import type { BundleFile } from './bundle-files.ts';

/** `foreign`: a file of that name is there that Lanyard did not write, or that was changed since. */
export type FolderChange = 'new' | 'changed' | 'same' | 'foreign' | 'removed';

interface PlannedFile {
  readonly path: string;
  readonly change: FolderChange;
}

export interface FolderPlan {
  readonly files: readonly PlannedFile[];
  /** What will have been written, for the next export. */
  readonly written: readonly ExportedFile[];
  readonly content: readonly { readonly path: string; readonly blob: Blob }[];
}

const hashOf = async (blob: Blob): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';

const folderAt = async (
  root: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemDirectoryHandle> => {
  let folder = root;
  for (const part of path.split('/').slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create });
  return folder;
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `null` when there is no such file. @throws TypeMismatchError (DOMException) when a folder has the name */
const readFile = async (root: FileSystemDirectoryHandle, path: string): Promise<File | null> => {
  try {
    const folder = await folderAt(root, path, false);
    return await (await folder.getFileHandle(nameOf(path))).getFile();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** Compares the bundle with the folder; nothing is written. @param last what the last export wrote */
export const planFolder = async (
  root: FileSystemDirectoryHandle,
  bundle: readonly BundleFile[],
  last: readonly ExportedFile[],
): Promise<FolderPlan> => {
  const ours = new Map(last.map(({ path, hash }) => [path, hash]));
  const files: PlannedFile[] = [];
  const written: ExportedFile[] = [];
  const content: { path: string; blob: Blob }[] = [];
  for (const { path, read } of bundle) {
    const blob = await read();
    const hash = await hashOf(blob);
    const there = await readFile(root, path);
    // An empty one is what a cut left of a new file.
    const thereHash = there === null || there.size === 0 ? null : await hashOf(there);
    written.push({ path, hash });
    content.push({ path, blob });
    files.push({ path, change: changeOf(hash, thereHash, ours.get(path)) });
  }
  const kept = new Set(written.map(({ path }) => path));
  for (const { path, hash } of last) {
    if (kept.has(path)) continue;
    const there = await readFile(root, path);
    if (there !== null && (await hashOf(there)) === hash) files.push({ path, change: 'removed' });
  }
  return { files, written, content };
};

const changeOf = (hash: string, there: string | null, ours: string | undefined): FolderChange => {
  if (there === null) return 'new';
  if (there === hash) return 'same';
  return there === ours ? 'changed' : 'foreign';
};

/** Writes what a plan says, image files before the posts that show them, and removes last. */
export const writeFolder = async (root: FileSystemDirectoryHandle, plan: FolderPlan): Promise<void> => {
  const changes = new Map(plan.files.map(({ path, change }) => [path, change]));
  const wanted = plan.content
    .filter(({ path }) => changes.get(path) !== 'same')
    .toSorted((left, right) => Number(isPost(left.path)) - Number(isPost(right.path)));
  const open: FileSystemWritableFileStream[] = [];
  const made: string[] = [];
  try {
    // All bytes go to the browser's own swap files first: a cut in this part leaves every file as it was.
    for (const { path, blob } of wanted) {
      const folder = await folderAt(root, path, true);
      if (changes.get(path) === 'new') made.push(path);
      const stream = await (await folder.getFileHandle(nameOf(path), { create: true })).createWritable();
      open.push(stream);
      await stream.write(blob);
    }
    // Closing puts each file in its place whole; the post comes last, when everything it shows is there.
    while (open.length > 0) {
      await open[0]?.close();
      open.shift();
    }
  } catch (error) {
    await Promise.allSettled(open.map((stream) => stream.abort()));
    await Promise.allSettled(made.map((path) => removeEmpty(root, path)));
    throw error;
  }
  for (const { path, change } of plan.files) {
    if (change !== 'removed') continue;
    const folder = await folderAt(root, path, false);
    await folder.removeEntry(nameOf(path)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }
};

/** A file that was made and never filled. */
const removeEmpty = async (root: FileSystemDirectoryHandle, path: string): Promise<void> => {
  const file = await readFile(root, path);
  if (file?.size === 0) await (await folderAt(root, path, false)).removeEntry(nameOf(path));
};

const isPost = (path: string): boolean => /\.mdx?$/.test(path);
