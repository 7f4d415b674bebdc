/** Cut off in the middle: a popup closed in every way, a browser killed while lines are kept. What was acknowledged is there. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IS_ON_SCREEN, type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer } from '../support/panel-page.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { inTime, startSuite, tell, trials } from './trials.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const random = startSuite('cut off');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const WAYS: Readonly<Record<string, (popup: Page, page: Page, lanyard: Lanyard) => Promise<unknown>>> = {
  'a new tab': (popup) => popup.evaluate(() => chrome.tabs.create({ url: 'about:blank' })),
  'a click outside': async (_popup, page) => {
    await page.bringToFront();
    await page.mouse.click(5, 5);
  },
  // Without a screen the key reaches the page alone, not the browser that would close the popup: then that is done for it.
  Escape: async (popup) =>
    IS_ON_SCREEN
      ? promisify(execFile)('xdotool', ['key', '--clearmodifiers', 'Escape'])
      : popup.keyboard.press('Escape'),
  'window.close()': (popup) => popup.evaluate(() => window.close()),
  'another tab': async (_popup, _page, lanyard) => (await lanyard.context.newPage()).bringToFront(),
  'its window closed': (popup) => popup.close(),
};

describe('typing that is cut off', () => {
  let lanyard: Lanyard;
  let site: Site;
  const userDataDir = mkdtempSync(join(tmpdir(), 'lanyard-cut-'));

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard({ userDataDir });
    await seedStored(lanyard, { event, sessions: [session] });
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
    rmSync(userDataDir, { recursive: true, force: true });
  });

  const field = (popup: Page) => popup.getByRole('textbox', { name: 'Note', exact: true });

  it.each(Object.keys(WAYS))('the popup, closed by %s', async (way) => {
    const count = trials(1, 50);
    const figures = { trials: count, closedByItself: 0, kept: 0 };
    for (let trial = 0; trial < count; trial += 1) {
      const page = await lanyard.openPage(site.url('plain.html'));
      const popup = await lanyard.openPopup(page);
      await field(popup).waitFor();
      const text = `half a thought ${random.int(1e9)}`;
      await field(popup).fill('');
      await field(popup).pressSequentially(text);
      const caret = random.int(text.length);
      await field(popup).evaluate((element, at) => {
        if (!(element instanceof HTMLTextAreaElement)) throw new Error('no text area');
        element.setSelectionRange(at - 1, at - 1);
        element.setRangeText('x', at - 1, at - 1, 'end');
        element.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, caret + 1);
      const typed = await field(popup).inputValue();
      await pause(250);
      const gone = new Promise<boolean>((resolve) => popup.once('close', () => resolve(true)));
      await WAYS[way]?.(popup, page, lanyard).catch(() => undefined);
      if (await Promise.race([gone, pause(2000).then(() => false)])) figures.closedByItself += 1;
      else await popup.close();
      const again = await lanyard.openPopup(page);
      await expect.poll(() => field(again).inputValue()).toBe(typed);
      await expect
        .poll(() =>
          field(again).evaluate((element) =>
            element instanceof HTMLTextAreaElement ? element.selectionStart : null,
          ),
        )
        .toBe(caret + 1);
      figures.kept += 1;
      await field(again).fill('');
      await again.close();
      for (const other of lanyard.context.pages().slice(1)) await other.close().catch(() => undefined);
    }
    tell(`popup closed by ${way}`, figures);
  });

  it('the browser killed while lines are typed and kept', async () => {
    const count = trials(2, 40);
    const figures = { trials: count, acknowledged: 0, lost: 0, doubled: 0, lettersLost: 0 };
    for (let trial = 0; trial < count; trial += 1) {
      const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
      await composer(panel).waitFor();
      const acknowledged: string[] = [];
      let typed = '';
      let isKilled = false;
      const typing = (async () => {
        await composer(panel).fill('');
        for (let line = 0; ; line += 1) {
          const text = `trial ${trial} line ${line}`;
          for (const letter of text) {
            await composer(panel).press(letter === ' ' ? 'Space' : letter);
            typed = (await composer(panel).inputValue()) || typed;
          }
          await composer(panel).press('Enter');
          await panel.getByText(text, { exact: true }).waitFor({ state: 'attached' });
          acknowledged.push(text);
          typed = '';
        }
      })().catch((error: unknown) => {
        if (!isKilled) throw error;
      });
      await Promise.race([
        typing,
        expect.poll(() => acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(0),
      ]);
      await pause(random.int(2500));
      // A letter that was shown less than a quarter of a second ago may be lost.
      const safe = typed;
      await pause(250);
      isKilled = true;
      const sure = acknowledged.slice();
      await inTime('the browser killed', lanyard.kill());
      await inTime('the end of typing', typing);
      await inTime('the next start', lanyard.launch());
      const page = await lanyard.openRecap();
      const { notes, drafts } = await readStored(page);
      const texts = notes.map(({ markdown }) => markdown);
      figures.acknowledged += sure.length;
      figures.lost += sure.filter((text) => !texts.includes(text)).length;
      figures.doubled += texts.length - new Set(texts).size;
      const draft = drafts.find(({ target }) => target === 'composer')?.text ?? '';
      const isThere = draft.startsWith(safe) || texts.some((text) => text.startsWith(safe));
      if (!isThere) figures.lettersLost += 1;
      await page.close();
    }
    tell('killed while typing', figures);
    expect(figures).toMatchObject({ lost: 0, doubled: 0, lettersLost: 0 });
  });
});
