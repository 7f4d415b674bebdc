/**
 * The popup's own time, from the creation of its document to the first field that takes keys, with 200 notes stored,
 * beside a blank extension's popup in the same run; and the bytes of script that it loads for it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bytesOf, loadedBy } from '../structure/built-extension.ts';
import { writeBlankExtension } from '../support/blank-extension.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { median, printFigure } from '../support/figures.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { seedStored } from '../support/stored.ts';

const NOTES = 200;
const WARM_UPS = 3;
const RUNS = 15;

interface Marked {
  readyMs?: number;
  shownMs?: number;
}

/** Notes in each page when a field first has the focus. */
const markFocus = async (lanyard: Lanyard): Promise<void> => {
  await lanyard.context.addInitScript(() => {
    addEventListener(
      'focusin',
      (event) => {
        if (event.target instanceof HTMLTextAreaElement) (globalThis as Marked).readyMs ??= performance.now();
      },
      true,
    );
    setInterval(() => {
      const title = document.querySelector<HTMLInputElement>('.page-title');
      if (title?.value && document.querySelector('.target-select'))
        (globalThis as Marked).shownMs ??= performance.now();
    }, 4);
  });
};

/** @param whole also waits until the page's title and the session are shown */
const ownTime = async (lanyard: Lanyard, page: Page, whole: boolean): Promise<Required<Marked>> => {
  const popup = await lanyard.openPopup(page);
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { readyMs, shownMs } = await popup.evaluate(() => {
      const marked = globalThis as Marked;
      return { readyMs: marked.readyMs, shownMs: marked.shownMs };
    });
    if (readyMs !== undefined && (shownMs !== undefined || !whole)) {
      await popup.close();
      return { readyMs, shownMs: shownMs ?? readyMs };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no field of the popup ever had the focus');
};

const seedNotes = async (lanyard: Lanyard): Promise<void> => {
  const event = makeEvent();
  const sessions = Array.from({ length: 10 }, (_, index) => makeSession(event, { title: `Talk ${index}` }));
  const notes = Array.from({ length: NOTES }, (_, index) =>
    makeNote(event, sessions[index % 10] ?? null, { markdown: `Note ${index} with a few words in it` }),
  );
  await seedStored(lanyard, { event, sessions, notes });
};

const folder = mkdtempSync(join(tmpdir(), 'lanyard-blank-'));
const site = await serveSite();
const ours = await launchLanyard();
const blank = await launchLanyard({ extensionDir: writeBlankExtension(folder) });
try {
  await seedNotes(ours);
  const both = [];
  for (const lanyard of [ours, blank]) {
    await markFocus(lanyard);
    both.push({
      lanyard,
      page: await lanyard.openPage(site.url('talk.html')),
      times: [] as Required<Marked>[],
    });
  }
  for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
    for (const { lanyard, page, times } of both) {
      const marks = await ownTime(lanyard, page, lanyard === ours);
      if (run >= WARM_UPS) times.push(marks);
    }
  }
  const [oursMs = Number.NaN, blankMs = Number.NaN] = both.map(({ times }) =>
    median(times.map(({ readyMs }) => readyMs)),
  );
  const shownMs = median(both[0]?.times.map((marks) => marks.shownMs) ?? []);
  printFigure({
    measure: `popup: created → note field takes keys, ${NOTES} notes`,
    value: oursMs,
    unit: 'ms',
  });
  printFigure({ measure: 'popup: created → title and session shown', value: shownMs, unit: 'ms' });
  printFigure({ measure: 'blank popup, same run', value: blankMs, unit: 'ms' });
  printFigure({ measure: 'popup: ratio to blank', value: oursMs / blankMs, unit: '×' });
} finally {
  await ours.close();
  await blank.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
const kib = bytesOf(loadedBy('src/popup/popup.html'), '.js') / 1024;
printFigure({ measure: 'popup: script loaded before that', value: kib, unit: 'KiB', budget: 60 });
