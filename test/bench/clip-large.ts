/** From the clip command to the note in the store, all of a page of 1 MB being selected. */
import { launchLanyard } from '../support/extension.ts';
import { median, printFigure } from '../support/figures.ts';
import { htmlOfSize } from '../support/measured-page.ts';
import { makeEvent } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { seedStored } from '../support/stored.ts';

const RUNS = 5;

/** Runs in the worker: milliseconds until there is one note more. */
const timeClip = async (): Promise<number> => {
  const opening = indexedDB.open('lanyard');
  await new Promise((resolve) => {
    opening.onsuccess = resolve;
  });
  const count = (): Promise<number> => {
    const asked = opening.result.transaction('notes').objectStore('notes').count();
    return new Promise((resolve) => {
      asked.onsuccess = () => resolve(asked.result);
    });
  };
  const before = await count();
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const startMs = performance.now();
  const command = chrome.commands.onCommand as unknown as { dispatch(...args: unknown[]): void };
  command.dispatch('clip-page', tab);
  while ((await count()) === before) await new Promise((resolve) => setTimeout(resolve, 2));
  const ms = performance.now() - startMs;
  opening.result.close();
  return ms;
};

const site = await serveSite({
  '/large.html': `<!doctype html><title>Large</title><link rel="icon" href="data:,">${htmlOfSize(1_000_000)}`,
  '/i.png': (_request, response) => response.writeHead(404).end(),
});
const lanyard = await launchLanyard();
try {
  await seedStored(lanyard, { event: makeEvent() });
  const page = await lanyard.openPage(site.url('plain.html'));
  // The first command is granted the tab; the grant lasts while the tab stays at this origin.
  await lanyard.runCommand('clip-page', page);
  await page.goto(site.url('large.html'));
  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  const worker = await lanyard.worker();
  // tsx names inner functions with a helper that the worker lacks.
  await worker.evaluate('globalThis.__name = (named) => named');
  await worker.evaluate(timeClip);
  const times = [];
  for (let run = 0; run < RUNS; run += 1) times.push(await worker.evaluate(timeClip));
  printFigure({
    measure: `clip command, 1 MB selected → in the store, median of ${RUNS}`,
    value: median(times),
    unit: 'ms',
  });
} finally {
  await lanyard.close();
  await site.close();
}
