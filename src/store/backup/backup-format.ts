/** The files of a backup and back: text of each store, the pictures by their hash, a manifest with checksums (`docs/backup.md`). */
import { InvalidInput, UnusableFile } from '../../model/errors.ts';
import { IMAGE_TYPES, type ImageType, imageTypeOf } from '../../model/image.ts';
import type { Instant } from '../../model/time.ts';
import { isObject } from './checks.ts';
import { type Holdings, NO_HOLDINGS, TEXT_STORES, type TextStore } from './holdings.ts';
import { isHash, STORE_CHECKS } from './record-checks.ts';
import { hexOfHash } from './sha-256.ts';

const FORMAT = 'lanyard-backup';
/** Counted up when a reader of the version before could not read the file. */
const FORMAT_VERSION = 1;
const MANIFEST = 'manifest.json';
const LARGEST_TEXT = 256 * 1024 * 1024;

interface FileFact {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** Version of the database that the records were read from. */
  readonly dataVersion: number;
  /** When the newest of the records was changed: the same records give the same file. */
  readonly changedAt: Instant;
  readonly files: readonly FileFact[];
}

/** A file to be written into a backup. */
export interface BackupFile {
  readonly path: string;
  readonly read: () => Promise<Blob>;
}

/** A file that was found in a backup. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly read: () => Promise<Blob>;
}

/** A backup that was read and checked as a whole. */
export interface Backup {
  readonly dataVersion: number;
  readonly changedAt: Instant;
  readonly holdings: Holdings;
  /** Images by their hash; each was read and gave the right bytes. */
  readonly images: ReadonlyMap<string, () => Promise<Blob>>;
}

const README = `A backup of Lanyard: everything it keeps, in files that a person can read.

records/   one JSON file for each kind of record, one record on each line
images/    the bytes of each image, named by their SHA-256
damaged/   records that no longer had their right shape; they are not restored
manifest.json  version, size and SHA-256 of every file

To restore: open Lanyard's recap page, "Backup", "Restore a backup".
`;

const extensionOf = (type: string): string => (type in IMAGE_TYPES ? IMAGE_TYPES[type as ImageType] : 'bin');

const jsonFile = (text: string): Blob => new Blob([text], { type: 'application/json' });

/** A list with one record on each line. */
const listText = (values: readonly unknown[]): string =>
  values.length === 0 ? '[]\n' : `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]\n`;

/** The newest change of any record, or the beginning of time. */
export const changedAt = ({ events, sessions, notes, images }: Holdings): Instant => {
  let newest = '1980-01-01T00:00:00.000Z';
  for (const records of [events, sessions, notes, images])
    for (const { updatedAt } of records) if (updatedAt > newest) newest = updatedAt;
  return newest;
};

/** Parts what has its right shape from what was damaged. */
export const partDamaged = (holdings: Holdings): { sound: Holdings; damaged: Holdings } => {
  const sound: Record<string, unknown[]> = {};
  const damaged: Record<string, unknown[]> = {};
  for (const name of TEXT_STORES) {
    sound[name] = [];
    damaged[name] = [];
    for (const value of holdings[name]) {
      try {
        STORE_CHECKS[name](value, name);
        sound[name].push(value);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        damaged[name].push(value);
      }
    }
  }
  return { sound: { ...NO_HOLDINGS, ...sound }, damaged: { ...NO_HOLDINGS, ...damaged } };
};

/**
 * The files of a backup, in the order in which they are to be read: the manifest is last, because it tells what was read.
 *
 * @param images the stored bytes by hash, all of them readable
 */
export const backupFiles = (
  all: Holdings,
  dataVersion: number,
  images: ReadonlyMap<string, Blob>,
): BackupFile[] => {
  const { sound, damaged } = partDamaged(all);
  const facts: FileFact[] = [];
  const noted = async (path: string, file: Blob): Promise<Blob> => {
    facts.push({ path, size: file.size, sha256: await hexOfHash(file) });
    return file;
  };
  const text = (path: string, content: string): BackupFile => ({
    path,
    read: () => noted(path, jsonFile(content)),
  });
  const manifest = async (): Promise<Blob> => {
    const told: Manifest = {
      format: FORMAT,
      version: FORMAT_VERSION,
      dataVersion,
      changedAt: changedAt(sound),
      files: facts,
    };
    const checksum = await hexOfHash(jsonFile(JSON.stringify(told)));
    return jsonFile(`${JSON.stringify({ ...told, checksum }, null, 1)}\n`);
  };
  return [
    { path: 'README.txt', read: () => noted('README.txt', new Blob([README], { type: 'text/plain' })) },
    ...TEXT_STORES.map((name) => text(`records/${name}.json`, listText(sound[name]))),
    ...TEXT_STORES.filter((name) => damaged[name].length > 0).map((name) =>
      text(`damaged/${name}.json`, listText(damaged[name])),
    ),
    ...[...images].map(([hash, bytes]) => {
      const path = `images/${hash}.${extensionOf(bytes.type)}`;
      return { path, read: () => noted(path, bytes) };
    }),
    { path: MANIFEST, read: manifest },
  ];
};

