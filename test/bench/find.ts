/** Find and do over 20,000 notes in the real panel: until everything can be found, and from each key to its results on screen. */
import type { Page } from 'playwright-core';
import type { Note } from '../../src/model/note.ts';
import { launchLanyard } from '../support/extension.ts';
import { median, percentile, printFigure } from '../support/figures.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { seedStored } from '../support/stored.ts';

const NOTES = 20_000;
const SESSIONS = 60;
/** Common, rare and absent; each letter of each is a search. */
const QUERIES = ['overload', 'queue-1999', '대기열을', '待ち行列', '队列掩盖', 'nothing like it'];
const TEXTS = [
  '- A bounded queue tells the caller that it is full; a long one hides **overload** until it is too late',
  '- 긴 대기열을 두면 `과부하`가 늦게 보인다. 짧은 큐는 바로 알려 준다',
  '- 長い待ち行列は過負荷を隠す。短いものはすぐに知らせる',
  '- 长队列掩盖过载，短队列立刻说出来',
  'See [the paper](https://queues.example/paper) on *latency* and its long tail, page 12',
] as const;

interface Watched {
  longTasks: number[];
  keys: number[];
}

const watch = (panel: Page): Promise<void> =>
  panel.evaluate(() => {
    const watched = globalThis as unknown as Watched;
    watched.longTasks = [];
    watched.keys = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask' });
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

const site = await serveSite();
const lanyard = await launchLanyard();
try {
  const event = makeEvent();
  const sessions = Array.from({ length: SESSIONS }, (_, index) =>
    makeSession(event, { title: `Talk ${index}` }),
  );
  const notes = Array.from({ length: NOTES }, (_, index): Note => {
    const text = TEXTS[index % TEXTS.length] ?? '';
    return makeNote(event, sessions[index % SESSIONS] ?? null, {
      markdown: `(queue-${index}${index === 0 ? '-oldest' : ''}) ${text}`,
    });
  });
  await seedStored(lanyard, { event, sessions, notes });
  const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
  await panel.getByRole('textbox', { name: /^Note for/ }).waitFor();
  await watch(panel);
  const startMs = Date.now();
  await panel.keyboard.press('Control+k');
  await panel.getByRole('combobox').waitFor();
  // The oldest note: it is there when all of them are.
  await panel.keyboard.insertText('queue-0-oldest');
  await panel.getByRole('option', { name: /queue-0-oldest/ }).waitFor();
  printFigure({
    measure: `opened → all of ${NOTES} notes can be found`,
    value: Date.now() - startMs,
    unit: 'ms',
  });
  const tasks = await panel.evaluate(() => (globalThis as unknown as Watched).longTasks.splice(0));
  printFigure({
    measure: 'meanwhile: the longest task over 50 ms',
    value: Math.max(0, ...tasks),
    unit: 'ms',
  });
  await panel.evaluate(() => (globalThis as unknown as Watched).keys.splice(0));
  for (const query of QUERIES) {
    await panel.getByRole('combobox').fill('');
    for (const letter of query) {
      await panel.keyboard.insertText(letter);
      await panel.waitForTimeout(40);
    }
  }
  const keys = await panel.evaluate(() => (globalThis as unknown as Watched).keys);
  printFigure({
    measure: `key → results on screen, median of ${keys.length}`,
    value: median(keys),
    unit: 'ms',
    budget: 50,
  });
  printFigure({
    measure: 'key → results on screen, 95th percentile',
    value: percentile(keys, 0.95),
    unit: 'ms',
    budget: 50,
  });
} finally {
  await lanyard.close();
  await site.close();
}
