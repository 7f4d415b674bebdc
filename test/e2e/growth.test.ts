/** Growth: of ten events on disk, a surface reads the one that it shows. Times and memory are the bench's. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makePng } from '../support/png.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';
import { seedStored } from '../support/stored.ts';

const SESSIONS = 40;
const NOTES = 120;
const IMAGES = 6;
const OTHERS = 9;

/**
 * What is there when a person can begin, words that are there when all of it is, and how many last captures are shown,
 * whatever event they are of.
 */
const SURFACES = {
  popup: ['src/popup/popup.html', '.target-select option:nth-child(2)', 'Talk 1 of 1', 5],
  panel: ['src/sidepanel/sidepanel.html', '.notes-list .note', 'Point 116 of 1', 0],
  'recap page': ['src/recap-page/recap.html', '.outline-title', 'Point 116 of 1', 0],
} as const;

const makeHolding = (number: number) => {
  const event = makeEvent({ name: `Conf ${number}` });
  const images = Array.from({ length: IMAGES }, (_, index) =>
    makeImage(event, { width: 32, height: 24, hash: `${number}-${index}` }),
  );
  const sessions = Array.from({ length: SESSIONS }, (_, index) =>
    makeSession(event, { title: `Talk ${index} of ${number}` }),
  );
  const notes = Array.from({ length: NOTES }, (_, index) => {
    const image = images[index];
    const markdown = image === undefined ? `Point ${index} of ${number}` : `![Slide](image:${image.id})`;
    return makeNote(event, index % 4 === 0 ? null : (sessions[index % SESSIONS] ?? null), { markdown });
  });
  return { event, sessions, notes, images };
};

/** Which event each row is of that the page was given by the database, by store; noted from its first line on. */
interface Noting {
  eventsRead: Record<string, string[]>;
}

const noteReads = (): void => {
  const noting = globalThis as unknown as Noting;
  noting.eventsRead = {};
  interface Row {
    readonly eventId?: string;
    readonly note?: { readonly eventId: string };
    readonly value?: Row;
  }
  const note = (store: string, rows: unknown): void => {
    const read = noting.eventsRead[store] ?? [];
    noting.eventsRead[store] = read;
    for (const row of Array.isArray(rows) ? rows : [rows]) {
      if (row === null || typeof row !== 'object') continue;
      const of = (row as Row).value ?? (row as Row);
      read.push(of.note?.eventId ?? of.eventId ?? 'none');
    }
  };
  for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype]) {
    const own = prototype as unknown as Record<string, (...args: unknown[]) => IDBRequest>;
    for (const name of ['get', 'getAll', 'getAllRecords', 'openCursor']) {
      const read = own[name];
      if (read === undefined) continue;
      own[name] = function (this: IDBObjectStore | IDBIndex, ...args: unknown[]) {
        const request = read.apply(this, args);
        const store = this instanceof IDBIndex ? this.objectStore.name : this.name;
        request.addEventListener('success', () => note(store, request.result));
        return request;
      };
    }
  }
};

describe('growth', () => {
  let lanyard: Lanyard;
  let quiet: Page;
  let current = '';

  const add = async (holdings: readonly ReturnType<typeof makeHolding>[]): Promise<void> => {
    const rows = holdings.flatMap(({ notes }) =>
      notes.map((note) => ({
        note,
        id: note.id,
        order: note.order,
        capturedAt: note.capturedAt,
        place: `${note.eventId}/${note.sessionId ?? ''}`,
      })),
    );
    await quiet.evaluate(
      async ({ events, sessions, rows: noteRows, images }) => {
        const open = indexedDB.open('lanyard');
        await new Promise((resolve) => {
          open.onsuccess = resolve;
        });
        const transaction = open.result.transaction(
          ['events', 'sessions', 'notes', 'images', 'blobs'],
          'readwrite',
        );
        for (const event of events) transaction.objectStore('events').put(event);
        for (const session of sessions) transaction.objectStore('sessions').put(session);
        for (const row of noteRows) transaction.objectStore('notes').put(row);
        for (const image of images) {
          transaction.objectStore('images').put(image);
          transaction.objectStore('blobs').put(new Blob([image.hash], { type: image.type }), image.hash);
        }
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = () => reject(transaction.error);
        });
        open.result.close();
      },
      {
        events: holdings.map(({ event }) => event),
        sessions: holdings.flatMap(({ sessions }) => sessions),
        rows,
        images: holdings.flatMap(({ images }) => images),
      },
    );
  };

  beforeAll(async () => {
    lanyard = await launchLanyard();
    const { images, ...first } = makeHolding(1);
    current = first.event.id;
    const bytes = images.map(({ hash }, index) => [hash, makePng(32, 24, index).toString('base64')] as const);
    await seedStored(lanyard, { ...first, images, bytes: Object.fromEntries(bytes) });
    quiet = await lanyard.openExtensionPage('manifest.json');
    await add(Array.from({ length: OTHERS }, (_, index) => makeHolding(index + 2)));
    await lanyard.context.addInitScript(noteReads);
  });
  afterAll(() => lanyard?.close());

  it.each(Object.entries(SURFACES))(
    'the %s reads the event in front alone',
    async (_, [path, ready, says, captures]) => {
      const page = await lanyard.openExtensionPage(path);
      await page.waitForSelector(ready, { state: 'attached' });
      await page.getByText(says).first().waitFor({ state: 'attached' });
      const read = await page.evaluate(() => (globalThis as unknown as Noting).eventsRead);
      await page.close();
      expect(read.sessions?.filter((id) => id === current)).not.toHaveLength(0);
      const others = ['sessions', 'images', 'posts'].flatMap((store) => read[store] ?? []);
      expect(others.filter((id) => id !== current)).toEqual([]);
      const foreignNotes = (read.notes ?? []).filter((id) => id !== current);
      expect(foreignNotes.length).toBeLessThanOrEqual(captures);
    },
  );

  it('met no error on its way', () => expect(lanyard.errors).toEqual([]));
});
