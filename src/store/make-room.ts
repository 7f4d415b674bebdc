/** What takes room, and what of it can go for good: old copies, pictures that nothing shows any more, whole events. */
import type { IDBPDatabase } from 'idb';
import { StoreFailure } from '../model/errors.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import { type Image, imageIdsIn } from '../model/image.ts';
import type { Note } from '../model/note.ts';
import { type Holdings, openAll, readHoldings } from './backup/holdings.ts';
import { type ChangeChannel, openChangeChannel } from './changes.ts';
import { aloneWithCopies, type Copies, openCopies } from './copy/copy-files.ts';
import { keepCopy } from './copy/keep-copy.ts';
import { dropSentinel } from './copy/sentinel.ts';
import { named } from './failures.ts';
import { inTransaction } from './in-transaction.ts';
import { openDatabase } from './open-database.ts';
import { DATABASE_NAME, type LanyardSchema } from './schema.ts';

interface EventRoom {
  readonly id: Id;
  readonly name: string;
  /** It was deleted, and can only be had by undoing that. */
  readonly deleted: boolean;
  readonly notes: number;
  /** Of its pictures and its text. */
  readonly bytes: number;
}

/** Sizes in bytes. */
export interface Room {
  /** Copies from before a change of version, and those put aside after a loss. */
  readonly copies: Files;
  /** The second copy of all pictures, which is made again when there is room. */
  readonly secondPictures: Files;
  /** What lies in the database; `null` while the disk is too full to open it. */
  readonly database: {
    /** Pictures whose notes were all deleted. */
    readonly pictures: Files;
    /** The largest first. */
    readonly events: readonly EventRoom[];
  } | null;
}

interface Files {
  readonly count: number;
  readonly bytes: number;
}

export type Freed = 'copies' | 'second-pictures' | 'pictures' | { readonly event: Id };

const OLD_COPY = /^(?:set-aside-|before-version-).*\.json$/;

const oldCopies = async ({ texts }: Copies): Promise<readonly string[]> =>
  [...(await texts.list())].filter((name) => OLD_COPY.test(name));

const NONE: Files = { count: 0, bytes: 0 };

const sizeOf = async (folder: Copies['texts'], names: readonly string[]): Promise<Files> => {
  let bytes = 0;
  for (const name of names) bytes += (await folder.read(name))?.size ?? 0;
  return { count: names.length, bytes };
};

/** Ids of images that a living note, a text being typed, or an imported post shows. */
const shownIn = ({ notes, posts, drafts, sessions, events }: Holdings): ReadonlySet<string> => {
  const living = notes.filter(({ deletedAt }) => deletedAt === null);
  const texts = [...living, ...drafts, ...sessions, ...events].map((record) => JSON.stringify(record));
  const named = texts.flatMap(imageIdsIn);
  return new Set([...named, ...posts.flatMap(({ images }) => images.map(({ imageId }) => imageId))]);
};

/** Hashes of bytes that no image in use has, and the images that go with them. */
const unusedPictures = (
  holdings: Holdings,
): { readonly hashes: readonly string[]; readonly bytes: number } => {
  const shown = shownIn(holdings);
  const used = new Set(
    holdings.images
      .filter(({ id, deletedAt }) => deletedAt === null && shown.has(id))
      .map(({ hash }) => hash),
  );
  const sizes = new Map(
    holdings.images.filter(({ hash }) => !used.has(hash)).map(({ hash, bytes }) => [hash, bytes]),
  );
  return { hashes: [...sizes.keys()], bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) };
};

const eventRoom = (event: ConferenceEvent, { notes, images, sessions, posts }: Holdings): EventRoom => {
  const own = <Value extends { readonly eventId: Id | null }>(values: readonly Value[]): readonly Value[] =>
    values.filter(({ eventId }) => eventId === event.id);
  const bytes = new Map(own(images).map(({ hash, bytes: size }) => [hash, size]));
  const text = JSON.stringify([own(notes), own(sessions), own(posts)]).length;
  return {
    id: event.id,
    name: event.name,
    deleted: event.deletedAt !== null,
    notes: own(notes).filter(({ deletedAt }) => deletedAt === null).length,
    bytes: [...bytes.values()].reduce((sum, size) => sum + size, text),
  };
};

const withDatabase = async <Result>(
  operation: string,
  name: string,
  work: (database: IDBPDatabase<LanyardSchema>) => Promise<Result>,
): Promise<Result> => {
  const { database } = await named('open', openDatabase(name));
  try {
    return await named(operation, work(database));
  } finally {
    database.close();
  }
};

const lookInDatabase = (name: string): Promise<Room['database']> =>
  withDatabase('lookForRoom', name, async (database) => {
    const transaction = openAll(database, 'readonly');
    const holdings = await readHoldings(transaction);
    const here = new Set(await transaction.objectStore('blobs').getAllKeys());
    const present = { ...holdings, images: holdings.images.filter(({ hash }) => here.has(hash)) };
    const { hashes, bytes } = unusedPictures(present);
    return {
      pictures: { count: hashes.length, bytes },
      events: holdings.events
        .map((event) => eventRoom(event, present))
        .sort((left, right) => right.bytes - left.bytes),
    };
  });

