/**
 * The side panel with a session of 2,000 notes: its own time to typing beside a blank extension page in the same run,
 * opening, scrolling and typing, and the tasks over 50 ms in each.
 */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { median, percentile, printFigure } from '../support/figures.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { seedStored } from '../support/stored.ts';

const NOTES = 2_000;
const PANEL_PAGE = 'src/sidepanel/sidepanel.html';
const TYPED = 'What was said about queues, limits and the people who run them. ';

interface Watched {
  longTasks: number[];
  /** From each key to the frame that shows it. */
  keys: number[];
  /** What the page did for it: script until nothing is queued, then style and layout. */
  work: number[];
}

/** Gathers long tasks, those before it too, and what each key took. */
const watch = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.longTasks = [];
    watched.keys = [];
    watched.work = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
    addEventListener(
      'beforeinput',
      (input) => {
        const begunMs = performance.now();
        let scriptMs = 0;
        // Heard last, and behind what the page queued in its own listeners.
        addEventListener(
          'input',
          () => queueMicrotask(() => queueMicrotask(() => (scriptMs = performance.now() - begunMs))),
          { once: true },
        );
        requestAnimationFrame(() => {
          const drawnMs = performance.now();
          document.body.getBoundingClientRect();
          watched.work.push(scriptMs + performance.now() - drawnMs);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => watched.keys.push(performance.now() - input.timeStamp);
          port2.postMessage(null);
        });
      },
      true,
    );
  });

/** Types into the field that has the focus, and tells what the keys took. */
const tellKeys = async (page: Page, where: string, budget: number | undefined): Promise<void> => {
  await page.keyboard.type(TYPED.repeat(3), { delay: 20 });
  const { keys, work } = await page.evaluate(() => {
    const { keys, work } = globalThis as unknown as Watched;
    return { keys, work };
  });
  const limit = budget === undefined ? {} : { budget };
  const value = percentile(keys, 0.95);
  printFigure({ measure: `${where}: key → painted, p95 of ${keys.length}`, value, unit: 'ms', ...limit });
  printFigure({
    measure: `${where}: script, style and layout for a key, median`,
    value: median(work),
    unit: 'ms',
  });
  printFigure({ measure: `${where}: the same, p95`, value: percentile(work, 0.95), unit: 'ms', ...limit });
};

/** Lets what was begun end, and takes the long tasks since the last time. */
const takeLongTasks = async (panel: Page): Promise<readonly number[]> => {
  await panel.waitForTimeout(500);
  return panel.evaluate(() => (globalThis as unknown as Watched).longTasks.splice(0));
};

const tell = (what: string, tasks: readonly number[], budget?: number): void => {
  printFigure({
    measure: `${what}: tasks over 50 ms`,
    value: tasks.length,
    unit: '',
    ...(budget === undefined ? {} : { budget }),
  });
  printFigure({ measure: `${what}: the longest of them`, value: Math.max(0, ...tasks), unit: 'ms' });
};

interface Marked {
  readyMs?: number;
}

const RUNS = 9;
/** A page of the extension that has one field and no script of ours. */
const BLANK_PAGE = 'blank.html';

/** A copy of the build with a blank page beside ours. */
const withBlankPage = (folder: string): string => {
  cpSync(new URL('../../dist/chromium', import.meta.url), folder, { recursive: true });
  writeFileSync(
    join(folder, BLANK_PAGE),
    '<!doctype html><meta charset="utf-8"><title>Blank</title><textarea autofocus></textarea>',
  );
  return folder;
};

/** Milliseconds from the creation of a page of ours in a tab to the first field that takes keys. */
const ownTime = async (lanyard: Lanyard, path: string): Promise<number> => {
  const page = await lanyard.openExtensionPage(path);
  await page.waitForFunction(() => (globalThis as Marked).readyMs !== undefined);
  const readyMs = await page.evaluate(() => (globalThis as Marked).readyMs);
  await page.close();
  return readyMs ?? Number.NaN;
};

const tellOpening = async (lanyard: Lanyard): Promise<void> => {
  await lanyard.context.addInitScript(() => {
    addEventListener(
      'focusin',
      ({ target }) => {
        if (target instanceof HTMLTextAreaElement) (globalThis as Marked).readyMs ??= performance.now();
      },
      true,
    );
  });
  const times: Record<string, number[]> = { [BLANK_PAGE]: [], [PANEL_PAGE]: [] };
  for (let run = 0; run < 2 + RUNS; run += 1) {
    for (const [path, taken] of Object.entries(times)) {
      const ms = await ownTime(lanyard, path);
      if (run >= 2) taken.push(ms);
    }
  }
  const [blankMs = Number.NaN, panelMs = Number.NaN] = Object.values(times).map(median);
  printFigure({
    measure: `panel: created → note field takes keys, ${NOTES} notes`,
    value: panelMs,
    unit: 'ms',
  });
  printFigure({ measure: 'blank page, same run', value: blankMs, unit: 'ms' });
  printFigure({ measure: 'panel: ratio to blank', value: panelMs / blankMs, unit: '×', budget: 2 });
};

const folder = mkdtempSync(join(tmpdir(), 'lanyard-panel-'));
const site = await serveSite();
const lanyard = await launchLanyard({ extensionDir: withBlankPage(join(folder, 'extension')) });
try {
  const event = makeEvent();
  const session = makeSession(event);
  const notes = Array.from({ length: NOTES }, (_, index) => {
    if (index % 10 === 3) {
      return makeNote(event, session, {
        kind: 'question',
        markdown: `Why **${index}**?`,
        answer: 'Because.',
      });
    }
    return makeNote(event, session, { markdown: `- Point ${index} with \`code\`, *weight* and 한국어` });
  });
  await seedStored(lanyard, { event, sessions: [session], notes });
  const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
  await panel.getByRole('button', { name: 'Choose a session' }).click();
  await panel.getByRole('menuitemradio', { name: /^A talk/ }).click();
  await tellOpening(lanyard);
  await panel.bringToFront();
  await watch(panel);
  const list = panel.locator('[data-note]');
  for (let before = -1, now = 0; before !== now && now < NOTES; ) {
    before = now;
    await panel.waitForTimeout(3_000);
    now = await list.count();
  }
  printFigure({ measure: 'notes in the document', value: await list.count(), unit: '' });
  tell('opening', await takeLongTasks(panel));

  await list.last().hover();
  for (const way of [-1, 1]) {
    for (let step = 0; step < 60; step += 1) {
      await panel.mouse.wheel(0, way * 600);
      await panel.waitForTimeout(16);
    }
  }
  tell('scrolling', await takeLongTasks(panel), 0);

  await panel
    .locator('form.composer')
    .getByRole('textbox', { name: /^Note for/ })
    .focus();
  await tellKeys(panel, 'panel', 16);
  tell('typing', await takeLongTasks(panel), 0);
  const blank = await lanyard.openExtensionPage(BLANK_PAGE);
  await watch(blank);
  await blank.locator('textarea').focus();
  await tellKeys(blank, 'blank page', undefined);
  await blank.close();
  await panel.bringToFront();
  await panel.keyboard.press('Enter');
  await panel.getByText(TYPED.trim()).first().waitFor();
  tell('keeping one more', await takeLongTasks(panel), 0);
} finally {
  await lanyard.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
