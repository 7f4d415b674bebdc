/** The side panel with a session of 2,000 notes: opening, scrolling and typing, and the tasks over 50 ms in each. */
import type { Page } from 'playwright-core';
import { launchLanyard } from '../support/extension.ts';
import { percentile, printFigure } from '../support/figures.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { seedStored } from '../support/stored.ts';

const NOTES = 2_000;
const TYPED = 'What was said about queues, limits and the people who run them. ';

interface Watched {
  longTasks: number[];
  keys: number[];
}

/** Gathers long tasks, those before it too, and how long each key took to be on screen. */
const watch = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.longTasks = [];
    watched.keys = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
    addEventListener(
      'beforeinput',
      (input) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => watched.keys.push(performance.now() - input.timeStamp);
          port2.postMessage(null);
        });
      },
      true,
    );
  });

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

const site = await serveSite();
const lanyard = await launchLanyard();
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
  await panel.keyboard.type(TYPED.repeat(3), { delay: 20 });
  tell('typing', await takeLongTasks(panel), 0);
  const keys = await panel.evaluate(() => (globalThis as unknown as Watched).keys);
  printFigure({
    measure: `key → painted, 95th percentile of ${keys.length}`,
    value: percentile(keys, 0.95),
    unit: 'ms',
  });
  await panel.keyboard.press('Enter');
  await panel.getByText(TYPED.trim()).first().waitFor();
  tell('keeping one more', await takeLongTasks(panel), 0);
} finally {
  await lanyard.close();
  await site.close();
}
