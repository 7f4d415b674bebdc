/** The browser's folder picker and its permission, where it has them (File System Access, Chromium). */

type Mode = { readonly mode: 'readwrite' };

interface WithPermission {
  readonly queryPermission?: (mode: Mode) => Promise<PermissionState>;
  readonly requestPermission?: (mode: Mode) => Promise<PermissionState>;
}

interface WithPicker {
  readonly showDirectoryPicker?: (
    options: Mode & { readonly id: string },
  ) => Promise<FileSystemDirectoryHandle>;
}

const WRITING: Mode = { mode: 'readwrite' };

const pickerOf = (): WithPicker['showDirectoryPicker'] => (globalThis as WithPicker).showDirectoryPicker;

export const canPickFolder = (): boolean => pickerOf() !== undefined;

/** Wants a click. `null` when the person gave none. */
export const pickFolder = async (): Promise<FileSystemDirectoryHandle | null> => {
  try {
    return (await pickerOf()?.({ ...WRITING, id: 'lanyard-site' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
};

/** Whether files may be written there; `ask` asks the person, and wants a click. */
export const mayWrite = async (folder: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> => {
  const { queryPermission, requestPermission } = folder as FileSystemDirectoryHandle & WithPermission;
  if ((await queryPermission?.call(folder, WRITING)) === 'granted') return true;
  if (queryPermission === undefined) return true;
  return ask && (await requestPermission?.call(folder, WRITING)) === 'granted';
};
