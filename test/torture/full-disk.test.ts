/** A full disk: said at once, the words stay on the screen, and once there is room it goes on. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer } from '../support/panel-page.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { isFull, startSuite, tell, trials } from './trials.ts';

const LATEST_MS = 1000;
const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const random = startSuite('full disk');

/** Presses the key, and tells how long it took until an error stood there: by the page's own clock. */
const msUntilError = async (page: Page, key: string): Promise<number> => {
  await page.evaluate(() => {
    const holder = globalThis as unknown as { sinceKey: Promise<number> };
    holder.sinceKey = new Promise((resolve) => {
      addEventListener(
        'keydown',
        () => {
          const beganMs = performance.now();
          const look = (): void => {
            const said = [...document.querySelectorAll('[role="alert"]')].some(
              ({ textContent }) => textContent !== '',
            );
            if (said) resolve(performance.now() - beganMs);
          };
          new MutationObserver(look).observe(document, {
            subtree: true,
            childList: true,
            characterData: true,
          });
          look();
        },
        { capture: true, once: true },
      );
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { sinceKey: Promise<number> }).sinceKey);
};

const alertOf = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ });

interface Figures {
  trials: number;
  longestMs: number;
  recovered: number;
}

/** Lines typed where nothing can be kept: each is said to be so, stays in its field, and is kept once there is room. */
const typeIntoFull = async (
  { panel, fill, empty }: { panel: Page; fill: () => Promise<unknown>; empty: () => Promise<unknown> },
  count: number,
): Promise<Figures> => {
  const figures: Figures = { trials: count, longestMs: 0, recovered: 0 };
  for (let trial = 0; trial < count; trial += 1) {
    const line = `line ${trial} ${random.int(1e9)} ${'word '.repeat(random.int(3000))}`.trim();
    await fill();
    await composer(panel).fill(line);
    const tookMs = await msUntilError(panel, 'Enter');
    figures.longestMs = Math.max(figures.longestMs, Math.round(tookMs));
    expect(await alertOf(panel).first().textContent()).toContain('The disk is full');
    expect(await composer(panel).inputValue()).toBe(line);
    await expect.poll(() => alertOf(panel).getByRole('button', { name: 'Make room…' }).count()).toBe(1);
    await empty();
    await expect
      .poll(async () => {
        if ((await composer(panel).count()) === 0) throw new Error(await panel.locator('body').innerText());
        await composer(panel).press('Enter', { timeout: 2000 });
        return composer(panel).inputValue();
      })
      .toBe('');
    await panel.getByText(line.slice(0, 18)).first().waitFor();
    figures.recovered += 1;
    await panel
      .getByRole('button', { name: 'Close', exact: true })
      .click()
      .catch(() => undefined);
  }
  return figures;
};

const openPanel = async (lanyard: Lanyard, site: Site): Promise<Page> => {
  await seedStored(lanyard, { event, sessions: [session] });
  for (const open of lanyard.context.pages()) if (open.url().includes('recap.html')) await open.close();
  const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
  await composer(panel).waitFor();
  return panel;
};

describe.skipIf(!isFull)('a full disk (npm run torture)', () => {
  const withDisk = async (work: (disk: SmallDisk, lanyard: Lanyard, site: Site) => Promise<void>) => {
    const disk = mountSmallDisk(192);
    if (disk === null) {
      console.warn('torture: NOT RUN: a full disk. This machine does not let us mount a small one.');
      return;
    }
    const site = await serveSite();
    const lanyard = await launchLanyard({ userDataDir: join(disk.path, 'profile') });
    try {
      await work(disk, lanyard, site);
    } finally {
      await lanyard.close();
      await site.close();
      disk.remove();
    }
  };

  it('lines typed and kept', () =>
    withDisk(async (disk, lanyard, site) => {
      const panel = await openPanel(lanyard, site);
      const figures = await typeIntoFull(
        { panel, fill: async () => disk.fill(), empty: async () => disk.empty() },
        trials(1, 20),
      );
      tell('full disk', { ...figures });
      expect(figures.longestMs).toBeLessThan(LATEST_MS);
      await lanyard.relaunch();
      const { notes } = await readStored(await lanyard.openRecap());
      expect(notes.map(({ markdown }) => /^\w+ \S+/.exec(markdown)?.[0])).toEqual([
        ...Array.from({ length: figures.trials }, (_, trial) => `line ${trial}`),
      ]);
    }));
});
