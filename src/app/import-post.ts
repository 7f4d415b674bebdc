/** Takes a published post over as a new event: its text, its sessions and notes, and the images beside it. */
import { listReferences } from '../markdown/blocks.ts';
import { UnreadablePost } from '../model/errors.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { ImportedPost } from '../model/imported-post.ts';
import { postTextOf } from '../recap/parse/post-bytes.ts';
import { postRecords } from '../recap/parse/post-records.ts';
import { type ReadPost, readPost } from '../recap/parse/read-post.ts';
import { measureFiles, type UnusableFile } from './image-notes.ts';
import { newRecord } from './new-record.ts';
import type { Ports, Put } from './ports.ts';

/** A file of a bundle, by its path with `/` between folders. */
export interface PostFile {
  readonly path: string;
  readonly size: number;
  readonly read: () => Promise<Blob>;
}

/** A post that was read; nothing is written yet. */
export interface FoundPost {
  readonly folder: string;
  /** Inside the folder. */
  readonly path: string;
  readonly read: ReadPost;
  /** Pictures that came with it, by their path inside the folder. */
  readonly pictures: readonly PostFile[];
}

const POST = /\.(?:md|mdx|markdown)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|webp|avif)$/i;
/** Most bytes of a post that are read into memory at all; its own limit is lower. */
const MOST_BYTES = 64_000_000;

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `index.md` before others, the nearest to the top first; a README is no post while there is another. */
const rank = ({ path }: PostFile): number =>
  path.split('/').length * 10 -
  (/^_?index\./i.test(nameOf(path)) ? 5 : 0) +
  (/^readme\./i.test(nameOf(path)) ? 1000 : 0);

/**
 * Finds and reads the post among files: one of its own, or a bundle.
 *
 * @param name of what was handed over, for the words of an error
 * @throws UnreadablePost
 */
export const findPost = async (files: readonly PostFile[], name: string): Promise<FoundPost> => {
  const visible = files.filter(({ path }) => !/(?:^|\/)(?:\.|__MACOSX\/)/.test(path));
  const [own] = visible.filter(({ path }) => POST.test(path)).sort((left, right) => rank(left) - rank(right));
  const [only] = visible;
  if (own === undefined && (only === undefined || visible.length > 1 || PICTURE.test(only.path))) {
    throw new UnreadablePost(name, 'no-post');
  }
  const file = own ?? only;
  if (file === undefined) throw new UnreadablePost(name, 'no-post');
  if (file.size === 0) throw new UnreadablePost(file.path, 'empty');
  if (file.size > MOST_BYTES) throw new UnreadablePost(file.path, 'too-large');
  const bytes = new Uint8Array(await (await file.read()).arrayBuffer());
  const folder = folderOf(file.path);
  const inside = folder === '' ? '' : `${folder}/`;
  const pictures = visible
    .filter(({ path }) => path.startsWith(inside) && PICTURE.test(path))
    .map((picture) => ({ ...picture, path: picture.path.slice(inside.length) }));
  return { folder, path: nameOf(file.path), read: readPost(postTextOf(bytes, file.path)), pictures };
};

/** The path inside the bundle that an address of the text leads to. */
const pathOf = (address: string): string => {
  const path = address.replace(/[?#].*$/, '').replace(/^(?:\.\/)+/, '');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** Every address that the text has for a picture; one that it does not show keeps its file all the same. */
const addressesOf = ({ read, pictures }: FoundPost): ReadonlyMap<string, readonly string[]> => {
  const body = read.source.slice(read.frontMatter.bodyStart).replace(/\r\n?/g, '\n');
  const shown = new Set(
    listReferences(body).flatMap(({ kind, address }) => (kind === 'image' ? address : [])),
  );
  return new Map(
    pictures.map(({ path }) => {
      const addresses = [...shown].filter((address) => pathOf(address) === path);
      return [path, addresses.length === 0 ? [`./${path}`] : addresses];
    }),
  );
};

/** Pictures of its own folder that the text shows and that did not come with it. */
export const countMissingPictures = ({ read, pictures }: FoundPost): number => {
  const body = read.source.slice(read.frontMatter.bodyStart).replace(/\r\n?/g, '\n');
  const came = new Set(pictures.map(({ path }) => path));
  const own = new Set(
    listReferences(body).flatMap(({ kind, address }) =>
      kind === 'image' && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(address) ? pathOf(address) : [],
    ),
  );
  return [...own].filter((path) => !came.has(path)).length;
};

export interface ImportedEvent {
  readonly event: ConferenceEvent;
  /** Pictures that could not be taken; the post addresses them as before. */
  readonly failed: readonly UnusableFile[];
}

/** One step for all of it, which can be undone. Resolves when it is on disk. */
export const importPost = async (ports: Ports, found: FoundPost, unnamed: string): Promise<ImportedEvent> => {
  const addresses = addressesOf(found);
  const eventRecord = newRecord(ports);
  const files = [];
  for (const { path, read } of found.pictures) files.push({ blob: await read(), name: path, sourceUrl: '' });
  const { usable, failed } = await measureFiles(ports, { eventId: eventRecord.id, sessionId: null }, files);
  const images: ImportedPost['images'][number][] = usable.flatMap(({ file, image }) =>
    (addresses.get(file.name) ?? []).map((address) => ({ imageId: image.id, address, path: file.name })),
  );
  const records = [eventRecord];
  const origin = {
    folder: found.folder,
    path: found.path,
    unnamed,
    timeZone: ports.machineTimeZone(),
    images,
  };
  const { event, sessions, notes, post } = postRecords(
    found.read,
    origin,
    () => records.pop() ?? newRecord(ports),
  );
  await ports.store.write({
    label: 'post-imported',
    puts: [
      { type: 'events', base: null, record: event },
      ...sessions.map((record): Put => ({ type: 'sessions', base: null, record })),
      ...notes.map((record): Put => ({ type: 'notes', base: null, record })),
      ...usable.map(({ image }): Put => ({ type: 'images', base: null, record: image })),
      { type: 'posts', base: null, record: post },
    ],
    blobs: usable.map(({ measured }) => ({ hash: measured.hash, blob: measured.blob })),
    settings: { currentEventId: event.id, heldSession: null },
  });
  return { event, failed };
};
