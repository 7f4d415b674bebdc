/**
 * Opens a zip that somebody hands us: a backup, or a zipped bundle to import. The one module that unpacks. Only slices of
 * the file are read, so memory stays at one entry; sizes that the zip states are held against what comes out of it.
 */
import { unzipRaw, type ZipEntry } from 'unzipit';
import { UnusableFile } from '../model/errors.ts';

/** One file in a zip. */
export interface ZippedFile {
  /** With `/` between folders; no `..`, no drive, no backslash, no control character. */
  readonly path: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Unpacks it. @throws UnusableFile when it is damaged or larger than it says */
  readonly read: () => Promise<Blob>;
}

interface ZipLimits {
  readonly entries: number;
  /** Bytes of one file, unpacked. */
  readonly fileBytes: number;
  /** Bytes of all files together, unpacked. */
  readonly totalBytes: number;
}

/** Enough for years of conferences, and too little to fill a disk by a bomb of a few kilobytes. */
const ZIP_LIMITS: ZipLimits = {
  entries: 100_000,
  fileBytes: 512 * 1024 * 1024,
  totalBytes: 8 * 1024 * 1024 * 1024,
};

/** Deflate packs at most 1,032 to 1 (zlib, "Technical Details"): what states more is made to harm. */
const MOST_PACKED = 1040;

const hasControl = (text: string): boolean => /\p{Cc}/u.test(text);

const isSafePath = (path: string): boolean =>
  path !== '' &&
  path.length <= 1024 &&
  !/^[/~]|\\|^[A-Za-z]:/.test(path) &&
  !hasControl(path) &&
  path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const read = async (entry: ZipEntry): Promise<Blob> => {
  try {
    return await entry.blob();
  } catch (cause) {
    throw new UnusableFile('damaged', entry.name, { cause });
  }
};

const checkEntry = (entry: ZipEntry, limits: ZipLimits): void => {
  const { name, size, compressedSize } = entry;
  if (!isSafePath(name)) throw new UnusableFile('unsafe-name', name.slice(0, 200));
  if (entry.encrypted) throw new UnusableFile('encrypted', name);
  if (size > limits.fileBytes || size > compressedSize * MOST_PACKED + 1024)
    throw new UnusableFile('too-large', name);
};

/**
 * The files of a zip by their path; folders are passed over.
 *
 * @throws UnusableFile when it is no zip, or an entry has an unsafe name, a double, or is larger than the limits
 */
export const openZip = async (
  file: Blob,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<ReadonlyMap<string, ZippedFile>> => {
  const { entries } = await unzipRaw(file).catch((cause: unknown) => {
    throw new UnusableFile('not-a-zip', '', { cause });
  });
  if (entries.length > limits.entries) throw new UnusableFile('too-large', '');
  const files = new Map<string, ZippedFile>();
  const taken = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    if (entry.isDirectory) continue;
    checkEntry(entry, limits);
    total += entry.size;
    if (total > limits.totalBytes) throw new UnusableFile('too-large', entry.name);
    const key = entry.name.normalize('NFC').toLowerCase();
    if (taken.has(key)) throw new UnusableFile('duplicate', entry.name);
    taken.add(key);
    files.set(entry.name, { path: entry.name, size: entry.size, read: () => read(entry) });
  }
  return files;
};
