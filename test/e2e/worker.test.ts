/** Captures without a surface: context menu, commands, omnibox; the worker is asleep before each, and each is confirmed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, type StoredNote, seedStored } from '../support/stored.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, {
  title: 'Small queues',
  startsAt: new Date(Date.now() - 60_000).toISOString(),
});

interface Badge {
  readonly text: string;
  readonly title: string;
}

describe('captures of the worker', () => {
  let lanyard: Lanyard;
  let site: Site;

  beforeAll(async () => {
    site = await serveSite({
      '/hostile.html': `<!doctype html><title>A\u0007 <b>& "title" \u202e</title><link rel="icon" href="data:,">
        <img id="picture" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E">`,
    });
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions: [session] });
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const badge = async (): Promise<Badge> =>
    (await lanyard.worker()).evaluate(async () => ({
      text: await chrome.action.getBadgeText({}),
      title: await chrome.action.getTitle({}),
    }));
  /** What the button says once the capture has ended. */
  const confirmation = async (): Promise<Badge> => {
    await expect.poll(async () => (await badge()).text, { timeout: 8000 }).toMatch(/[✓!]/);
    return badge();
  };
  /** Takes the confirmation off the button, as a few seconds do. */
  const reset = async (): Promise<void> =>
    (await lanyard.worker()).evaluate(async () => {
      await chrome.action.setBadgeText({ text: '' });
      await chrome.action.setTitle({ title: '' });
    });
  const last = async (): Promise<StoredNote | undefined> => {
    const { notes } = await readStored(await lanyard.worker());
    return [...notes].sort((left, right) => (left.id < right.id ? -1 : 1)).at(-1);
  };
  const select = (page: Page, selector: string): Promise<void> =>
    page.evaluate((chosen) => {
      const element = document.querySelector(chosen);
      if (element !== null) getSelection()?.selectAllChildren(element);
    }, selector);

  it('clips the page by menu', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    await (await lanyard.worker()).evaluate(() => Object.assign(globalThis, { awake: true }));
    await lanyard.stopWorker();
    await lanyard.clickMenu('clip-page', page);
    expect(await (await lanyard.worker()).evaluate(() => 'awake' in globalThis)).toBe(false);
    expect(await confirmation()).toEqual({ text: '✓', title: 'Saved to “Small queues”.' });
    expect(await last()).toMatchObject({
      kind: 'link',
      url: site.url('talk.html'),
      title: 'Small queues, calm services',
      sessionId: session.id,
    });
    await expect.poll(async () => (await badge()).text, { timeout: 8000 }).toBe('');
    expect((await badge()).title).not.toContain('Saved');
    await page.close();
  });

  it('clips the page by command, and makes no twin of it nor touches its title', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    await lanyard.stopWorker();
    await lanyard.runCommand('clip-page', page);
    expect((await confirmation()).title).toBe('This link is already in “Small queues”.');
    expect((await readStored(await lanyard.worker())).notes).toHaveLength(1);
    await page.close();
    await reset();
  });

  it('clips the selection by menu, with its table and its picture', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    await select(page, 'article');
    await lanyard.stopWorker();
    await lanyard.clickMenu('clip-selection', page, { selectionText: 'Small queues' });
    expect((await confirmation()).text).toBe('✓');
    const note = await last();
    const { images } = await readStored(await lanyard.worker());
    expect(note?.kind).toBe('selection');
    expect(note?.markdown).toContain('| 64 slots |');
    expect(note?.markdown).toContain(`(image:${images[0]?.id})`);
    await page.close();
    await reset();
  });

  it('clips a link of the page without opening it', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    await lanyard.stopWorker();
    await lanyard.clickMenu('clip-link', page, { linkUrl: site.url('repo.html') });
    expect((await confirmation()).text).toBe('✓');
    const note = await last();
    expect(note).toMatchObject({ kind: 'link', url: site.url('repo.html'), sessionId: session.id });
    expect(note?.title).not.toBe('');
    expect(lanyard.requests.filter((url) => url.endsWith('repo.html'))).toEqual([]);
    await page.close();
    await reset();
  });

  it('stores an image of the page', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    await lanyard.stopWorker();
    const srcUrl = await page.locator('#picture').evaluate((image: HTMLImageElement) => image.src);
    await lanyard.clickMenu('clip-image', page, { mediaType: 'image', srcUrl });
    expect((await confirmation()).text).toBe('✓');
    const { images, blobs } = await readStored(await lanyard.worker());
    const image = images.at(-1);
    expect(image).toMatchObject({ width: 640, height: 360, type: 'image/png', sourceUrl: srcUrl });
    expect((await last())?.markdown).toBe(`![Latency before and after the limit](image:${image?.id})`);
    expect(blobs.map(({ hash }) => hash)).toContain(image?.hash);
    await page.close();
    await reset();
  });

  it('keeps the address of an image that its origin does not share, and says so', async () => {
    const page = await lanyard.openPage(site.url('other-origin.html'));
    await lanyard.stopWorker();
    const srcUrl = `${site.otherOrigin}/images/320x180-7.png`;
    await lanyard.clickMenu('clip-image', page, { mediaType: 'image', srcUrl });
    expect((await confirmation()).title).toContain(
      'The page doesn’t share this image, so it stays linked by address.',
    );
    expect((await last())?.markdown).toContain(`](<${srcUrl}>)`);
    await page.close();
    await reset();
  });

  it('refuses an image that is neither stored nor an address, and says so', async () => {
    const page = await lanyard.openPage(site.url('hostile.html'));
    await lanyard.stopWorker();
    const before = (await readStored(await lanyard.openExtensionPage('src/sidepanel/sidepanel.html'))).notes
      .length;
    const srcUrl = await page.locator('#picture').evaluate((image: HTMLImageElement) => image.src);
    await page.bringToFront();
    await lanyard.clickMenu('clip-image', page, { mediaType: 'image', srcUrl });
    expect((await confirmation()).text).toBe('!');
    expect((await readStored(await lanyard.worker())).notes).toHaveLength(before);
    await page.close();
    await reset();
  });

  it('takes a screenshot of what the tab shows', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    await lanyard.stopWorker();
    await lanyard.runCommand('take-screenshot', page);
    expect((await confirmation()).text).toBe('✓');
    const { images } = await readStored(await lanyard.worker());
    const size = await page.evaluate(() => [innerWidth * devicePixelRatio, innerHeight * devicePixelRatio]);
    expect([images.at(-1)?.width, images.at(-1)?.height]).toEqual(size);
    expect((await last())?.markdown).toBe(`![Small queues, calm services](image:${images.at(-1)?.id})`);
    await page.close();
    await reset();
  });

  it('says that a page of the browser cannot be clipped', async () => {
    const page = await lanyard.openPage('chrome://version/');
    const before = (await readStored(await lanyard.worker())).notes.length;
    await lanyard.stopWorker();
    await lanyard.runCommand('clip-page', page);
    expect(await confirmation()).toEqual({
      text: '!',
      title: 'The browser doesn’t let extensions read this page.',
    });
    expect((await readStored(await lanyard.worker())).notes).toHaveLength(before);
    await page.close();
    await reset();
  });

  it('keeps a line of the omnibox, and tells an open panel of each capture', async () => {
    const page = await lanyard.openPage(site.url('plain.html'));
    const panel = await lanyard.openPanel(page);
    await panel.getByRole('heading', { name: 'Small queues', exact: true }).waitFor();
    await lanyard.stopWorker();
    // Anything wakes it; the line itself is an event that only the address bar sends.
    await lanyard.clickMenu('clip-page', page);
    await panel.getByRole('status').filter({ hasText: 'Saved to “Small queues”.' }).first().waitFor();
    await panel.getByRole('listitem', { name: 'Slides: small queues' }).waitFor();
    const worker = await lanyard.worker();
    await worker.evaluate(() => {
      const event = chrome.omnibox.onInputEntered as unknown as { dispatch(...args: unknown[]): void };
      event.dispatch('  a line & <b>more</b>  ', 'currentTab');
    });
    await panel.getByRole('listitem', { name: /a line/ }).waitFor();
    expect(await last()).toMatchObject({
      kind: 'text',
      markdown: 'a line & <b>more</b>',
      sessionId: session.id,
    });
    await worker.evaluate(() => {
      const event = chrome.omnibox.onInputEntered as unknown as { dispatch(...args: unknown[]): void };
      event.dispatch('   ', 'currentTab');
    });
    await panel.getByRole('status').filter({ hasText: 'Empty note' }).first().waitFor();
    await panel.close();
    await page.close();
    await reset();
  });

  it('captures go to the inbox while there is no event', async () => {
    await (await lanyard.worker()).evaluate(async () => {
      const open = indexedDB.open('lanyard');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const transaction = open.result.transaction('settings', 'readwrite');
      transaction.objectStore('settings').clear();
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      open.result.close();
    });
    const page = await lanyard.openPage(site.url('korean.html'));
    await lanyard.stopWorker();
    await lanyard.runCommand('clip-page', page);
    expect((await confirmation()).title).toBe('Saved to “Inbox”.');
    expect(await last()).toMatchObject({ eventId: null, sessionId: null, source: { author: '서미나' } });
    await page.close();
  });
});
