/** The recap page in the built extension, as a person uses it: from the first event to the files. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { readZip } from '../support/unzip.ts';

describe('the recap page', () => {
  let lanyard: Lanyard;
  let page: Page;

  const toast = (text: string | RegExp) => page.locator('.toast', { hasText: text });
  const row = (name: string) => page.locator('.outline-name', { hasText: name });
  const outline = () => page.locator('.outline-title').allTextContents();
  const showSource = () => page.getByRole('tab', { name: 'Markdown' }).click();
  const showRendered = () => page.getByRole('tab', { name: 'Rendered' }).click();
  const source = () => page.locator('.source').textContent();
  const sourceHas = (text: string) =>
    page.waitForFunction((wanted) => document.querySelector('.source')?.textContent?.includes(wanted), text);
  const pasteInto = (text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  const addSession = async (title: string, start: string, end: string) => {
    await page.keyboard.press('n');
    await page.getByLabel('Title').last().fill(title);
    await page.getByLabel('Start').fill(start);
    await page.getByLabel('End', { exact: true }).fill(end);
    await page.getByRole('button', { name: 'Add session' }).last().click();
    await toast(`“${title}” added.`).waitFor();
    await row(title).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    lanyard = await launchLanyard();
    page = await lanyard.openRecap('#welcome');
    page.setDefaultTimeout(10_000);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  afterAll(async () => {
    await lanyard?.close();
  });

  it('welcomes with three lines, the shortcuts and one question, and makes the event of its answer', async () => {
    await page.getByRole('heading', { name: 'Conference notes that become your post' }).waitFor();
    expect(await page.locator('.welcome-lines li').count()).toBe(3);
    await page.locator('.shortcut kbd', { hasText: 'Alt+Shift+L' }).waitFor();
    await page.keyboard.type('River Conf 2026');
    await page.keyboard.press('Enter');
    await page.locator('.event-name', { hasText: 'River Conf 2026' }).waitFor();
    await page.getByRole('heading', { name: 'Your recap begins here' }).waitFor();
  });

  it('edits the event; a zone that is none is refused in words, and what was typed is kept', async () => {
    await page.getByRole('button', { name: 'Edit event' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('First day').fill('2026-08-05');
    await dialog.getByLabel('Last day').fill('2026-08-06');
    await dialog.getByLabel('Venue').fill('Hall of Rivers');
    await dialog.getByLabel('Website').fill('river.example.org');
    await dialog.getByLabel('Tags').fill('go, ');
    await dialog.getByLabel('Tags').fill('한국어');
    await dialog.getByLabel('Tags').press('Enter');
    await dialog.getByLabel('Time zone').fill('Mars/Base');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Unknown time zone').waitFor();
    await page.keyboard.press('Escape');
    await toast('kept as a draft').waitFor();

    await page.getByRole('button', { name: 'Edit event' }).click();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('dialog input')].some(
        (input) => (input as HTMLInputElement).value === 'Hall of Rivers',
      ),
    );
    await dialog.getByLabel('Time zone').fill('Asia/Seoul');
    await dialog.getByText('UTC+09:00').waitFor();
    await page.keyboard.press('Escape');
    await toast('River Conf 2026').waitFor();
    await page.locator('.event-fact', { hasText: 'Hall of Rivers' }).waitFor();
    expect(await page.locator('.event-fact').first().textContent()).toContain('2026');
  });

  it('adds sessions with speakers, pasted as a list, and one past midnight', async () => {
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await page.waitForFunction(() => document.activeElement?.closest('dialog') !== null);
    await page.keyboard.type('Streams without tears');
    await dialog.getByLabel('Speaker 1: name').focus();
    await pasteInto('Ada Lovelace, Engines Ltd\n김고퍼 (당근)');
    await dialog.getByLabel('Speaker 2: name').waitFor();
    expect(await dialog.getByLabel('Speaker 2: affiliation').inputValue()).toBe('당근');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await dialog.getByLabel('Speaker 1: name').inputValue()).toBe('김고퍼');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await dialog.getByLabel('Speaker 1: name').inputValue()).toBe('Ada Lovelace');
    await dialog.getByLabel('Start').fill('10:00');
    await dialog.getByLabel('End', { exact: true }).fill('10:40');
    await dialog.getByLabel('Talk page', { exact: true }).fill('no address');
    await dialog.getByRole('button', { name: 'Add session' }).click();
    await dialog.getByText('That isn’t a web address.').waitFor();
    await dialog.getByLabel('Talk page', { exact: true }).fill('https://river.example.org/streams');
    await dialog.getByLabel('Slides: still to come').check();
    await dialog.getByRole('button', { name: 'Add session' }).click();
    await toast('“Streams without tears” added.').waitFor();

    await addSession('Night on the river', '23:30', '00:30');
    await addSession('Banks and shores', '11:00', '11:30');
    expect(await outline()).toEqual([
      'Overview',
      'Streams without tears',
      'Banks and shores',
      'Night on the river',
    ]);
    await page.locator('.checks', { hasText: 'Slides: still to come.' }).waitFor();
  });

  it('keeps a half-filled new session as a draft', async () => {
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.activeElement?.closest('dialog') !== null);
    await page.keyboard.type('Half a');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.reload();
    await row('Streams').waitFor();
    await page.keyboard.press('n');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('dialog input')].some(
        (input) => (input as HTMLInputElement).value === 'Half a',
      ),
    );
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('reorders by keyboard alone and keeps the focus on what moved', async () => {
    await row('Overview').focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Alt+ArrowUp');
    await page.waitForFunction(
      () => document.querySelectorAll('.outline-title')[2]?.textContent === 'Night on the river',
    );
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Night on the river');
    await showSource();
    const text = await source();
    expect(text?.indexOf('### Night on the river')).toBeLessThan(text?.indexOf('### Banks and shores') ?? -1);
    await showRendered();
    const headings = page.locator('.post h3');
    await page.waitForFunction(() => document.querySelectorAll('.post h3').length === 3);
    expect(await headings.allTextContents()).toEqual([
      'Streams without tears',
      'Night on the river',
      'Banks and shores',
    ]);
  });

  it('reorders by drag', async () => {
    await row('Banks and shores').dragTo(row('Streams without tears'), { targetPosition: { x: 80, y: 4 } });
    await page.waitForFunction(
      () => document.querySelectorAll('.outline-title')[1]?.textContent === 'Banks and shores',
    );
    await page.keyboard.press('Control+z');
    await page.waitForFunction(
      () => document.querySelectorAll('.outline-title')[1]?.textContent === 'Streams without tears',
    );
  });

  it('leaves a session out and takes it back in', async () => {
    await showSource();
    await row('Night on the river').focus();
    await page.keyboard.press('x');
    await toast('is left out').waitFor();
    await page.waitForFunction(
      () => !document.querySelector('.source')?.textContent?.includes('Night on the river'),
    );
    await row('Night on the river').focus();
    await page.keyboard.press('x');
    await sourceHas('### Night on the river');
  });

  it('deletes with undo', async () => {
    await row('Banks and shores').focus();
    await page.keyboard.press('Delete');
    await toast('deleted').waitFor();
    await row('Banks and shores').waitFor({ state: 'detached' });
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await row('Banks and shores').waitFor();
  });

  it('shows notes of another surface at once, in both modes', async () => {
    const panel = await lanyard.openExtensionPage('src/sidepanel/sidepanel.html');
    await panel.getByRole('textbox').last().fill('The **river** was calm.');
    await panel.keyboard.press('Enter');
    await panel.locator('.prose, .note', { hasText: 'calm' }).first().waitFor();
    await page.bringToFront();
    await sourceHas('The **river** was calm.');
    await showRendered();
    await page.locator('.post strong', { hasText: 'river' }).waitFor();
    await panel.close();
  });

  it('writes the front matter as it is filled in', async () => {
    await showSource();
    const details = page.locator('.front-matter');
    expect(await details.getByLabel('Title').getAttribute('placeholder')).toBe('River Conf 2026');
    await details.getByLabel('Title').fill('What the river said: "calm" \\ & more');
    await details.getByLabel('Description').fill('Two days, three talks.');
    await details.getByLabel('Keywords').fill('water,');
    await details.getByLabel('Date', { exact: true }).fill('yesterday');
    await details.getByText('Use 2026-08-05').waitFor();
    await details.getByLabel('Date', { exact: true }).fill('2026-08-05T12:24:15+09:00');
    await details.getByLabel('Folder name').fill('river');
    await sourceHas('date: 2026-08-05T12:24:15+09:00');
    await sourceHas('description: "Two days, three talks."');
    await sourceHas('keywords: ["water"]');
    await sourceHas('tags: ["go", "한국어"]');
    await details.getByLabel('Language of the recap').selectOption('ko');
    await sourceHas('## 세션 내용');
    await details.getByLabel('Language of the recap').selectOption('en');
    await page.locator('.preview-path', { hasText: 'river/index.md' }).waitFor();
    await showRendered();
    await page.getByRole('heading', { name: 'What the river said: "calm" \\ & more' }).waitFor();
  });

  it('exports the bundle by one key, with what was typed a moment ago', async () => {
    await page.locator('.front-matter').getByLabel('Description').fill('Typed just now.');
    const file = await lanyard.download(() => page.keyboard.press('Control+s'));
    await toast('river.zip saved to your downloads.').waitFor();
    expect(basename(file)).toBe('river.zip');
    const files = readZip(readFileSync(file));
    expect([...files.keys()]).toEqual(['river/index.md']);
    const text = files.get('river/index.md')?.toString('utf8');
    expect(text).toContain('description: "Typed just now."');
    expect(text).toContain('### Streams without tears');
    expect(text).toContain('**Speakers**: Ada Lovelace, Engines Ltd; 김고퍼, 당근');
    expect(text).toContain('The **river** was calm.');
  });

  it('exports the Markdown and copies it, in two actions', async () => {
    const file = await lanyard.download(async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('menuitem', { name: /Download Markdown/ }).click();
    });
    expect(basename(file)).toBe('river.md');
    await toast('river.md saved').waitFor();
    expect(existsSync(file)).toBe(true);
    await showSource();
    await page.getByRole('button', { name: 'Copy Markdown' }).click();
    await toast('copied').waitFor();
    expect(readFileSync(file, 'utf8')).toBe(await source());
  });

  it('makes a second event, shows the first one beside it, and deletes with undo', async () => {
    await page.locator('.event-name').click();
    await page.getByRole('menuitem', { name: 'New event' }).click();
    await page.getByLabel('Name of the event').fill('Lake Days');
    await page.getByRole('button', { name: 'Create event' }).click();
    await page.locator('.event-name', { hasText: 'Lake Days' }).waitFor();
    await page.locator('.event-name').click();
    await page.getByRole('menuitemradio', { name: /River Conf/ }).click();
    await page.getByText('New captures go to another event.').waitFor();
    await page.getByRole('button', { name: 'Capture here' }).click();
    await page.getByText('New captures go to another event.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Edit event' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.locator('.event-name', { hasText: 'Lake Days' }).waitFor();
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.event-name', { hasText: 'River Conf' }).waitFor();
    expect(await row('Streams without tears').count()).toBe(1);
  });

  it('met no error and asked the network for nothing', () => {
    expect(lanyard.errors).toEqual([]);
    expect(lanyard.requests).toEqual([]);
  });
});
