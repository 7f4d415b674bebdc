/** No finding of axe in any surface and state, light and dark, and the whole main job by keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findings } from '../support/axe.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { type Site, serveSite } from '../support/site.ts';

const tagOfFocus = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.tagName ?? '');

describe.each(['light', 'dark'] as const)('accessibility, %s', (colorScheme) => {
  let lanyard: Lanyard;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard({ colorScheme });
    page = await lanyard.openPage(site.url('talk.html'));
  });
  afterEach(() => lanyard.closeSurfaces());
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  it('the first run: popup, panel, recap page', async () => {
    const popup = await lanyard.openPopup(page);
    await popup.getByLabel('Name of the event').waitFor();
    expect(await findings(popup)).toEqual([]);
    await popup.close();
    const panel = await lanyard.openPanel(page);
    await panel.getByLabel('Name of the event').waitFor();
    expect(await findings(panel)).toEqual([]);
    await panel.close();
    const recap = await lanyard.openRecap();
    await recap.getByRole('heading', { level: 1 }).waitFor();
    expect(await findings(recap)).toEqual([]);
    await recap.close();
  });

  it('the main job by keyboard alone, with no finding on the way', async () => {
    const popup = await lanyard.openPopup(page);
    await popup.getByLabel('Name of the event').waitFor();
    await popup.keyboard.type('Harbour Go Conf');
    await popup.keyboard.press('Enter');
    await popup.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
    expect(await tagOfFocus(popup)).toBe('TEXTAREA');
    expect(await findings(popup)).toEqual([]);
    await popup.keyboard.type('Worth a second look');
    await popup.keyboard.press('Control+Enter');
    await popup.waitForEvent('close');

    const panel = await lanyard.openPanel(page);
    await panel.getByText('Worth a second look').waitFor();
    await panel.keyboard.press('Control+k');
    await panel.getByRole('combobox').waitFor();
    expect(await findings(panel)).toEqual([]);
    await panel.keyboard.type('New session');
    await panel.keyboard.press('Enter');
    await panel.getByRole('dialog', { name: 'New session' }).waitFor();
    expect(await findings(panel)).toEqual([]);
    await panel.keyboard.type('Small queues');
    await panel.keyboard.press('Enter');
    await panel.getByRole('heading', { level: 1, name: 'Small queues' }).waitFor();
    await expect.poll(() => tagOfFocus(panel)).toBe('TEXTAREA');
    expect(await findings(panel)).toEqual([]);
    for (const line of ['- first', 'second', 'third']) {
      await panel.keyboard.type(line);
      await panel.keyboard.press('Enter');
    }
    await panel.locator('[data-note]').nth(2).waitFor();
    await panel.keyboard.press('Enter');
    await panel.keyboard.press('ArrowUp');
    await panel.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(() => panel.locator('[data-note]').allInnerTexts())
      .toEqual(['first', 'third', 'second']);
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('third');
    expect(await findings(panel)).toEqual([]);
    await panel.keyboard.press('Enter');
    await panel.locator('.editor textarea').waitFor();
    await panel.keyboard.type(', edited');
    await panel.keyboard.press('Enter');
    await panel.getByText('third, edited').waitFor();
    await panel.keyboard.press('Delete');
    await expect.poll(() => panel.locator('[data-note]').count()).toBe(2);
    await panel.keyboard.press('Control+z');
    await panel.getByText('third, edited').waitFor();
    await panel.close();

    const recap = await lanyard.openRecap();
    await recap.getByRole('tab', { name: 'Rendered' }).waitFor();
    await recap.getByText('third, edited').first().waitFor();
    expect(await findings(recap)).toEqual([]);
    const file = await lanyard.download(async () => {
      await recap.keyboard.press('Control+s');
    });
    expect(file).toMatch(/\.zip$/);
    await recap.close();
  });

  it('the forms, the shortcuts, a narrow panel at four times the size', async () => {
    const panel = await lanyard.openPanel(page);
    await panel.getByRole('button', { name: /^Edit session/ }).click();
    await panel.getByRole('dialog', { name: 'Edit session' }).waitFor();
    expect(await findings(panel)).toEqual([]);
    await panel.keyboard.press('Escape');
    await panel.getByRole('button', { name: /^Event:/ }).click();
    await panel.getByRole('menuitem', { name: 'Edit event' }).click();
    await panel.getByRole('dialog', { name: 'Edit event' }).waitFor();
    expect(await findings(panel)).toEqual([]);
    await panel.keyboard.press('Escape');
    await panel.locator('[data-note]').first().focus();
    await panel.keyboard.press('?');
    await panel.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    expect(await findings(panel)).toEqual([]);
    await panel.keyboard.press('Escape');
    await panel.setViewportSize({ width: 320, height: 640 });
    const overflow = await panel.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await panel.close();
  });

  it('met no error', () => {
    expect(lanyard.errors).toEqual([]);
  });
});
