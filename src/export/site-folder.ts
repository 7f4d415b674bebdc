/**
 * The site's own folder: what an export would change there, and writing it. Only files that an earlier export wrote, and that
 * nobody changed since, are ever removed.
 */
import type { ExportedFile } from '../model/last-export.ts';
import type { BundleFile } from './bundle-files.ts';
import { folderAt, hashOf, isMissing, isPost, nameOf, readFile, removeEmpty } from './folder-files.ts';

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

/** Compares the bundle with the folder; nothing is written. @param last what was written by us; a path may be in it twice */
export const planFolder = async (
  root: FileSystemDirectoryHandle,
  bundle: readonly BundleFile[],
  last: readonly ExportedFile[],
): Promise<FolderPlan> => {
  const ours = new Set(last.map(({ path, hash }) => `${hash} ${path}`));
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
    files.push({ path, change: changeOf(hash, thereHash, ours.has(`${thereHash} ${path}`)) });
  }
  const kept = new Set(written.map(({ path }) => path));
  for (const path of new Set(last.map((file) => file.path))) {
    if (kept.has(path)) continue;
    const there = await readFile(root, path);
    if (there !== null && ours.has(`${await hashOf(there)} ${path}`)) files.push({ path, change: 'removed' });
  }
  return { files, written, content };
};

const changeOf = (hash: string, there: string | null, ours: boolean): FolderChange => {
  if (there === null) return 'new';
  if (there === hash) return 'same';
  return ours ? 'changed' : 'foreign';
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