/** The copies lie outside the database: they can be looked at, and removed, on the fullest disk. */
export const lookForRoom = async (name: string = DATABASE_NAME): Promise<Room> => {
  const copies = openCopies(name);
  const old = oldCopies(copies).then((names) => sizeOf(copies.texts, names));
  const second = copies.images.list().then((names) => sizeOf(copies.images, [...names]));
  return {
    copies: await old.catch(() => NONE),
    secondPictures: await second.catch(() => NONE),
    database: await lookInDatabase(name).catch((error: unknown) => {
      if (error instanceof StoreFailure && error.details.reason === 'disk') return null;
      throw error;
    }),
  };
};

const removeSecondPictures = (name: string): Promise<void> =>
  aloneWithCopies(name, async () => {
    const { images } = openCopies(name);
    for (const hash of await images.list()) await images.remove(hash);
  });

const removeCopies = (name: string): Promise<void> =>
  aloneWithCopies(name, async () => {
    const copies = openCopies(name);
    for (const old of await oldCopies(copies)) await copies.texts.remove(old);
  });

/** Undo could bring back what shows a picture that is gone: the steps go with it. */
const removePictures = (database: IDBPDatabase<LanyardSchema>): Promise<void> =>
  inTransaction(openAll(database, 'readwrite'), async (transaction) => {
    const { hashes } = unusedPictures(await readHoldings(transaction));
    const gone = new Set(hashes);
    for (const hash of hashes) await transaction.objectStore('blobs').delete(hash);
    for (const { id, hash } of await transaction.objectStore('images').getAll())
      if (gone.has(hash)) await transaction.objectStore('images').delete(id);
    await transaction.objectStore('journal').clear();
  });

const removeEvent = (database: IDBPDatabase<LanyardSchema>, id: Id): Promise<void> =>
  inTransaction(openAll(database, 'readwrite'), async (transaction) => {
    const holdings = await readHoldings(transaction);
    const { sessions, notes, images, posts, drafts, events, settings } = holdings;
    const isOf = ({ eventId }: { readonly eventId: Id | null }): boolean => eventId === id;
    const shownElsewhere = shownIn({
      ...holdings,
      notes: notes.filter((note) => !isOf(note)),
      posts: [],
      drafts: [],
    });
    const goes = (image: Image): boolean => isOf(image) && !shownElsewhere.has(image.id);
    for (const note of notes.filter(isOf)) await transaction.objectStore('notes').delete(note.id);
    for (const session of sessions.filter(isOf)) await transaction.objectStore('sessions').delete(session.id);
    for (const post of posts.filter(isOf)) await transaction.objectStore('posts').delete(post.id);
    for (const image of images.filter(goes)) await transaction.objectStore('images').delete(image.id);
    const kept = new Set(images.filter((image) => !goes(image)).map(({ hash }) => hash));
    for (const hash of await transaction.objectStore('blobs').getAllKeys())
      if (!kept.has(hash)) await transaction.objectStore('blobs').delete(hash);
    const targets = new Set(
      notes.filter(isOf).flatMap((note: Note) => [`note:${note.id}`, `answer:${note.id}`]),
    );
    for (const { target } of drafts)
      if (targets.has(target)) await transaction.objectStore('drafts').delete(target);
    await transaction.objectStore('events').delete(id);
    await transaction.objectStore('journal').clear();
    const [entry] = settings;
    if (entry?.value.currentEventId === id) {
      const next = events.find((event) => event.id !== id && event.deletedAt === null)?.id ?? null;
      await transaction
        .objectStore('settings')
        .put({ ...entry.value, currentEventId: next, heldSession: null }, 'settings');
    }
  });

const announceAll = (channel: ChangeChannel, event: Id | null): void => {
  const records = event === null ? [] : [{ type: 'events' as const, id: event, places: [] }];
  channel.announce({ records, settings: true, label: null, step: null });
};

/** Removes it for good: no undo brings it back. The copy outside the database follows. @throws StoreFailure */
export const makeRoom = async (
  what: Freed,
  nowMs: () => number,
  name: string = DATABASE_NAME,
): Promise<void> => {
  if (what === 'copies') return named('makeRoom', removeCopies(name));
  if (what === 'second-pictures') return named('makeRoom', removeSecondPictures(name));
  await withDatabase('makeRoom', name, async (database) => {
    // What should be here becomes less on purpose: it must not pass for a loss.
    await dropSentinel(openCopies(name)).catch(console.warn);
    if (what === 'pictures') await removePictures(database);
    else await removeEvent(database, what.event);
    const channel = openChangeChannel(`${name}-changes`);
    announceAll(channel, what === 'pictures' ? null : what.event);
    channel.close();
    await keepCopy(database, name, { nowMs: nowMs(), oldestMs: 0, accept: true }).catch(console.warn);
  });
};
