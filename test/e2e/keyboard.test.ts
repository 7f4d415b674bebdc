/** Everything by keyboard: find and do on the recap page, the lists of shortcuts, quick moves, undo and redo. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { card, composer, heading, toast } from '../support/panel-page.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const titles = ['Opening', 'Small queues', '큐 관리의 기술', 'Lightning'];
const sessions = titles.map((title, index) => makeSession(event, { title, order: `a${index}` }));
const queues = sessions[1] ?? makeSession(event);
const texts = ['one', 'two', 'three', 'four'];
const notes = texts.map((markdown, index) => makeNote(event, queues, { markdown, order: `a${index}` }));

describe('by keyboard', () => {
  let lanyard: Lanyard;
  let site: Site;
  let tab: Page;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
    tab = await lanyard.openPage(site.url('plain.html'));
  });
  beforeEach(async () => {
    await lanyard.closeSurfaces();
    await seedStored(lanyard, { event, sessions, notes });
    await tab.bringToFront();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const openRecap = async (): Promise<Page> => {
    const recap = await lanyard.openRecap();
    await recap.getByRole('tab', { name: 'Rendered' }).waitFor();
    return recap;
  };
  const openQueues = async (): Promise<Page> => {
    const panel = await lanyard.openPanel(tab);
    await composer(panel).waitFor();
    await panel.keyboard.press('Control+k');
    await panel.getByRole('combobox').waitFor();
    await panel.keyboard.type('small queues');
    await panel.getByRole('option', { name: /^Small queues/ }).waitFor();
    await panel.keyboard.press('Enter');
    await heading(panel).filter({ hasText: 'Small queues' }).waitFor();
    await palette(panel).waitFor({ state: 'hidden' });
    return panel;
  };
  const palette = (page: Page) => page.getByRole('dialog', { name: 'Find and do' });
  const storedNotes = async () =>
    (await readStored(await lanyard.worker())).notes
      .filter(({ sessionId }) => sessionId === queues.id)
      .map(({ markdown }) => markdown);
  const storedSessions = async () =>
    [...(await readStored(await lanyard.worker())).sessions]
      .sort((left, right) => (left.order < right.order ? -1 : 1))
      .map(({ title }) => title);

  it('finds and does on the recap page: commands, a session by Korean letters without spaces, an export', async () => {
    const recap = await openRecap();
    await recap.keyboard.press('Control+k');
    await palette(recap).waitFor();
    await recap.keyboard.type('큐관리');
    await recap.getByRole('option', { name: /^큐 관리의 기술/ }).waitFor();
    await recap.keyboard.press('Enter');
    await palette(recap).waitFor({ state: 'hidden' });
    const shown = recap.locator('.outline-row.is-shown');
    await expect.poll(() => shown.innerText()).toContain('큐 관리의 기술');

    await recap.keyboard.press('Control+k');
    await palette(recap).waitFor();
    await recap.keyboard.type('new session');
    await recap.keyboard.press('Enter');
    await recap.getByRole('dialog', { name: 'New session' }).waitFor();
    await recap.keyboard.press('Escape');

    await recap.keyboard.press('Control+k');
    await palette(recap).waitFor();
    await recap.keyboard.type('backup');
    await recap.keyboard.press('Enter');
    await recap.getByRole('dialog', { name: 'Backup' }).waitFor();
    await recap.keyboard.press('Escape');

    await recap.keyboard.press('Control+k');
    await palette(recap).waitFor();
    // Words in any order.
    await recap.keyboard.type('post import');
    await recap.keyboard.press('Enter');
    await recap.getByRole('dialog', { name: 'Import a post' }).waitFor();
    await recap.keyboard.press('Escape');

    await recap.keyboard.press('Control+k');
    await palette(recap).waitFor();
    await recap.keyboard.type('bundle');
    const file = await lanyard.download(() => recap.keyboard.press('Enter'));
    expect(file).toMatch(/\.zip$/);
    await recap.close();
  });

  it('begins a note of a kind and takes a step back from the panel’s palette', async () => {
    const panel = await openQueues();
    const choose = async (words: string): Promise<void> => {
      await panel.keyboard.press('Control+k');
      await palette(panel).waitFor();
      await panel.keyboard.type(words);
      await panel.getByRole('option').first().waitFor();
      await panel.keyboard.press('Enter');
      await palette(panel).waitFor({ state: 'hidden' });
    };
    await choose('takeaway');
    await expect.poll(() => panel.getByRole('radio', { name: 'Takeaway' }).isChecked()).toBe(true);
    await panel.keyboard.type('bound every queue');
    await panel.keyboard.press('Enter');
    await expect.poll(storedNotes).toEqual([...texts, 'bound every queue']);
    const { notes: kept } = await readStored(await lanyard.worker());
    expect(kept.find(({ markdown }) => markdown === 'bound every queue')?.kind).toBe('takeaway');
    await choose('undo');
    await expect.poll(storedNotes).toEqual(texts);
    await choose('new event');
    await panel.getByRole('dialog', { name: 'New event' }).waitFor();
    await panel.keyboard.press('Escape');
    await panel.close();
  });

  it('loses no letter of what is typed right behind the palette, a list of shortcuts or a new session', async () => {
    const panel = await lanyard.openPanel(tab);
    const field = composer(panel);
    const typeWord = async (word: string): Promise<void> => {
      await panel.keyboard.type(word);
      await expect.poll(() => field.inputValue()).toBe(word);
      for (const _letter of word) await panel.keyboard.press('Backspace');
    };
    const openPalette = async (query: string, option: string): Promise<void> => {
      await panel.keyboard.press('Control+k');
      await panel.getByRole('combobox').waitFor();
      await panel.keyboard.type(query);
      await panel.getByRole('option', { name: option }).waitFor();
    };
    await field.waitFor();
    await openPalette('', 'New session');
    await panel.keyboard.press('Escape');
    await typeWord('escaped');
    await openPalette('lightning', 'Lightning');
    await panel.keyboard.press('Enter');
    await typeWord('chosen');
    await openPalette('keyboard', 'Keyboard shortcuts');
    await panel.keyboard.press('Enter');
    await panel.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await panel.keyboard.press('Escape');
    await typeWord('read');
    await openPalette('new session', 'New session');
    await panel.keyboard.press('Enter');
    const form = panel.getByRole('dialog', { name: 'New session' });
    await form.waitFor();
    await panel.keyboard.press('Escape');
    await typeWord('not begun');

    // The caret stays where it was, also in the marker of a list that goes on.
    await panel.keyboard.type('begun');
    await panel.keyboard.press('ArrowLeft');
    await openPalette('', 'New session');
    await panel.keyboard.press('Escape');
    await panel.keyboard.type('-');
    await expect.poll(() => field.inputValue()).toBe('begu-n');
    await field.fill('');
    await panel.close();
  });

  it('has the keys in the very frame that a note or a form opens in', async () => {
    const panel = await openQueues();
    const note = panel.locator('[data-note]').first();
    const inNote = await note.evaluate(async (card: HTMLElement) => {
      const press = (key: string) =>
        (document.activeElement ?? card).dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      const rendered = async () => {
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        return document.activeElement?.tagName;
      };
      card.focus();
      press('Enter');
      const opened = await rendered();
      press('Escape');
      return [opened, await rendered(), document.activeElement === card];
    });
    expect(inNote).toEqual(['TEXTAREA', 'LI', true]);

    const edit = panel.getByRole('button', { name: /^Edit session/ });
    const form = panel.getByRole('dialog', { name: 'Edit session' });
    await edit.click();
    await form.waitFor();
    await panel.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    const inForm = await edit.evaluate(async (button: HTMLElement) => {
      button.click();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      const field = document.activeElement;
      return field instanceof HTMLInputElement ? field.labels?.[0]?.textContent : field?.tagName;
    });
    expect(inForm).toBe('Title');
    await panel.keyboard.press('Escape');
    await panel.close();
  });

  it('ends a list on Enter, so that Tab leads from the field to the kinds of note', async () => {
    const panel = await lanyard.openPanel(tab);
    const field = composer(panel);
    await field.waitFor();
    await panel.keyboard.type('- of a list');
    await panel.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('- ');
    await panel.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('');
    await panel.keyboard.press('Tab');
    await expect.poll(() => panel.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
    await panel.close();
  });

  it('lists the shortcuts on ? in panel, recap page, programme page; says of a command that it has no key', async () => {
    const panel = await openQueues();
    const recap = await openRecap();
    const programme = await lanyard.openRecap('#programme');
    await programme.getByRole('main').waitFor();
    for (const page of [panel, recap, programme]) {
      await page.bringToFront();
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        const commands: { getAll: unknown } = chrome.commands;
        commands.getAll = async () => [
          { name: 'clip-page', shortcut: '' },
          { name: '_execute_action', shortcut: 'Alt+Shift+L' },
        ];
      });
      await page.keyboard.press('?');
      const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await list.getByText('Alt+Shift+L').waitFor();
      await list.getByText('A command has no key').waitFor();
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
    }
    await programme.close();
    await recap.close();
    await panel.close();
  });

  it('leads to the browser’s own settings of shortcuts', async () => {
    const recap = await openRecap();
    await recap.keyboard.press('?');
    await recap.getByRole('button', { name: 'Change them in the browser' }).focus();
    await recap.keyboard.press('Enter');
    await expect
      .poll(() => lanyard.context.pages().map((page) => page.url()))
      .toContain('chrome://extensions/shortcuts');
    await recap.close();
  });

  it('has undo, redo and the list of shortcuts in the popup too', async () => {
    const popup = await lanyard.openPopup(tab);
    const field = popup.getByRole('textbox', { name: 'Note', exact: true });
    await field.waitFor();
    // Its keys load behind the first frame, with the last captures.
    await popup.getByText('four').waitFor();
    await popup.keyboard.type('by popup');
    await popup.keyboard.press('Control+Shift+Enter');
    await popup.waitForEvent('close');
    const again = await lanyard.openPopup(tab);
    await again.getByText('by popup').waitFor();
    await again.keyboard.press('Control+z');
    await toast(again, 'Undone').waitFor();
    await again.getByText('by popup').waitFor({ state: 'hidden' });
    await again.keyboard.press('Control+Shift+z');
    await again.getByText('by popup').waitFor();
    await again.keyboard.press('Control+z');
    await again.getByText('by popup').waitFor({ state: 'hidden' });
    await again.getByRole('button', { name: 'Open the recap' }).focus();
    await again.keyboard.press('?');
    await again.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Alt+Shift+K').waitFor();
    await again.close();
  });

  it('counts two very quick Alt+↑ on a note as two', async () => {
    const panel = await openQueues();
    await card(panel, 'four').focus();
    // No pause at all: both keys are there before the first has moved anything.
    await panel.evaluate(() => {
      const focused = document.activeElement;
      for (let time = 0; time < 2; time += 1) {
        focused?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true }),
        );
      }
    });
    await expect.poll(storedNotes).toEqual(['one', 'four', 'two', 'three']);
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('four');
    await panel.keyboard.press('Alt+ArrowDown');
    await panel.keyboard.press('Alt+ArrowDown');
    await expect.poll(storedNotes).toEqual(['one', 'two', 'three', 'four']);
    await panel.close();
  });

  it('counts two very quick Alt+↑ on a session as two, and keeps the focus on it', async () => {
    const recap = await openRecap();
    await recap.getByRole('button', { name: /^Lightning/ }).focus();
    await recap.evaluate(() => {
      const focused = document.activeElement;
      for (let time = 0; time < 2; time += 1) {
        focused?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'ArrowUp', altKey: true, bubbles: true, cancelable: true }),
        );
      }
    });
    await expect.poll(storedSessions).toEqual(['Opening', 'Lightning', 'Small queues', '큐 관리의 기술']);
    await expect.poll(() => recap.evaluate(() => document.activeElement?.textContent)).toContain('Lightning');
    await recap.close();
  });

  it('undoes and redoes on both pages, also after the browser was closed', async () => {
    const panel = await openQueues();
    await composer(panel).focus();
    await panel.keyboard.type('five');
    await panel.keyboard.press('Enter');
    await card(panel, 'five').waitFor();
    await lanyard.relaunch();
    tab = await lanyard.openPage(site.url('plain.html'));
    const recap = await openRecap();
    await recap.getByText('five').first().waitFor();
    await recap.keyboard.press('Control+z');
    await expect.poll(storedNotes).toEqual(['one', 'two', 'three', 'four']);
    await recap.keyboard.press('Control+Shift+z');
    await expect.poll(storedNotes).toContain('five');
    await recap.close();
    const again = await openQueues();
    await composer(again).focus();
    await again.keyboard.press('Control+z');
    await toast(again, 'Undone').waitFor();
    await expect.poll(storedNotes).not.toContain('five');
    await again.keyboard.press('Control+y');
    await expect.poll(storedNotes).toContain('five');
    await again.close();
  });

  it('met no error on its way', () => {
    expect(lanyard.errors).toEqual([]);
  });
});
