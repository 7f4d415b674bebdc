/** The first minute: one screen, a name and Enter, the panel open on it; and the sample event, in and out again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer, heading } from '../support/panel-page.ts';
import { readStored } from '../support/stored.ts';

const PANEL = /\/sidepanel\.html$/;

/** The panel that the act opens. */
const panelAfter = async (lanyard: Lanyard, act: () => Promise<unknown>): Promise<Page> => {
  const arriving = lanyard.context.waitForEvent('page', { predicate: (page) => PANEL.test(page.url()) });
  await act();
  return arriving;
};

/** By the panel's own hand, so that the browser knows that it may be opened again. */
const closePanel = async (panel: Page): Promise<void> => {
  const closed = panel.waitForEvent('close');
  await panel.evaluate(() => window.close()).catch(() => undefined);
  await closed;
};

describe('the first run', () => {
  let lanyard: Lanyard;
  let welcome: Page;

  beforeAll(async () => {
    lanyard = await launchLanyard();
    const isWelcome = (page: Page): boolean => page.url().endsWith('#welcome');
    welcome =
      lanyard.context.pages().find(isWelcome) ??
      (await lanyard.context.waitForEvent('page', { predicate: isWelcome }));
  });
  afterAll(() => lanyard?.close());

  it('says what it is and has the cursor in the one question', async () => {
    await welcome.bringToFront();
    await welcome.getByRole('heading', { level: 1, name: /become your post/ }).waitFor();
    await expect
      .poll(() =>
        welcome.getByLabel('Name of the event').evaluate((field) => field === document.activeElement),
      )
      .toBe(true);
    expect(await welcome.getByRole('listitem').count()).toBe(3);
  });

  it.each(['sidepanel/sidepanel', 'popup/popup'])(
    'begins %s with that question, no other field before it',
    async (path) => {
      const page = await lanyard.context.newPage();
      await page.addInitScript(() => {
        const seen: string[] = [];
        Object.assign(globalThis, { seen });
        const look = (): void => {
          for (const field of document.querySelectorAll('textarea, input')) {
            if (field.checkVisibility({ opacityProperty: true })) seen.push(field.localName);
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.goto(`chrome-extension://${lanyard.extensionId}/src/${path}.html`);
      await page.getByLabel('Name of the event').waitFor();
      await expect.poll(() => page.evaluate(() => String(Reflect.get(globalThis, 'seen')[0]))).toBe('input');
      expect(await page.evaluate(() => Reflect.get(globalThis, 'seen').includes('textarea'))).toBe(false);
      await page.close();
    },
  );

  it('loads the sample with the panel on its running session, and the post beside it', async () => {
    const panel = await panelAfter(lanyard, () =>
      welcome.getByRole('button', { name: /sample event/ }).click(),
    );
    await heading(panel).filter({ hasText: 'Small queues, calm services' }).waitFor();
    await panel.getByText(/min left$/).waitFor();
    await panel.locator('[data-note] img').waitFor();
    await welcome.getByRole('heading', { name: 'Boring is a feature' }).first().waitFor();
    const picture = welcome.locator('.prose img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(960);
    const stored = await readStored(welcome);
    expect(stored.sessions).toHaveLength(4);
    await closePanel(panel);
  });

  it('removes the sample in one action, takes that back, and removes it again', async () => {
    await welcome.getByRole('button', { name: 'Remove the sample' }).click();
    await welcome.getByLabel('Name of the event').waitFor();
    const gone = await readStored(welcome);
    expect([gone.events, gone.sessions, gone.notes, gone.images]).toEqual([[], [], [], []]);
    await welcome.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await welcome.getByRole('button', { name: 'Remove the sample' }).click();
    await welcome.getByLabel('Name of the event').waitFor();
    expect((await readStored(welcome)).notes).toEqual([]);
  });

  it('makes the first event with its name and Enter, and opens the panel on it', async () => {
    await welcome.getByLabel('Name of the event').fill('Harbour Go Conf');
    const panel = await panelAfter(lanyard, () => welcome.keyboard.press('Enter'));
    await panel.getByRole('button', { name: 'Event: Harbour Go Conf' }).waitFor();
    await expect.poll(() => composer(panel).evaluate((field) => field === document.activeElement)).toBe(true);
    await welcome.getByRole('heading', { name: 'Your recap begins here' }).waitFor();
    await closePanel(panel);
  });

  it('met no error', () => {
    expect(lanyard.errors).toEqual([]);
  });
});
