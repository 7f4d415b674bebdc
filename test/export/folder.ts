/** A folder of the browser's private file system, read and filled by paths. */

export const putFile = async (root: FileSystemDirectoryHandle, path: string, text: string): Promise<void> => {
  const parts = path.split('/');
  let folder = root;
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create: true });
  const stream = await (await folder.getFileHandle(parts.at(-1) ?? '', { create: true })).createWritable();
  await stream.write(text);
  await stream.close();
};

/** `path: text` of every file, in order; with `folders` also `path/` of every folder. */
export const listFolder = async (
  folder: FileSystemDirectoryHandle,
  folders = false,
  prefix = '',
): Promise<string[]> => {
  const found: string[] = [];
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory') {
      if (folders) found.push(`${prefix}${name}/`);
      found.push(...(await listFolder(handle, folders, `${prefix}${name}/`)));
    } else found.push(`${prefix}${name}: ${await (await handle.getFile()).text()}`);
  }
  return found.sort();
};
