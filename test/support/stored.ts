/** What the extension has on disk, read and prepared past it, so that tests need not trust its screens. */
import type { Page, Worker } from 'playwright-core';
import type { Draft } from '../../src/model/draft.ts';
import type { ConferenceEvent } from '../../src/model/event.ts';
import type { Image } from '../../src/model/image.ts';
import type { LinkNote, Note, QuestionNote } from '../../src/model/note.ts';
import type { Session } from '../../src/model/session.ts';
import type { Settings } from '../../src/store/settings.ts';
import type { Lanyard } from './extension.ts';
import { until } from './until.ts';

/** A note with the fields of every kind at hand. */
export type StoredNote = Note &
  Partial<Pick<LinkNote, 'url' | 'title' | 'linkKind'>> &
  Partial<Pick<QuestionNote, 'answer'>>;

export interface Stored {
  readonly events: readonly ConferenceEvent[];
  readonly sessions: readonly Session[];
  /** Living ones, in the order in which they stand: place, order key, id. */
  readonly notes: readonly StoredNote[];
  readonly images: readonly Image[];
  readonly blobs: readonly { readonly hash: string; readonly type: string; readonly size: number }[];
  /** Those with text, by the newer of both copies. */
  readonly drafts: readonly Draft[];
  readonly settings: Settings | undefined;
}

/** Reads the database from a page of the extension, or from its worker. */
export const readStored = async (surface: Page | Worker): Promise<Stored> => {
  const raw = await (surface as Page).evaluate(async () => {
    // Asked first, because opening a database that is not there makes an empty one.
    while (!(await indexedDB.databases()).some(({ name }) => name === 'lanyard'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    const open = indexedDB.open('lanyard');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const all = <Value>(name: string, what: 'getAll' | 'getAllKeys'): Promise<Value[]> =>
      new Promise((resolve, reject) => {
        const request = database.transaction(name).objectStore(name)[what]();
        request.onsuccess = () => resolve(request.result as Value[]);
        request.onerror = () => reject(request.error);
      });
    try {
      const blobs = await all<Blob>('blobs', 'getAll');
      const hashes = await all<string>('blobs', 'getAllKeys');
      const mirrored =
        typeof localStorage === 'undefined'
          ? []
          : Object.keys(localStorage)
              .filter((key) => key.startsWith('draft:'))
              .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null'));
      return {
        events: await all<unknown>('events', 'getAll'),
        sessions: await all<unknown>('sessions', 'getAll'),
        rows: await all<{ note: unknown }>('notes', 'getAll'),
        images: await all<unknown>('images', 'getAll'),
        blobs: blobs.map(({ type, size }, index) => ({ hash: hashes[index] ?? '', type, size })),
        drafts: [...(await all<unknown>('drafts', 'getAll')), ...mirrored],
        settings: (await all<unknown>('settings', 'getAll'))[0],
      };
    } finally {
      database.close();
    }
  });
  const place = (note: Note): string => `${note.eventId}/${note.sessionId}/${note.order}/${note.id}`;
  const living = <Value extends { readonly deletedAt: string | null }>(values: unknown[]): Value[] =>
    (values as Value[]).filter(({ deletedAt }) => deletedAt === null);
  const newest = new Map<string, Draft>();
  for (const draft of raw.drafts as Draft[]) {
    const other = newest.get(draft.target);
    if (other === undefined || draft.updatedAt > other.updatedAt) newest.set(draft.target, draft);
  }
  return {
    events: living<ConferenceEvent>(raw.events),
    sessions: living<Session>(raw.sessions),
    notes: living<StoredNote>(raw.rows.map(({ note }) => note)).sort((left, right) =>
      place(left) < place(right) ? -1 : 1,
    ),
    images: living<Image>(raw.images),
    blobs: raw.blobs,
    drafts: [...newest.values()].filter(({ text }) => text !== ''),
    settings: raw.settings as Settings | undefined,
  };
};

export interface Seed {
  readonly event: ConferenceEvent;
  /** Events besides. */
  readonly others?: readonly ConferenceEvent[];
  readonly sessions?: readonly Session[];
  readonly notes?: readonly Note[];
  readonly images?: readonly Image[];
  /** Bytes in base64, by the hash of their image. */
  readonly bytes?: Readonly<Record<string, string>>;
}

/**
 * Puts an event with its sessions and notes into the database and takes it as the current one, while no surface is
 * open. The database is made anew: only the records of the seed are in it.
 */
export const seedStored = async (lanyard: Lanyard, seed: Seed): Promise<void> => {
  const page = await lanyard.openExtensionPage('src/recap-page/recap.html');
  // Made, and not just asked for: whoever opens it before that makes an empty one. (`waitForFunction` takes a promise
  // for an answer, so it would not wait.)
  await until('the database', 30_000, async () => {
    const made = await page.evaluate(async () =>
      (await indexedDB.databases()).some(({ name, version }) => name === 'lanyard' && (version ?? 0) > 1),
    );
    return made || undefined;
  });
  const notes = (seed.notes ?? []).map((note) => ({
    note,
    id: note.id,
    order: note.order,
    capturedAt: note.capturedAt,
    place: `${note.eventId ?? ''}/${note.sessionId ?? ''}`,
  }));
  await page.evaluate(
    async ({ event, others, sessions, rows, images, bytes }) => {
      let database: IDBDatabase;
      for (;;) {
        const open = indexedDB.open('lanyard');
        await new Promise((resolve) => {
          open.onsuccess = resolve;
        });
        database = open.result;
        if (database.objectStoreNames.contains('posts')) break;
        // A page that was closed while it made the database took it back: the next page makes it.
        database.close();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names, 'readwrite');
      for (const name of names) transaction.objectStore(name).clear();
      for (const each of [...others, event]) transaction.objectStore('events').put(each);
      for (const session of sessions) transaction.objectStore('sessions').put(session);
      for (const row of rows) transaction.objectStore('notes').put(row);
      for (const image of images) {
        transaction.objectStore('images').put(image);
        const text = atob(bytes[image.hash] ?? '');
        const blob = new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))], {
          type: image.type,
        });
        transaction.objectStore('blobs').put(blob, image.hash);
      }
      transaction.objectStore('settings').put({ currentEventId: event.id, heldSession: null }, 'settings');
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
      localStorage.clear();
      // What should be there is forgotten as well.
      const root = await navigator.storage.getDirectory();
      await navigator.locks.request('copy-of-lanyard', () =>
        root.removeEntry('copy-of-lanyard', { recursive: true }).catch(() => undefined),
      );
    },
    {
      event: seed.event,
      others: seed.others ?? [],
      sessions: seed.sessions ?? [],
      rows: notes,
      images: seed.images ?? [],
      bytes: seed.bytes ?? {},
    },
  );
  await page.close();
};

/** Empties the database and what should be there besides, as after the install, while no surface is open. */
export const clearStored = async (lanyard: Lanyard): Promise<void> => {
  const page = await lanyard.openExtensionPage('manifest.json');
  await page.evaluate(async () => {
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('lanyard');
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
    localStorage.clear();
    const root = await navigator.storage.getDirectory();
    await navigator.locks.request('copy-of-lanyard', () =>
      root.removeEntry('copy-of-lanyard', { recursive: true }).catch(() => undefined),
    );
  });
  await page.close();
};
