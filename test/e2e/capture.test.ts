/** Captures through the popup, as a person makes them: what the screen says, and what is on disk afterwards. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';

const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n';
const PICTURES = `<!doctype html><title>Pictures</title><link rel="icon" href="data:,">
  <p id="both">Here <img src="/images/40x30-1.png" alt="ours"> and <img src="{{OTHER}}/images/40x30-2.png" alt="theirs"></p>`;

const note = (popup: Page) => popup.getByRole('textbox', { name: 'Note' });
const saved = (popup: Page) => popup.getByRole('status').filter({ hasText: /Saved to/ });
const closed = (page: Page): Promise<void> =>
  page.isClosed() ? Promise.resolve() : new Promise((resolve) => page.once('close', () => resolve()));

/** Selects what is inside an element, as a mouse would. */
const select = (page: Page, selector: string): Promise<void> =>
  page.evaluate((chosen) => {
    const element = document.querySelector(chosen);
    if (element !== null) getSelection()?.selectAllChildren(element);
  }, selector);

describe('the popup', () => {
  let lanyard: Lanyard;
  let site: Site;

  beforeAll(async () => {
    site = await serveSite({
      '/slides.pdf': PDF,
      '/one.html': '<!doctype html><title>One</title><link rel="icon" href="data:,">one',
      '/two.html': '<!doctype html><title>Two</title><link rel="icon" href="data:,">two',
    });
    lanyard = await launchLanyard();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  /** Clips the page with the note in the field, by keyboard, and waits until the popup is gone. */
  const clip = async (popup: Page, remark = ''): Promise<void> => {
    await note(popup).pressSequentially(remark);
    const gone = closed(popup);
    await popup.keyboard.press('Control+Enter');
    await saved(popup).waitFor();
    await gone;
  };
  const stored = async () => {
    const page = await lanyard.openExtensionPage('src/recap-page/recap.html');
    const found = await readStored(page);
    await page.close();
    return found;
  };

  it('asks for a name and nothing else, and makes the event of it', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    const popup = await lanyard.openPopup(page);
    const name = popup.getByRole('textbox', { name: 'Name of the event' });
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await popup.getByRole('textbox').count()).toBe(1);
    await popup.keyboard.press('Enter');
    expect(await popup.getByRole('button', { name: 'Start taking notes' }).isDisabled()).toBe(true);
    await popup.keyboard.type('  Harbour Go Conf 2026 ');
    await popup.keyboard.press('Enter');
    await expect.poll(() => note(popup).evaluate((field) => field === document.activeElement)).toBe(true);
    const { events, settings } = await readStored(popup);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ name: 'Harbour Go Conf 2026', language: 'en' });
    expect(events[0]?.timeZone).toBe(
      await popup.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
    );
    expect(settings?.currentEventId).toBe(events[0]?.id);
    await popup.close();
  });

  it('clips title, canonical address, site, author and date, with the remark and the kind', async () => {
    const page = await lanyard.openPage(`${site.url('talk.html')}?utm_source=mail`);
    const popup = await lanyard.openPopup(page);
    const title = popup.getByRole('textbox', { name: 'Title of the link' });
    await expect.poll(() => title.inputValue()).toBe('Small queues, calm services');
    expect(await popup.getByText('Harbour Go Conf · Mina Seo · 2026-09-05').isVisible()).toBe(true);
    await title.fill('Small queues (Mina Seo)');
    await popup.getByRole('radio', { name: 'Slides' }).check({ force: true });
    await note(popup).focus();
    await clip(popup, 'Say no early.');
    const { notes, drafts } = await stored();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({
      kind: 'link',
      url: site.url('talk.html'),
      title: 'Small queues (Mina Seo)',
      linkKind: 'slides',
      markdown: 'Say no early.',
      source: {
        url: site.url('talk.html'),
        site: 'Harbour Go Conf',
        author: 'Mina Seo',
        publishedOn: '2026-09-05T09:00:00+09:00',
      },
    });
    expect(drafts).toEqual([]);
    await page.close();
  });

  it('shows the clip that is there already, adds to it, and makes no twin', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    const popup = await lanyard.openPopup(page);
    await popup.getByText('You’ve already clipped this page here').waitFor();
    expect(await popup.getByRole('textbox', { name: 'Title of the link' }).inputValue()).toBe(
      'Small queues (Mina Seo)',
    );
    expect(await popup.getByRole('radio', { name: 'Slides' }).isChecked()).toBe(true);
    await popup.getByRole('button', { name: /Update clip/ }).waitFor();
    await clip(popup, 'Look at the limiter.');
    const { notes } = await stored();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({
      title: 'Small queues (Mina Seo)',
      linkKind: 'slides',
      markdown: 'Say no early.\n\nLook at the limiter.',
    });
    await page.close();
  });

  it('makes a second clip of an address when asked to', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    const popup = await lanyard.openPopup(page);
    const gone = closed(popup);
    await popup.getByRole('button', { name: 'Clip again' }).click();
    await saved(popup).waitFor();
    await gone;
    const { notes } = await stored();
    expect(notes.map(({ url }) => url)).toEqual([site.url('talk.html'), site.url('talk.html')]);
    await page.close();
  });

  it('keeps just the note with Ctrl+Shift+Enter', async () => {
    const page = await lanyard.openPage(site.url('plain.html'));
    const popup = await lanyard.openPopup(page);
    await note(popup).pressSequentially('Only a thought.');
    const gone = closed(popup);
    await popup.keyboard.press('Control+Shift+Enter');
    await saved(popup).waitFor();
    await gone;
    const { notes } = await stored();
    expect(notes.at(-1)).toMatchObject({ kind: 'text', markdown: 'Only a thought.', source: null });
    expect(notes).toHaveLength(3);
    await page.close();
  });

  it('lists the last captures and takes one back', async () => {
    const page = await lanyard.openPage(site.url('plain.html'));
    const popup = await lanyard.openPopup(page);
    const captures = popup.getByRole('region', { name: 'Last captures' }).getByRole('listitem');
    await expect
      .poll(() => captures.allInnerTexts())
      .toEqual(['Only a thought.', 'Small queues, calm services', 'Small queues (Mina Seo)']);
    await popup.getByRole('button', { name: 'Undo: Only a thought.' }).click();
    await popup.getByText('Capture undone.').waitFor();
    await expect.poll(() => captures.count()).toBe(2);
    expect((await readStored(popup)).notes.map(({ kind }) => kind)).toEqual(['link', 'link']);
    await popup.close();
    await page.close();
  });

  it('turns the selection into Markdown and keeps its picture', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    await select(page, 'article');
    const popup = await lanyard.openPopup(page);
    await popup.getByRole('checkbox', { name: /Small queues, calm services/ }).waitFor();
    await clip(popup, 'All of it.');
    const { notes, images, blobs } = await stored();
    const [selection, remark] = notes.slice(-2);
    expect(remark).toMatchObject({ kind: 'text', markdown: 'All of it.' });
    expect(selection?.kind).toBe('selection');
    expect(selection?.source?.url).toBe(site.url('talk.html'));
    const markdown = selection?.markdown ?? '';
    expect(markdown).toContain('**a limit**');
    expect(markdown).toContain(`(${site.url('repo.html')})`);
    expect(markdown).toContain('```go\nfunc (l *Limiter) Do(');
    expect(markdown).toMatch(/\| 64 slots \|\s+11 ms \|\s+38 ms \|/);
    expect(markdown).toContain('> A queue is a promise');
    expect(images).toHaveLength(1);
    expect(images[0]).toMatchObject({ type: 'image/png', width: 640, height: 360 });
    expect(markdown).toContain(`![Latency before and after the limit](image:${images[0]?.id})`);
    expect(blobs.map(({ hash }) => hash)).toEqual([images[0]?.hash]);
    expect(blobs[0]?.size).toBe(images[0]?.bytes);
    await page.close();
  });

  it('says how many pictures of the selection could not be read; their addresses are kept', async () => {
    const page = await lanyard.openPage(site.url('one.html'));
    await page.setContent(PICTURES.replace('{{OTHER}}', site.otherOrigin));
    await select(page, '#both');
    const popup = await lanyard.openPopup(page);
    await popup.getByRole('checkbox').first().waitFor();
    await note(popup).focus();
    const gone = closed(popup);
    await popup.keyboard.press('Control+Enter');
    await popup.getByText('Images that couldn’t be read: 1.').waitFor();
    await gone;
    const { notes, images } = await stored();
    expect(notes.at(-1)?.markdown).toContain(`![ours](image:${images.at(-1)?.id})`);
    expect(notes.at(-1)?.markdown).toContain(`![theirs](${site.otherOrigin}/images/40x30-2.png)`);
    await page.close();
  });

  it('clips title and address of a PDF, and says what is missing', async () => {
    const page = await lanyard.openPage(site.url('one.html'));
    // Playwright takes a PDF in the browser's viewer for a download; the tab shows it all the same.
    await page.evaluate(() => location.assign('/slides.pdf')).catch(() => undefined);
    await expect.poll(() => page.url()).toBe(site.url('slides.pdf'));
    const popup = await lanyard.openPopup(page);
    await popup.getByText('only its title and address are saved').waitFor();
    await clip(popup, 'p. 12');
    const clipped = (await stored()).notes.find(({ url }) => url === site.url('slides.pdf'));
    expect(clipped).toMatchObject({ kind: 'link', markdown: 'p. 12' });
    expect(clipped?.title).toMatch(/slides\.pdf/);
    await page.close();
  });

  it('says that a page of the browser gives not even its address, and keeps the note', async () => {
    const page = await lanyard.openPage('chrome://version/');
    const popup = await lanyard.openPopup(page);
    await popup.getByText('even its address').waitFor();
    await note(popup).focus();
    await popup.keyboard.press('Control+Enter');
    await popup
      .getByRole('alert')
      .filter({ hasText: 'The browser doesn’t let extensions read this page' })
      .waitFor();
    await clip(popup, 'seen in the settings');
    const { notes } = await stored();
    expect(notes.at(-1)).toMatchObject({ kind: 'text', markdown: 'seen in the settings' });
    expect(notes.filter(({ url }) => url === '')).toEqual([]);
    await page.close();
  });

  it('chooses a session, holds it, and lets go of it', async () => {
    const event = makeEvent({ name: 'Harbour Go Conf 2026', timeZone: 'Asia/Seoul' });
    const now = Date.now();
    const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
    const running = makeSession(event, { title: 'Running talk', startsAt: at(-5), endsAt: at(30) });
    const later = makeSession(event, { title: 'Later talk', startsAt: at(60), endsAt: at(90) });
    await seedStored(lanyard, { event, sessions: [running, later] });
    const page = await lanyard.openPage(site.url('one.html'));
    let popup = await lanyard.openPopup(page);
    const target = () => popup.getByRole('combobox', { name: 'Session that captures go to' });
    await expect.poll(() => target().inputValue()).toBe(running.id);
    expect(await target().getByRole('option').allInnerTexts()).toEqual([
      'Harbour Go Conf 2026 · Overview',
      'Running talk',
      'Later talk',
    ]);
    await target().selectOption({ label: 'Later talk' });
    await popup.getByRole('button', { name: 'Follow the clock again' }).waitFor();
    await note(popup).focus();
    await clip(popup);
    popup = await lanyard.openPopup(page);
    await expect.poll(() => target().inputValue()).toBe(later.id);
    await popup.getByRole('button', { name: 'Follow the clock again' }).click();
    await expect.poll(() => target().inputValue()).toBe(running.id);
    // Another session has no clip of this address: no question is asked.
    await note(popup).focus();
    await clip(popup);
    const { notes, settings } = await stored();
    expect(settings?.heldSession).toBe(null);
    expect(notes.map(({ sessionId, url }) => [sessionId, url])).toEqual(
      expect.arrayContaining([
        [later.id, site.url('one.html')],
        [running.id, site.url('one.html')],
      ]),
    );
    await page.close();
  });

  it('clips a page whose end is still to come, and the link is there at once', async () => {
    const { createServer } = await import('node:http');
    const slow = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(
        `<!doctype html><title>Slow page</title><link rel="icon" href="data:,"><p>${'x'.repeat(2000)}`,
      );
    });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const { port } = slow.address() as { port: number };
    const page = await lanyard.context.newPage();
    await page.goto(`http://localhost:${port}/`, { waitUntil: 'commit' });
    const popup = await lanyard.openPopup(page);
    await popup.getByText(`localhost`).waitFor({ timeout: 3000 });
    await clip(popup, 'while it loads');
    const { notes } = await stored();
    expect(notes.find(({ markdown }) => markdown === 'while it loads')).toMatchObject({
      kind: 'link',
      title: 'Slow page',
      url: `http://localhost:${port}/`,
    });
    await page.close();
    slow.closeAllConnections();
    slow.close();
  });

  it('clips the link also when Ctrl+Enter comes before the page was read', async () => {
    const page = await lanyard.openPage(site.url('two.html'));
    const popup = await lanyard.openPopup(page);
    await popup.evaluate(() => {
      const field = document.querySelector('textarea');
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
    });
    await saved(popup).waitFor();
    await closed(popup);
    expect((await stored()).notes.some(({ url }) => url === site.url('two.html'))).toBe(true);
    await page.close();
  });

  it('met no error on its way', () => {
    // The page's own fetch of a picture that another origin does not share, and the refusal above.
    const ours = lanyard.errors.filter(
      (line) => !/CORS policy|ERR_FAILED|page-not-readable|favicon/.test(line),
    );
    expect(ours).toEqual([]);
  });
});
