/** A narrow screen without panel, context menu and commands: the popup carries the main job, the panel is a tab. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { asOnPhone } from '../support/profile.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored } from '../support/stored.ts';
import { readZip } from '../support/unzip.ts';

const PHONE = { width: 360, height: 740 };
const BUILT = fileURLToPath(new URL('../../dist/chromium', import.meta.url));

describe('on a phone', () => {
  let lanyard: Lanyard;
  let site: Site;
  let folder: string;
  let page: Page;

  /** Nothing is wider than the screen, and every control is large enough for a finger to find. */
  const fits = async (surface: Page): Promise<void> => {
    expect(await surface.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      PHONE.width,
    );
    const outside = await surface.evaluate(
      (width) =>
        [...document.querySelectorAll('button, input, textarea, select, a')]
          .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          .map((element) => ({ text: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && (box.left < -1 || box.right > width + 1))
          .map(({ text }) => text),
      PHONE.width,
    );
    expect(outside).toEqual([]);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lanyard-phone-'));
    site = await serveSite();
    lanyard = await launchLanyard({ extensionDir: asOnPhone(BUILT, join(folder, 'extension')) });
    page = await lanyard.openPage(site.url('talk.html'));
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('has none of the interfaces of a desktop', async () => {
    const worker = await lanyard.worker();
    const found = await worker.evaluate(() =>
      ['sidePanel', 'contextMenus', 'omnibox', 'commands'].filter((name) => name in chrome),
    );
    expect(found.filter((name) => name !== 'commands')).toEqual([]);
  });

  it('makes an event and clips the page from the popup', async () => {
    const popup = await lanyard.openPopup(page);
    await popup.getByRole('textbox', { name: 'Name of the event' }).fill('Pocket Conf');
    await popup.getByRole('button', { name: 'Start taking notes' }).click();
    await popup.getByText('Mina Seo').waitFor();
    await popup.getByRole('textbox', { name: 'Note' }).fill('Read on the way home.');
    const gone = new Promise((resolve) => popup.once('close', resolve));
    await popup.getByRole('button', { name: /^Clip/ }).click();
    await gone;
    const { notes } = await readStored(await lanyard.worker());
    expect(notes.map(({ url, markdown }) => [url, markdown])).toEqual([
      [site.url('talk.html'), 'Read on the way home.'],
    ]);
  });

  it('has a popup that fits the screen as a page', async () => {
    const popup = await lanyard.openExtensionPage('src/popup/popup.html');
    await popup.setViewportSize(PHONE);
    await popup.getByText('Small queues, calm services').waitFor();
    await fits(popup);
    await popup.close();
  });

  it('opens the panel as a tab, where lines are jotted', async () => {
    const popup = await lanyard.openPopup(page);
    const arriving = lanyard.context.waitForEvent('page');
    await popup.getByRole('button', { name: /panel/i }).first().click();
    const panel = await arriving;
    await panel.setViewportSize(PHONE);
    await panel.waitForURL(/sidepanel\.html/);
    const composer = panel.getByRole('textbox', { name: /^Note for/ });
    await composer.fill('A line on the train.');
    await composer.press('Enter');
    await panel.getByText('A line on the train.').waitFor();
    await fits(panel);
    await panel.close();
  });

  it('shows the post, and saves it', async () => {
    const recap = await lanyard.openRecap();
    await recap.setViewportSize(PHONE);
    await recap.getByText('A line on the train.').first().waitFor();
    await fits(recap);
    const zip = await lanyard.download(() => recap.keyboard.press('Control+s'));
    const post = [...readZip(readFileSync(zip))].find(([name]) => name.endsWith('index.md'))?.[1].toString();
    expect(post).toContain('A line on the train.');
    if (process.env.LANYARD_PICTURES)
      await recap.screenshot({ path: join(process.env.LANYARD_PICTURES, 'phone-recap.png') });
    await recap.close();
  });

  it('met no error on its way', () => expect(lanyard.errors).toEqual([]));
});
