/**
 * Memory of the extension's own processes, as the system counts it (a page shared by several processes is split between
 * them): with no surface open, and with the panel full; beside a blank extension in the same run.
 */
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { writeBlankExtension } from '../support/blank-extension.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { median, printFigure } from '../support/figures.ts';
import { makePng } from '../support/png.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';
import { seedStored } from '../support/stored.ts';

const RUNS = 7;
const NOTES = 2_000;
const IMAGES = 100;

/** Proportional set size of a process in MB; 0 when it has ended. */
const proportionalMb = (processId: number): number => {
  try {
    const text = readFileSync(`/proc/${processId}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
};

const isExtensionProcess = (processId: number): boolean => {
  try {
    return readFileSync(`/proc/${processId}/cmdline`, 'utf8').includes('--extension-process');
  } catch {
    return false;
  }
};

/** All processes that run this extension's worker and pages. */
const extensionMb = async (lanyard: Lanyard): Promise<number> => {
  const session = await lanyard.context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  return processInfo
    .filter(({ id }) => isExtensionProcess(id))
    .reduce((sum, { id }) => sum + proportionalMb(id), 0);
};

const collect = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
};

/** Until no note was added to the document for two seconds. */
const settled = async (page: Page): Promise<void> => {
  for (let before = -1, now = 0; before !== now; ) {
    before = now;
    await page.waitForTimeout(2_000);
    now = await page.locator('[data-note]').count();
  }
};

/** The page opened `RUNS` times: memory while it is open and whole, and after it was closed. */
const measure = async (lanyard: Lanyard, path: string, whole: (page: Page) => Promise<unknown>) => {
  const open: number[] = [];
  const closed: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await lanyard.openExtensionPage(path);
    await whole(page);
    await collect(page);
    open.push(await extensionMb(lanyard));
    await page.close();
    closed.push(await extensionMb(lanyard));
  }
  return { open: median(open), closed: median(closed) };
};

const seedFull = async (lanyard: Lanyard): Promise<void> => {
  const event = makeEvent();
  const session = makeSession(event);
  const images = Array.from({ length: IMAGES }, (_, index) =>
    makeImage(event, { width: 640, height: 360, hash: `hash-${index}` }),
  );
  const notes = Array.from({ length: NOTES }, (_, index) => {
    const image = index % (NOTES / IMAGES) === 0 ? images[index / (NOTES / IMAGES)] : undefined;
    return makeNote(event, session, {
      markdown:
        image === undefined
          ? `- Point ${index} with \`code\`, *weight* and 한국어`
          : `![Slide ${index}](image:${image.id})`,
    });
  });
  const bytes = images.map(({ hash }, index) => [hash, makePng(640, 360, index).toString('base64')] as const);
  await seedStored(lanyard, { event, sessions: [session], notes, images, bytes: Object.fromEntries(bytes) });
};

const folder = await mkdtemp(join(tmpdir(), 'lanyard-blank-'));
const ours = await launchLanyard();
const blank = await launchLanyard({ extensionDir: writeBlankExtension(folder) });
try {
  const bare = await measure(blank, 'popup.html', (page) => page.waitForSelector('textarea'));
  const notes = (page: Page) => page.waitForSelector('[data-note]', { state: 'attached' });
  const text = (page: Page) => page.waitForSelector('textarea');
  const empty = await measure(ours, 'src/sidepanel/sidepanel.html', (page) => page.waitForSelector('#app *'));
  const popup = await measure(ours, 'src/popup/popup.html', (page) => page.waitForSelector('#app *'));
  await seedFull(ours);
  const full = await measure(ours, 'src/sidepanel/sidepanel.html', async (page) => {
    await notes(page);
    await text(page);
    await settled(page);
  });
  await ours.stopWorker();
  const asleep: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    asleep.push(await extensionMb(ours));
  }
  const print = (measureOf: string, mb: number, beside: number) => {
    printFigure({ measure: `${measureOf}: memory`, value: mb, unit: 'MB' });
    printFigure({ measure: `${measureOf}: ratio to blank`, value: mb / beside, unit: '×' });
  };
  printFigure({ measure: 'blank extension, page open', value: bare.open, unit: 'MB' });
  printFigure({ measure: 'blank extension, idle', value: bare.closed, unit: 'MB' });
  print('popup, nothing in it', popup.open, bare.open);
  print('panel, nothing in it', empty.open, bare.open);
  print(`panel of ${NOTES} notes, ${IMAGES} of them images`, full.open, bare.open);
  print('idle, worker awake', full.closed, bare.closed);
  printFigure({ measure: 'idle, worker asleep', value: median(asleep), unit: 'MB' });
} finally {
  await ours.close();
  await blank.close();
  rmSync(folder, { recursive: true, force: true });
}
