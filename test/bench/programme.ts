/**
 * A programme of 1,400 sessions in 90 rooms where people meet it: read, shown and searched on the recap page, beside the
 * bare XML parser on the same text; list and timetable while they are scrolled; and the panel opened with all of it, beside
 * the panel of an empty event. One run, medians.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SaxesParser } from 'saxes';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { median, printFigure } from '../support/figures.ts';
import { programmeXml } from '../support/large-programme.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { seedStored } from '../support/stored.ts';

const RUNS = 7;
const SESSIONS = 1400;

interface Watched {
  shownMs?: number;
  longTasks: number[];
  readyMs?: number;
}

const text = programmeXml();

/** The parser alone, without a tree. */
const bareMs = median(
  Array.from({ length: RUNS }, () => {
    const startMs = performance.now();
    new SaxesParser({}).write(text).close();
    return performance.now() - startMs;
  }),
);

/** From the file being given to its list on screen, and from a letter typed to the list of what matches. */
const readOnce = async (lanyard: Lanyard, file: string): Promise<readonly [Page, number, number]> => {
  const page = await lanyard.openRecap('#programme');
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask' });
    document.querySelector('input[type=file]')?.addEventListener('change', () => {
      const startMs = performance.now();
      const seen = new MutationObserver(() => {
        if (document.querySelector('.programme-row') === null) return;
        seen.disconnect();
        requestAnimationFrame(() => {
          watched.shownMs = performance.now() - startMs;
        });
      });
      seen.observe(document.body, { childList: true, subtree: true });
    });
  });
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForFunction(() => (globalThis as unknown as Watched).shownMs !== undefined);
  const shownMs = await page.evaluate(() => (globalThis as unknown as Watched).shownMs ?? Number.NaN);
  const foundMs = await page.evaluate(async () => {
    const box = document.querySelector<HTMLInputElement>('input[type=search]');
    if (box === null) return Number.NaN;
    const startMs = performance.now();
    box.value = 'kettle 17 speaker';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    while (!/kettle 17\b/.test(document.querySelector('.programme-name')?.textContent ?? ''))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - startMs;
  });
  return [page, shownMs, foundMs];
};

const scroll = async (page: Page, selector: string): Promise<readonly number[]> => {
  await page.evaluate(() => (globalThis as unknown as Watched).longTasks.splice(0));
  await page.locator(selector).first().hover();
  for (let step = 0; step < 60; step += 1) {
    await page.mouse.wheel(step % 3 === 2 ? 500 : 0, step < 40 ? 700 : -700);
    await page.waitForTimeout(16);
  }
  await page.waitForTimeout(300);
  return page.evaluate(() => (globalThis as unknown as Watched).longTasks.splice(0));
};

const tell = (what: string, tasks: readonly number[]): void => {
  printFigure({ measure: `${what}: tasks over 50 ms`, value: tasks.length, unit: '', budget: 0 });
  printFigure({ measure: `${what}: the longest of them`, value: Math.max(0, ...tasks), unit: 'ms' });
};

/** From the panel's document to its composer taking keys. */
const panelMs = async (lanyard: Lanyard, page: Page): Promise<number> => {
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const panel = await lanyard.openPanel(page);
    await panel.waitForFunction(() => (globalThis as unknown as Watched).readyMs !== undefined);
    times.push(await panel.evaluate(() => (globalThis as unknown as Watched).readyMs ?? Number.NaN));
    await panel.close();
  }
  return median(times.slice(1));
};

const folder = mkdtempSync(join(tmpdir(), 'lanyard-programme-'));
const site = await serveSite();
const lanyard = await launchLanyard();
try {
  const file = join(folder, 'large.xml');
  writeFileSync(file, text);
  const shown: number[] = [];
  const found: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const [page, shownMs, foundMs] = await readOnce(lanyard, file);
    if (run > 0) {
      shown.push(shownMs);
      found.push(foundMs);
    }
    if (run === RUNS) {
      await page.getByRole('searchbox').fill('');
      tell('list scrolled', await scroll(page, '.programme-list'));
      await page.getByRole('tab', { name: 'Timetable' }).click();
      await page.locator('.timetable-block').first().waitFor();
      tell('timetable scrolled', await scroll(page, '.timetable-block'));
    }
    await page.close();
  }
  printFigure({
    measure: '1,400 sessions: file → list on screen',
    value: median(shown),
    unit: 'ms',
    budget: 1000,
  });
  printFigure({
    measure: '1,400 sessions: file → list / bare parser',
    value: median(shown) / bareMs,
    unit: '×',
  });
  printFigure({ measure: '1,400 sessions: letter → found, on screen', value: median(found), unit: 'ms' });

  await lanyard.context.addInitScript(() => {
    addEventListener(
      'focusin',
      ({ target }) => {
        if (target instanceof HTMLTextAreaElement && target.closest('.composer') !== null)
          (globalThis as unknown as Watched).readyMs ??= performance.now();
      },
      true,
    );
  });
  const page = await lanyard.openPage(site.url('plain.html'));
  const event = makeEvent();
  await seedStored(lanyard, { event });
  const emptyMs = await panelMs(lanyard, page);
  const nowMs = Date.now();
  const sessions = Array.from({ length: SESSIONS }, (_, at) =>
    makeSession(event, {
      title: `Session ${at}`,
      room: `Room ${at % 90}`,
      scheduleKey: `bench#id:${at}`,
      startsAt: new Date(nowMs + (at - 700) * 120_000).toISOString(),
      endsAt: new Date(nowMs + (at - 680) * 120_000).toISOString(),
      abstract: 'We brew, pour and measure. '.repeat(40),
    }),
  );
  await seedStored(lanyard, { event, sessions });
  const fullMs = await panelMs(lanyard, page);
  printFigure({ measure: 'panel: created → takes keys, empty event', value: emptyMs, unit: 'ms' });
  printFigure({ measure: 'panel: the same with 1,400 sessions', value: fullMs, unit: 'ms' });
  printFigure({
    measure: 'panel: 1,400 sessions / empty event',
    value: fullMs / emptyMs,
    unit: '×',
    budget: 1.5,
  });
} finally {
  await lanyard.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}