const textOf = async (file: FoundFile): Promise<string> => {
  if (file.size > LARGEST_TEXT) throw new UnusableFile('too-large', file.path);
  const bytes = await (await file.read()).arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new UnusableFile('damaged', file.path, { cause });
  }
};

const parsed = async (file: FoundFile): Promise<unknown> => {
  const text = await textOf(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UnusableFile('damaged', file.path, { cause });
  }
};

const isFileFact = (value: unknown): value is FileFact =>
  isObject(value) &&
  typeof value.path === 'string' &&
  Number.isSafeInteger(value.size) &&
  typeof value.sha256 === 'string' &&
  isHash(value.sha256);

const readManifest = async (files: ReadonlyMap<string, FoundFile>, newest: number): Promise<Manifest> => {
  const file = files.get(MANIFEST);
  if (file === undefined) throw new UnusableFile('not-a-backup', '');
  const value = await parsed(file);
  if (!isObject(value) || value.format !== FORMAT) throw new UnusableFile('not-a-backup', MANIFEST);
  const { checksum, ...told } = value;
  if (checksum !== (await hexOfHash(jsonFile(JSON.stringify(told)))))
    throw new UnusableFile('damaged', MANIFEST);
  const { version, dataVersion, files: facts, changedAt: at } = told;
  if (Number(version) > FORMAT_VERSION || Number(dataVersion) > newest)
    throw new UnusableFile('newer', MANIFEST);
  if (!Number.isSafeInteger(dataVersion) || typeof at !== 'string' || !Array.isArray(facts))
    throw new UnusableFile('damaged', MANIFEST);
  if (!facts.every(isFileFact)) throw new UnusableFile('damaged', MANIFEST);
  return told as unknown as Manifest;
};

/** Every file that the manifest names must be there, and no other. */
const checkNames = (files: ReadonlyMap<string, FoundFile>, manifest: Manifest): void => {
  const named = new Set([MANIFEST, ...manifest.files.map(({ path }) => path)]);
  if (named.size !== manifest.files.length + 1) throw new UnusableFile('duplicate', MANIFEST);
  for (const path of files.keys()) if (!named.has(path)) throw new UnusableFile('unknown-entry', path);
  for (const { path, size } of manifest.files) {
    const file = files.get(path);
    if (file === undefined) throw new UnusableFile('missing', path);
    if (file.size !== size) throw new UnusableFile('damaged', path);
  }
};

const keyOf = (name: TextStore, value: unknown): unknown => {
  if (!isObject(value)) return undefined;
  if (name === 'drafts') return value.target;
  if (name === 'settings') return value.key;
  return name === 'journal' ? value.seq : value.id;
};

const readText = async (name: TextStore, file: FoundFile): Promise<readonly unknown[]> => {
  const values = await parsed(file);
  if (!Array.isArray(values)) throw new UnusableFile('damaged', file.path);
  const keys = new Set<unknown>();
  for (const [index, value] of values.entries()) {
    STORE_CHECKS[name](value, `${file.path}[${index}]`);
    const key = keyOf(name, value);
    if (keys.has(key)) throw new UnusableFile('duplicate', `${file.path}[${index}]`);
    keys.add(key);
  }
  return values;
};

/** The image under its true type, decided by its first bytes. */
const imageOf = async (path: string, read: () => Promise<Blob>): Promise<Blob> => {
  const bytes = await read();
  const type = imageTypeOf(new Uint8Array(await bytes.slice(0, 16).arrayBuffer()));
  if (type === null) throw new UnusableFile('damaged', path);
  return bytes.slice(0, bytes.size, type);
};

/**
 * Reads and checks all of a backup; nothing is written.
 *
 * @param files what lies in it, by path
 * @param newest the database's version of this build; a backup of a later one is refused
 * @param onProgress with the share that is done, 0 to 1
 * @throws UnusableFile, InvalidInput naming the entry and the field
 */
export const readBackup = async (
  files: ReadonlyMap<string, FoundFile>,
  newest: number,
  onProgress: (done: number) => void = () => undefined,
): Promise<Backup> => {
  const manifest = await readManifest(files, newest);
  checkNames(files, manifest);
  const total = manifest.files.reduce((sum, { size }) => sum + size, 1);
  let done = 0;
  const held: Record<string, readonly unknown[]> = {};
  const images = new Map<string, () => Promise<Blob>>();
  for (const { path, size, sha256 } of manifest.files) {
    const file = files.get(path);
    if (file === undefined) throw new UnusableFile('missing', path);
    if ((await hexOfHash(await file.read())) !== sha256) throw new UnusableFile('damaged', path);
    const [folder, name = ''] = path.split('/');
    const store = TEXT_STORES.find((known) => `${known}.json` === name);
    if (folder === 'records' && store !== undefined) held[store] = await readText(store, file);
    // An image whose bytes were no longer its own when the backup was made is not taken.
    else if (folder === 'images' && name.startsWith(`${sha256}.`)) {
      await imageOf(path, file.read);
      images.set(sha256, () => imageOf(path, file.read));
    }
    done += size;
    onProgress(done / total);
  }
  return {
    dataVersion: manifest.dataVersion,
    changedAt: manifest.changedAt,
    holdings: { ...NO_HOLDINGS, ...held },
    images,
  };
};
