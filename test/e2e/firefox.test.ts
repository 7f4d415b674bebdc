/** The main job in real Firefox: event, clips, notes, drafts, programme, export; what came of it is looked up on disk. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxLanyard, launchFirefox } from '../support/firefox.ts';
import type { FirefoxView } from '../support/firefox-view.ts';
import { makePng } from '../support/png.ts';
import { type Site, serveSite } from '../support/site.ts';
import type { StoredNote } from '../support/stored.ts';
import { readZip } from '../support/unzip.ts';

const EVENT = 'Harbour Go Conf 2026';
const HALF = '**half** a [thou](https://e.org/)';
const COMPOSER = 'Note for';
const PROGRAMME = fileURLToPath(new URL('../schedule/fixtures/pretalx.xml', import.meta.url));

const select = (page: Page, selector: string): Promise<void> =>
  page.evaluate((chosen) => {
    const element = document.querySelector(chosen);
    if (element !== null) getSelection()?.selectAllChildren(element);
  }, selector);

const strongWords = ({ document }: Window): readonly string[] =>
  [...document.querySelectorAll('strong')].map(({ textContent }) => textContent ?? '');

describe('Lanyard in Firefox', () => {
  let lanyard: FirefoxLanyard;
  let site: Site;
  let page: Page;

  const notes = async (): Promise<readonly StoredNote[]> => (await lanyard.stored()).notes;
  /** Waits for what was captured last. */
  const captured = async (count: number): Promise<StoredNote | undefined> => {
    await expect.poll(async () => (await notes()).length).toBe(count);
    return [...(await notes())].sort((left, right) => (left.capturedAt < right.capturedAt ? -1 : 1)).at(-1);
  };
  const save = async (popup: FirefoxView): Promise<void> => {
    await popup.press('Note', 'Enter', { ctrlKey: true });
    await lanyard.popupGone();
  };

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchFirefox();
    page = await lanyard.openPage(site.url('talk.html'));
  }, 150_000);
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  it('asks in the popup for a name, and makes the event of it', async () => {
    const popup = await lanyard.openPopup(page);
    await popup.fill('Name of the event', EVENT);
    await popup.click('button', 'Start taking notes');
    await popup.waitForText('Just the note');
    const { events, settings } = await lanyard.stored();
    expect(events.map(({ name }) => name)).toEqual([EVENT]);
    expect(settings?.currentEventId).toBe(events[0]?.id);
    await lanyard.closePopup();
  });

  it('has the browser’s promise to keep the notes from the first popup on, and says so', async () => {
    await expect.poll(() => lanyard.observer.evaluate(() => navigator.storage.persisted())).toBe(true);
    const recap = await lanyard.openRecap();
    await recap.locator('::-p-aria([name="Backup"][role="button"])').click();
    await recap.waitForSelector('::-p-text(which has promised to keep them)');
    await recap.close();
  });

  it('clips the page with its title, address, site, author and a remark', async () => {
    const popup = await lanyard.openPopup(page);
    await popup.waitForText('Mina Seo');
    await popup.fill('Note', 'Say no early.');
    await save(popup);
    expect(await captured(1)).toMatchObject({
      kind: 'link',
      url: site.url('talk.html'),
      title: 'Small queues, calm services',
      markdown: 'Say no early.',
      source: { site: 'Harbour Go Conf', author: 'Mina Seo', publishedOn: '2026-09-05T09:00:00+09:00' },
    });
  });

  it('keeps a draft of the popup when the browser takes it away', async () => {
    let popup = await lanyard.openPopup(page);
    await popup.fill('Note', 'not kept y');
    await popup.fill('Note', 'not kept yet');
    await lanyard.closePopup();
    popup = await lanyard.openPopup(page);
    await expect.poll(() => popup.valueOf('Note')).toBe('not kept yet');
    await popup.fill('Note', '');
    await lanyard.closePopup();
  });

  it('turns a selection into Markdown and stores its picture', async () => {
    await select(page, 'article');
    const popup = await lanyard.openPopup(page);
    await popup.waitForText('A service under load');
    await save(popup);
    const note = await captured(2);
    const { images, blobs } = await lanyard.stored();
    expect(note?.kind).toBe('selection');
    expect(note?.markdown).toContain('```go\nfunc (l *Limiter) Do(');
    expect(note?.markdown).toMatch(/\| 64 slots \|\s+11 ms \|\s+38 ms \|/);
    expect(note?.markdown).toContain(`(${site.url('repo.html')})`);
    expect(note?.markdown).toContain(`![Latency before and after the limit](image:${images[0]?.id})`);
    expect(images[0]).toMatchObject({ type: 'image/png', width: 640, height: 360 });
    expect(blobs).toEqual([{ hash: images[0]?.hash, type: 'image/png', size: images[0]?.bytes }]);
    await page.evaluate(() => getSelection()?.removeAllRanges());
  });

  it('clips by shortcut, menu and address bar, also from an event page that rests', async () => {
    const other = await lanyard.openPage(site.url('korean.html'));
    await lanyard.stopBackground();
    await lanyard.runCommand('clip-page', other);
    expect(await captured(3)).toMatchObject({ kind: 'link', url: site.url('korean.html') });
    await lanyard.stopBackground();
    await lanyard.clickMenu('clip-link', other, { linkUrl: site.url('repo.html'), linkText: 'The library' });
    expect(await captured(4)).toMatchObject({
      kind: 'link',
      url: site.url('repo.html'),
      title: 'The library',
    });
    await lanyard.typeInAddressBar('a line from the address bar');
    expect(await captured(5)).toMatchObject({ kind: 'text', markdown: 'a line from the address bar' });
    await lanyard.runCommand('take-screenshot', other);
    const note = await captured(6);
    const picture = (await lanyard.stored()).images.at(-1);
    expect(note?.markdown).toContain(`(image:${picture?.id})`);
    expect(picture?.width).toBeGreaterThan(300);
    const srcUrl = `${site.origin}/images/640x360-1.png`;
    await lanyard.clickMenu('clip-image', page, { mediaType: 'image', srcUrl });
    expect((await captured(7))?.markdown).toMatch(/^!\[.*\]\(image:[\w-]+\)$/);
    await other.close();
  });

  it('jots lines in the sidebar; what is being typed outlives it', async () => {
    let panel = await lanyard.openPanel(page);
    await panel.waitForText('a line from the address bar');
    for (const line of ['first **line**', 'second line']) {
      await panel.fill(COMPOSER, line);
      await panel.press(COMPOSER, 'Enter');
      await expect.poll(() => panel.valueOf(COMPOSER)).toBe('');
    }
    await panel.waitForText('second line');
    expect(await panel.evaluate(strongWords)).toContain('line');
    expect(await captured(9)).toMatchObject({ kind: 'text', markdown: 'second line' });
    await panel.paste(COMPOSER, 'image/png', makePng(40, 30, 9).toString('base64'));
    expect((await captured(10))?.markdown).toMatch(/\(image:/);
    await panel.paste(COMPOSER, 'text/html', '<b>half</b> a <a href="https://e.org/">thou</a>');
    await expect.poll(() => panel.valueOf(COMPOSER)).toBe(HALF);
    await lanyard.closePanel();
    panel = await lanyard.openPanel(page);
    await expect.poll(() => panel.valueOf(COMPOSER)).toBe(HALF);
  });

  it('has everything again when the browser was closed', async () => {
    await lanyard.relaunch();
    page = await lanyard.openPage(site.url('plain.html'));
    expect(await notes()).toHaveLength(10);
    const panel = await lanyard.openPanel(page);
    await panel.waitForText('second line');
    await expect.poll(() => panel.valueOf(COMPOSER)).toBe(HALF);
    await panel.press(COMPOSER, 'Enter');
    expect(await captured(11)).toMatchObject({ markdown: HALF });
    await lanyard.closePanel();
  });

  it('reads a programme from a file and takes it over', async () => {
    const recap = await lanyard.openRecap();
    await recap.locator('.event-name').click();
    await recap.locator('::-p-text(Read a programme)').click();
    const input = await recap.waitForSelector('input[type=file]');
    await (input as Awaited<ReturnType<typeof recap.$<'input[type=file]'>>>)?.uploadFile(PROGRAMME);
    await recap.waitForSelector('.programme-row');
    await recap.locator('::-p-text(Add all)').click();
    await expect
      .poll(async () => (await lanyard.stored()).sessions.map(({ title }) => title))
      .toEqual(['Keynote: brewing & building', 'Night of the long spoons']);
    await recap.close();
  });

  it('shows the post, copies it, and saves the bundle with its images', async () => {
    const recap = await lanyard.openRecap();
    await recap.waitForFunction(() => document.body.innerText.includes('half a thou'));
    expect(
      await recap.$$eval('main strong', (strong) => strong.map(({ textContent }) => textContent)),
    ).toContain('line');
    const zip = await lanyard.download(async () => {
      await recap.keyboard.down('Control');
      await recap.keyboard.press('s');
      await recap.keyboard.up('Control');
    });
    expect(zip).toMatch(/harbour-go-conf-2026\.zip$/);
    const files = readZip(readFileSync(zip));
    const post =
      files.get([...files.keys()].find((name) => name.endsWith('index.md')) ?? '')?.toString() ?? '';
    expect(post).toMatch(/^---\ntitle: /);
    expect(post).toContain('first **line**');
    const { images } = await lanyard.stored();
    expect([...files.keys()].filter((name) => name.endsWith('.png'))).toHaveLength(
      new Set(images.map(({ hash }) => hash)).size,
    );
    await recap.close();
  });

  it('keeps a copy of everything outside the database', async () => {
    const texts = (await notes()).map(({ markdown }) => markdown);
    const { images } = await lanyard.stored();
    const copy = () =>
      lanyard.observer.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const folder = await root.getDirectoryHandle('copy-of-lanyard');
        const file = await (await folder.getFileHandle('copy.json')).getFile();
        const { holdings } = JSON.parse((await file.text()).split('\n')[1] ?? '') as {
          holdings: { notes: { markdown: string }[] };
        };
        const pictures = await folder.getDirectoryHandle('images');
        const hashes: string[] = [];
        for await (const hash of pictures.keys()) hashes.push(hash);
        return { markdown: holdings.notes.map(({ markdown }) => markdown), hashes };
      });
    // At most twenty seconds behind.
    await expect
      .poll(async () => (await copy().catch(() => null))?.markdown, { timeout: 40_000 })
      .toEqual(expect.arrayContaining(texts));
    expect((await copy()).hashes).toEqual(expect.arrayContaining(images.map(({ hash }) => hash)));
  });

  it('met no error on its way', () => expect(lanyard.errors).toEqual([]));
});
