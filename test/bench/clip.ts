/** A clip's way in the real popup, over a page with a selection: from `Ctrl+Enter` to the word that it is on disk. */
import { launchLanyard } from '../support/extension.ts';
import { median, percentile, printFigure } from '../support/figures.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';

const WARM_UPS = 2;
const RUNS = 15;

interface Timed {
  toldMs?: Promise<number>;
}

const site = await serveSite();
const lanyard = await launchLanyard();
try {
  // tsx names the functions it compiles, also those that run in the page.
  await lanyard.context.addInitScript('globalThis.__name = (named) => named');
  const event = makeEvent();
  await seedStored(lanyard, { event, sessions: [makeSession(event)] });
  const page = await lanyard.openPage(site.url('plain.html'));
  const times: number[] = [];
  for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
    await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
    const popup = await lanyard.openPopup(page);
    await popup.locator('.target-select').waitFor();
    await popup.getByRole('textbox', { name: 'Note', exact: true }).focus();
    await popup.evaluate(() => {
      (globalThis as Timed).toldMs = new Promise((resolve) => {
        let startMs = 0;
        addEventListener(
          'keydown',
          ({ key, timeStamp }) => {
            if (key === 'Enter') startMs = timeStamp;
          },
          true,
        );
        new MutationObserver(() => {
          if (startMs > 0 && /Saved to/.test(document.body.textContent ?? ''))
            resolve(performance.now() - startMs);
        }).observe(document.body, { characterData: true, childList: true, subtree: true });
      });
    });
    const told = popup.evaluate(() => (globalThis as Timed).toldMs);
    await popup.keyboard.press('Control+Enter');
    const ms = await told;
    if (!popup.isClosed()) await popup.waitForEvent('close').catch(() => undefined);
    if (run >= WARM_UPS) times.push(ms ?? Number.NaN);
  }
  const { notes } = await readStored(await lanyard.openExtensionPage('icons/128.png'));
  if (notes.length !== WARM_UPS + RUNS) throw new Error(`${notes.length} clips of ${WARM_UPS + RUNS}`);
  printFigure({
    measure: `clip: Ctrl+Enter → acknowledged, median of ${RUNS}`,
    value: median(times),
    unit: 'ms',
  });
  printFigure({ measure: 'clip: the slowest of them', value: percentile(times, 1), unit: 'ms' });
} finally {
  await lanyard.close();
  await site.close();
}
