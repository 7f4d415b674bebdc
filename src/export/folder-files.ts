/** Files of a folder that the browser handed out, by their paths from it. */
import { hexOf } from '../model/hex.ts';

/** SHA-256, lower-case hex. */
export const hashOf = async (blob: Blob): Promise<string> =>
  hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));

export const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';

/** The folder that a path's file stands in. @throws NotFoundError (DOMException) */
export const folderAt = async (
  root: FileSystemDirectoryHandle,
  path: string,
  create: boolean,
): Promise<FileSystemDirectoryHandle> => {
  let folder = root;
  for (const part of path.split('/').slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create });
  return folder;
};

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `null` when there is no such file. @throws TypeMismatchError (DOMException) when a folder has the name */
export const readFile = async (root: FileSystemDirectoryHandle, path: string): Promise<File | null> => {
  try {
    const folder = await folderAt(root, path, false);
    return await (await folder.getFileHandle(nameOf(path))).getFile();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
};

/** A file that was made and never filled. */
export const removeEmpty = async (root: FileSystemDirectoryHandle, path: string): Promise<void> => {
  const file = await readFile(root, path);
  if (file?.size === 0) await (await folderAt(root, path, false)).removeEntry(nameOf(path));
};

/** Posts come after everything that they show. */
export const isPost = (path: string): boolean => /\.mdx?$/.test(path);
