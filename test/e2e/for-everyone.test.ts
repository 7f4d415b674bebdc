/** At four times the size, without motion, with the focus never lost, and with all that happens spoken. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findings } from '../support/axe.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { longTitles, NOW, runningDay, ZONE } from '../support/looks/records.ts';
import { layoutFaults, sidewaysScrollers } from '../support/looks/structure.ts';
import { card, composer, toast } from '../support/panel-page.ts';
import { hearing, Reader } from '../support/spoken.ts';
import { clearStored, seedStored } from '../support/stored.ts';
import { readZip } from '../support/unzip.ts';

/** Where the focus is, in words; empty when it is nowhere. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || !element.checkVisibility()) return '';
    return `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}`;
  });

describe('for everyone', () => {
  let lanyard: Lanyard;

  beforeAll(async () => {
    lanyard = await launchLanyard({ timeZone: ZONE, colorScheme: 'light' });
  });
  beforeEach(async () => {
    await lanyard.closeSurfaces();
    await seedStored(lanyard, runningDay());
  });
  afterAll(async () => lanyard?.close());

  const open = async (path: string, width: number, height: number): Promise<Page> => {
    const page = await lanyard.context.newPage();
    await page.setViewportSize({ width, height });
    await page.clock.setFixedTime(NOW);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`chrome-extension://${lanyard.extensionId}/src/${path}`);
    return page;
  };
  const openPanel = async (): Promise<Page> => {
    const panel = await open('sidepanel/sidepanel.html', 360, 720);
    await composer(panel).waitFor();
    await card(panel, 'Put a bound on every queue we own this week.').waitFor();
    return panel;
  };
  const openRecap = async (hash = '', width = 1280, height = 800): Promise<Page> => {
    const recap = await open(`recap-page/recap.html${hash}`, width, height);
    await recap.locator('h1').first().waitFor();
    return recap;
  };

  it.each(['', '#welcome', '#programme'])(
    'shows the full page %s in a window of 320 × 256, as 1280 × 1024 is at four times the size',
    async (hash) => {
      await seedStored(lanyard, longTitles());
      const page = await openRecap(hash, 320, 256);
      if (hash === '')
        await page
          .getByText(/NumGoroutine/)
          .first()
          .waitFor();
      expect(await layoutFaults(page)).toEqual([]);
      expect(await sidewaysScrollers(page)).toEqual([]);
      expect(await findings(page)).toEqual([]);
    },
  );

  it.each(['#welcome', '#programme'])('leads to the end of %s in a wide, low window', async (hash) => {
    if (hash === '#welcome') await clearStored(lanyard);
    const page = await openRecap(hash, 1100, 360);
    const last = page.locator('main :is(button, textarea)').last();
    await last.scrollIntoViewIfNeeded();
    await expect.poll(() => last.evaluate(isInWindow)).toBe(true);
  });

  it('shows every dialog of the full page in such a window', async () => {
    const page = await openRecap('', 320, 256);
    const opened = async (open: () => Promise<unknown>): Promise<void> => {
      await open();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button').first().waitFor();
      const name = await dialog.getByRole('heading').first().innerText();
      expect(await layoutFaults(page), name).toEqual([]);
      expect(await sidewaysScrollers(page), name).toEqual([]);
      // All of it can be reached: the dialog itself or its body scrolls.
      const last = dialog.getByRole('button').last();
      await last.scrollIntoViewIfNeeded();
      await expect.poll(() => last.evaluate(isInWindow), { message: name }).toBe(true);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      await expect.poll(() => focused(page), { message: `after ${name}` }).not.toBe('');
    };
    const button = (name: string | RegExp) => () => page.getByRole('button', { name }).first().click();
    await page
      .getByText(/What if the callers/)
      .first()
      .waitFor();
    await opened(button('Edit event'));
    await opened(button('Backup'));
    await opened(button('Keyboard shortcuts'));
    // The editor of a passage is a field alone, over the passage.
    await page.locator('.piece [data-note]').first().focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('dialog').getByRole('textbox');
    await expect.poll(() => field.evaluate(isInWindow)).toBe(true);
    expect(await layoutFaults(page)).toEqual([]);
    expect(await sidewaysScrollers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).not.toBe('');
  });

  it('moves nothing for who wants no motion', async () => {
    for (const path of ['popup/popup.html', 'sidepanel/sidepanel.html', 'recap-page/recap.html']) {
      const page = await open(path, 400, 700);
      await page
        .locator(path.startsWith('recap') ? '.piece' : 'textarea')
        .first()
        .waitFor();
      expect(await page.evaluate(moving), path).toEqual([]);
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      expect(await page.evaluate(moving), `${path}, with motion`).not.toEqual([]);
      await page.close();
    }
  });

  it('keeps the focus through deletes, undo, menus and dialogs of the panel', async () => {
    const panel = await openPanel();
    const cards = panel.locator('[data-note]');
    await cards.first().focus();
    for (let left = (await cards.count()) - 1; left >= 0; left -= 1) {
      await panel.keyboard.press('Delete');
      await expect.poll(() => cards.count()).toBe(left);
      await expect.poll(() => focused(panel)).toMatch(left === 0 ? /^(textarea|button)/ : /^li/);
    }
    await toast(panel, 'Note deleted.').getByRole('button', { name: 'Undo' }).focus();
    await panel.keyboard.press('Enter');
    await expect.poll(() => cards.count()).toBe(1);
    await expect.poll(() => focused(panel)).not.toBe('');
    await cards.first().focus();
    await panel.keyboard.press('Control+z');
    await expect.poll(() => cards.count()).toBe(2);
    await expect.poll(() => focused(panel)).toMatch(/^li/);
    await panel.keyboard.press('?');
    await panel.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await panel.keyboard.press('Escape');
    await expect.poll(() => focused(panel)).toMatch(/^li/);
    await panel.getByRole('button', { name: /^Event:/ }).press('Enter');
    await panel.getByRole('menuitem').first().waitFor();
    await panel.keyboard.press('Escape');
    await expect.poll(() => focused(panel)).toMatch(/^button Event:/);
    await panel.getByRole('button', { name: /^Edit session/ }).press('Enter');
    await panel.getByRole('dialog', { name: 'Edit session' }).waitFor();
    await panel.keyboard.press('Escape');
    await expect.poll(() => focused(panel)).toMatch(/^button Edit session/);
  });

  it('says aloud what is kept, moved, deleted, undone and refused', async () => {
    const panel = await openPanel();
    const heard = await hearing(panel);
    await composer(panel).fill('Said once');
    await panel.keyboard.press('Enter');
    await card(panel, 'Said once').waitFor();
    await heard(/^polite: .*saved/i);
    await card(panel, 'Said once').focus();
    await panel.keyboard.press('Alt+ArrowUp');
    await heard(/^polite: Moved up/);
    await panel.keyboard.press('Delete');
    await heard(/^polite: Note deleted\./);
    await panel.keyboard.press('Control+z');
    await heard(/^polite: Undone\./);
    await panel.keyboard.press('Control+Shift+z');
    await heard(/^polite: Redone\./);
    await panel.locator('input[type=file]').setInputFiles({
      name: 'diagram.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    });
    await heard(/^assertive: .*SVG/);
  });

  it('does the main job by the tree that a screen reader is given, up to the exported post', async () => {
    const panel = await openPanel();
    const atPanel = await Reader.of(panel);
    expect(await atPanel.lines()).toEqual(
      expect.arrayContaining(['heading: Small queues, calm services, level 1', 'radio: Note, checked true']),
    );
    await atPanel.act('textbox', /^Note for “Small queues/, 'focus');
    await panel.keyboard.type('Told to the reader');
    await panel.keyboard.press('Enter');
    await expect
      .poll(() => atPanel.lines())
      .toContainEqual(expect.stringMatching(/^listitem: Told to the reader/));
    await atPanel.act('button', /^Edit session/, 'click');
    await expect.poll(() => atPanel.lines()).toContain('dialog: Edit session');
    await atPanel.act('button', /^Close$/, 'click');
    await panel.close();

    const recap = await openRecap();
    const atRecap = await Reader.of(recap);
    const heard = await hearing(recap);
    await expect.poll(() => atRecap.lines()).toContainEqual(expect.stringMatching(/Told to the reader/));
    const lines = await atRecap.lines();
    for (const landmark of ['banner', 'main', 'complementary'])
      expect(lines.map((line) => line.split(':')[0])).toContain(landmark);
    expect(lines).toContain('tab: Rendered, selected true');
    await atRecap.act('button', /^Export$/, 'click');
    await expect.poll(() => atRecap.lines()).toContain('button: Export, expanded true');
    const file = await lanyard.download(() => atRecap.act('menuitem', /bundle/i, 'click'));
    await heard(/^polite: .*(saved|export|download)/i);
    expect([...readZip(readFileSync(file)).values()].join('\n')).toContain('Told to the reader');
  });
});

const isInWindow = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight + 1;
};

/** Elements, and what stands before and after them, that would move or fade. */
const moving = (): string[] =>
  [...document.querySelectorAll('*')].flatMap((element) =>
    ['', '::before', '::after'].flatMap((part) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element, part);
      const longest = Math.max(
        ...`${transitionDuration},${animationDuration}`
          .split(',')
          .map((text) => Number.parseFloat(text) * (text.trim().endsWith('ms') ? 0.001 : 1)),
      );
      return longest > 0.001 || scrollBehavior === 'smooth'
        ? [`${element.className}${part}: ${longest} s`]
        : [];
    }),
  );
