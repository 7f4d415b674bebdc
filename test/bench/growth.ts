/**
 * Growth: each surface with one event of 1,400 sessions, 5,000 notes and 200 images of 1 MB on disk, then with ten of
 * them. Opening is the time from the navigation to what a person waits for; assembling and export are of one event.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { median, printFigure } from '../support/figures.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';

const EVENTS = 10;
const SESSIONS = 1400;
const NOTES = 5000;
const IMAGES = 200;
const IMAGE_BYTES = 1_000_000;
const RUNS = 7;

interface Surface {
  readonly name: string;
  readonly path: string;
  /** What is there when a person can begin. */
  readonly ready: string;
}

const SURFACES: readonly Surface[] = [
  { name: 'popup', path: 'src/popup/popup.html', ready: '.target-select option:nth-child(2)' },
  { name: 'panel', path: 'src/sidepanel/sidepanel.html', ready: '.notes-list .note' },
  { name: 'recap page', path: 'src/recap-page/recap.html', ready: '.outline-title' },
];

/** Records of one more event; a tenth of a session's notes show an image. */
const makeHolding = (number: number) => {
  const event = makeEvent({ name: `Conf ${number}`, startsOn: '2026-05-10', endsOn: '2026-05-12' });
  const images = Array.from({ length: IMAGES }, (_, index) =>
    makeImage(event, {
      bytes: IMAGE_BYTES,
      width: 1600,
      height: 900,
      hash: `${number}-${index}`,
      name: 'slide.png',
    }),
  );
  const sessions = Array.from({ length: SESSIONS }, (_, index) =>
    makeSession(event, { title: `Talk ${index} of ${number}`, speakers: [] }),
  );
  const notes = Array.from({ length: NOTES }, (_, index) => {
    const image = index % (NOTES / IMAGES) === 0 ? images[index / (NOTES / IMAGES)] : undefined;
    const markdown =
      image === undefined
        ? `Point ${index}: a queue is a promise, **kept** by [somebody else](https://e.org/${index}).`
        : `![Slide ${index}](image:${image.id})`;
    // A quarter stands in the overview, which is what the panel opens with.
    return makeNote(event, index % 4 === 0 ? null : (sessions[index % SESSIONS] ?? null), { markdown });
  });
  const rows = notes.map((note) => ({
    note,
    id: note.id,
    order: note.order,
    capturedAt: note.capturedAt,
    place: `${event.id}/${note.sessionId ?? ''}`,
  }));
  return { event, sessions, rows, images };
};

const add = async (page: Page, holding: ReturnType<typeof makeHolding>): Promise<void> =>
  page.evaluate(
    async ({ event, sessions, rows, images, size }) => {
      const open = indexedDB.open('lanyard');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const database = open.result;
      const put = async (names: string[], work: (transaction: IDBTransaction) => void): Promise<void> => {
        const transaction = database.transaction(names, 'readwrite');
        work(transaction);
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = () => reject(transaction.error);
        });
      };
      await put(['events', 'sessions', 'notes', 'images', 'settings'], (transaction) => {
        transaction.objectStore('events').put(event);
        for (const session of sessions) transaction.objectStore('sessions').put(session);
        for (const row of rows) transaction.objectStore('notes').put(row);
        for (const image of images) transaction.objectStore('images').put(image);
        transaction.objectStore('settings').put({ currentEventId: event.id, heldSession: null }, 'settings');
      });
      for (let from = 0; from < images.length; from += 20) {
        await put(['blobs'], (transaction) => {
          for (const { hash, type } of images.slice(from, from + 20)) {
            const bytes = new Uint8Array(size);
            for (let at = 0; at < size; at += 997) bytes[at] = at % 251;
            bytes.set(new TextEncoder().encode(hash));
            transaction.objectStore('blobs').put(new Blob([bytes], { type }), hash);
          }
        });
      }
      database.close();
    },
    { ...holding, size: IMAGE_BYTES },
  );

/** Milliseconds until it is ready, and bytes of the heap then; each run in a new tab. */
const open = async (lanyard: Lanyard, { path, ready }: Surface) => {
  const page = await lanyard.context.newPage();
  const begin = performance.now();
  await page.goto(`chrome-extension://${lanyard.extensionId}/${path}`, { waitUntil: 'commit' });
  await page.waitForSelector(ready, { state: 'attached', timeout: 60_000 });
  const ms = performance.now() - begin;
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { ms, heap: usedSize / 1_000_000 };
};

const openings = async (lanyard: Lanyard): Promise<ReadonlyMap<string, { ms: number; heap: number }>> => {
  const figures = new Map<string, { ms: number; heap: number }>();
  for (const surface of SURFACES) {
    const runs = [];
    for (let run = 0; run < RUNS + 1; run += 1) runs.push(await open(lanyard, surface));
    const counted = runs.slice(1);
    figures.set(surface.name, {
      ms: median(counted.map(({ ms }) => ms)),
      heap: median(counted.map(({ heap }) => heap)),
    });
  }
  return figures;
};

/** Resident bytes of the process that shows a page of ours and works most, in MB. */
const residentMb = async (lanyard: Lanyard): Promise<number> => {
  const session = await lanyard.context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(
      ({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1000,
    );
  return Math.max(...sizes);
};

/** Saves the bundle of the event in front; the most that its process grew meanwhile, and the time. */
const exportBundle = async (lanyard: Lanyard) => {
  const recap = await lanyard.openRecap();
  await recap.waitForSelector('.outline-title');
  const before = await residentMb(lanyard);
  let most = before;
  const timer = setInterval(() => {
    void residentMb(lanyard).then(
      (now) => {
        most = Math.max(most, now);
      },
      () => undefined,
    );
  }, 150);
  const begin = performance.now();
  await lanyard.download(() => recap.keyboard.press('Control+s'), 180_000);
  clearInterval(timer);
  const ms = performance.now() - begin;
  await recap.close();
  return { ms, grown: most - before };
};

const lanyard = await launchLanyard();
try {
  const page = await lanyard.openRecap('#welcome');
  await page.waitForSelector('main');
  await page.goto(`chrome-extension://${lanyard.extensionId}/icons/128.png`);
  // tsx names inner functions with a helper that the page lacks.
  await page.evaluate('globalThis.__name = (named) => named');
  await add(page, makeHolding(1));
  const one = await openings(lanyard);
  for (let number = 2; number <= EVENTS; number += 1) await add(page, makeHolding(number));
  const ten = await openings(lanyard);
  for (const [name, { ms, heap }] of ten) {
    const alone = one.get(name);
    printFigure({ measure: `${name}: opening, one event`, value: alone?.ms ?? Number.NaN, unit: 'ms' });
    printFigure({ measure: `${name}: opening, ten events`, value: ms, unit: 'ms' });
    printFigure({
      measure: `${name}: ten to one`,
      value: ms / (alone?.ms ?? Number.NaN),
      unit: '×',
      budget: 1.5,
    });
    printFigure({ measure: `${name}: heap, one event`, value: alone?.heap ?? Number.NaN, unit: 'MB' });
    printFigure({ measure: `${name}: heap, ten events`, value: heap, unit: 'MB' });
  }
  await page.close();
  const { ms, grown } = await exportBundle(lanyard);
  printFigure({ measure: `bundle of ${IMAGES} MB saved`, value: ms, unit: 'ms' });
  printFigure({ measure: 'memory that its page took for it', value: grown, unit: 'MB', budget: 200 });
} finally {
  await lanyard.close();
}
