/** A note's way in the real side panel: from the Enter key to the word that its transaction has completed. */
import { launchLanyard } from '../support/extension.ts';
import { median, percentile, printFigure } from '../support/figures.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { seedStored } from '../support/stored.ts';

const NOTES = 1_000;

interface Timed {
  ways: number[];
  /** Called at the next acknowledgement. */
  told: (() => void) | undefined;
}

const site = await serveSite();
const lanyard = await launchLanyard();
try {
  const event = makeEvent();
  await seedStored(lanyard, { event, sessions: [makeSession(event)] });
  const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
  const field = panel.locator('form.composer').getByRole('textbox', { name: /^Note for/ });
  await field.focus();
  await panel.evaluate(() => {
    const timed = globalThis as unknown as Timed;
    timed.ways = [];
    let startMs = 0;
    addEventListener(
      'keydown',
      (key) => {
        if (key.key === 'Enter') startMs = key.timeStamp;
      },
      true,
    );
    // The composer says in a live region how many notes were kept: that is the acknowledgement.
    const told = document.querySelector('form.composer [role=status]');
    if (told === null) throw new Error('the composer tells nothing');
    let said = told.textContent;
    new MutationObserver(() => {
      if (told.textContent === said) return;
      said = told.textContent;
      timed.ways.push(performance.now() - startMs);
      timed.told?.();
    }).observe(told, { characterData: true, childList: true, subtree: true });
  });
  for (let index = 0; index < NOTES; index += 1) {
    await panel.keyboard.insertText(`Note ${index}: what was said, in a line`);
    const acknowledged = panel.evaluate(
      () =>
        new Promise<void>((resolve) => {
          (globalThis as unknown as Timed).told = resolve;
        }),
    );
    await panel.keyboard.press('Enter');
    await acknowledged;
  }
  const ways = await panel.evaluate(() => (globalThis as unknown as Timed).ways);
  if (ways.length !== NOTES) throw new Error(`${ways.length} acknowledgements of ${NOTES}`);
  if (lanyard.errors.length > 0) throw new Error(lanyard.errors.join('\n'));
  printFigure({ measure: `Enter → acknowledged, median of ${NOTES}`, value: median(ways), unit: 'ms' });
  printFigure({
    measure: 'Enter → acknowledged, 99th percentile',
    value: percentile(ways, 0.99),
    unit: 'ms',
  });
  printFigure({ measure: 'median of the first 100', value: median(ways.slice(0, 100)), unit: 'ms' });
  printFigure({ measure: 'median of the last 100', value: median(ways.slice(-100)), unit: 'ms' });
} finally {
  await lanyard.close();
  await site.close();
}
