/** Words that were typed and not yet kept: they come back after closing, after a killed browser, and to their place. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const first = makeSession(event, { title: 'First talk', startsAt: at(-60), endsAt: at(-20) });
const second = makeSession(event, { title: 'Second talk', startsAt: at(-10), endsAt: at(600) });
const kept = makeNote(event, second, { markdown: 'a kept note' });
const question = makeNote(event, second, { kind: 'question', markdown: 'Why sixty-four?' });

const composer = (panel: Page): Locator => panel.getByRole('textbox', { name: /^Note for/ });
const heading = (panel: Page): Locator => panel.getByRole('heading', { level: 1 });
const card = (panel: Page, name: string): Locator => panel.getByRole('listitem', { name });

describe('drafts', () => {
  let lanyard: Lanyard;
  let site: Site;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  afterEach(async () => {
    for (const page of lanyard.context.pages()) if (/sidepanel|popup/.test(page.url())) await page.close();
  });

  const openPopup = async (): Promise<Page> =>
    lanyard.openPopup(await lanyard.openPage(site.url('plain.html')));
  const openPanel = async (): Promise<Page> => {
    const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
    await composer(panel).waitFor();
    return panel;
  };
  /** A power cut, and the browser again. */
  const cut = async (): Promise<void> => {
    // The disk has what was sent to it; what a program still holds is gone.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await lanyard.kill();
    await lanyard.launch();
  };

  it('the name of the first event', async () => {
    const popup = await openPopup();
    const name = popup.getByRole('textbox', { name: 'Name of the event' });
    await name.pressSequentially('Harbour Go');
    await popup.close();
    const again = await openPopup();
    await expect
      .poll(() => again.getByRole('textbox', { name: 'Name of the event' }).inputValue())
      .toBe('Harbour Go');
    await again.close();
    await seedStored(lanyard, { event, sessions: [first, second], notes: [kept, question] });
    // A browser that is killed would bring back the copy of that name which was cleared away just now.
    await lanyard.relaunch();
  });

  it.each([
    ['the popup was closed', async (popup: Page) => popup.close()],
    [
      'a new tab took the popup away',
      async (popup: Page) => {
        const gone = new Promise((resolve) => popup.once('close', resolve));
        await popup.evaluate(() => chrome.tabs.create({ url: 'about:blank' })).catch(() => undefined);
        await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 2000))]);
        if (!popup.isClosed()) await popup.close();
      },
    ],
    ['the browser was killed', cut],
  ])('the popup’s note, after %s', async (_how, end) => {
    const popup = await openPopup();
    const note = popup.getByRole('textbox', { name: 'Note', exact: true });
    await note.waitFor();
    await note.pressSequentially('half a thought');
    await end(popup);
    const again = await openPopup();
    const field = again.getByRole('textbox', { name: 'Note', exact: true });
    await expect.poll(() => field.inputValue()).toBe('half a thought');
    await field.fill('');
    await again.close();
    const empty = await openPopup();
    await empty.getByText('Second talk').first().waitFor({ state: 'attached' });
    expect(await empty.getByRole('textbox', { name: 'Note', exact: true }).inputValue()).toBe('');
    await empty.close();
  });

  it('the composer’s line, with what it was to be, after the panel was closed and the browser killed', async () => {
    let panel = await openPanel();
    await panel.getByRole('radio', { name: 'Quote' }).check({ force: true });
    await composer(panel).pressSequentially('A queue is a pro');
    await panel.close();
    panel = await openPanel();
    await expect.poll(() => composer(panel).inputValue()).toBe('A queue is a pro');
    await composer(panel).press('End');
    await panel.keyboard.type('mise');
    await cut();
    panel = await openPanel();
    await expect.poll(() => composer(panel).inputValue()).toBe('A queue is a promise');
    expect(await panel.getByRole('radio', { name: 'Quote' }).isChecked()).toBe(true);
    await composer(panel).press('Enter');
    await card(panel, 'A queue is a promise').waitFor();
    const { notes, drafts } = await readStored(panel);
    expect(notes.at(-1)).toMatchObject({
      kind: 'quote',
      markdown: 'A queue is a promise',
      sessionId: second.id,
    });
    expect(drafts).toEqual([]);
    await panel.close();
  });

  it('a line comes back to the session that it was begun in', async () => {
    let panel = await openPanel();
    await panel.getByRole('button', { name: 'Choose a session' }).click();
    await panel.getByRole('menuitemradio', { name: /First talk/ }).click();
    await expect.poll(() => heading(panel).innerText()).toBe('First talk');
    await composer(panel).pressSequentially('about the first talk');
    // Let go of while the line stands there: the clock would have the second.
    await panel.getByRole('button', { name: 'Follow the clock again' }).click();
    await panel.getByRole('button', { name: 'Follow the clock again' }).waitFor({ state: 'detached' });
    await composer(panel).press('End');
    await panel.keyboard.type('!');
    const place = (await readStored(panel)).drafts.find(({ target }) => target === 'composer')?.place;
    await panel.close();
    panel = await openPanel();
    await expect.poll(() => composer(panel).inputValue()).toBe('about the first talk!');
    const shown = place?.sessionId === first.id ? 'First talk' : 'Second talk';
    expect(await heading(panel).innerText()).toBe(shown);
    await composer(panel).press('Enter');
    await expect
      .poll(
        async () =>
          (await readStored(panel)).notes.find(({ markdown }) => markdown === 'about the first talk!')
            ?.sessionId,
      )
      .toBe(place?.sessionId);
    await expect.poll(() => heading(panel).innerText()).toBe('Second talk');
    await panel.close();
  });

  it('a note and an answer being edited, after a killed browser', async () => {
    let panel = await openPanel();
    await card(panel, 'a kept note').focus();
    await panel.keyboard.press('Enter');
    const note = () => panel.getByRole('textbox', { name: 'Note', exact: true });
    await note().press('End');
    await panel.keyboard.type(', and more');
    await cut();
    panel = await openPanel();
    await expect.poll(() => note().inputValue()).toBe('a kept note, and more');
    expect((await readStored(panel)).notes.find(({ id }) => id === kept.id)?.markdown).toBe('a kept note');
    await note().press('Enter');
    await card(panel, 'a kept note, and more').waitFor();

    await card(panel, 'Why sixty-four?').focus();
    await panel.keyboard.press('Enter');
    await panel.getByRole('textbox', { name: 'Answer' }).fill('It was measured');
    await panel.close();
    panel = await openPanel();
    await expect
      .poll(() => panel.getByRole('textbox', { name: 'Answer' }).inputValue())
      .toBe('It was measured');
    await panel.getByRole('textbox', { name: 'Answer' }).press('Enter');
    await panel.getByRole('definition').filter({ hasText: 'It was measured' }).waitFor();
    expect((await readStored(panel)).notes.find(({ id }) => id === question.id)).toMatchObject({
      markdown: 'Why sixty-four?',
      answer: 'It was measured',
    });
    expect((await readStored(panel)).drafts).toEqual([]);
    await panel.close();
  });

  it('keys that are faster than the stored draft lose neither it nor themselves', async () => {
    let popup = await openPopup();
    await popup.getByRole('textbox', { name: 'Note', exact: true }).pressSequentially('half a thought');
    await popup.close();
    popup = await openPopup();
    await popup.evaluate(async () => {
      const key = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true });
      document.querySelector('textarea')?.dispatchEvent(key);
    });
    await popup.getByRole('status').filter({ hasText: 'Saved to' }).waitFor();
    const { notes, drafts } = await readStored(popup);
    expect(notes.find(({ kind }) => kind === 'link')?.markdown).toBe('half a thought');
    expect(drafts).toEqual([]);

    const panel = await openPanel();
    await card(panel, 'a kept note, and more').waitFor();
    const field = await panel.evaluate(async () => {
      const noted = document.querySelector<HTMLElement>('[aria-label^="a kept note"]');
      noted?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      let area: HTMLTextAreaElement | null | undefined;
      while (!area) {
        await Promise.resolve();
        area = noted?.querySelector('textarea');
        if (!area) await new Promise((resolve) => queueMicrotask(() => setTimeout(resolve)));
      }
      area.value = 'typed at once';
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return area.value;
    });
    expect(field).toBe('typed at once');
    await panel.getByRole('textbox', { name: 'Note', exact: true }).press('Escape');
    await panel.close();
  });

  it('a session that was being named', async () => {
    let panel = await openPanel();
    await panel.getByRole('button', { name: 'New session' }).click();
    await panel.getByRole('textbox', { name: 'Title' }).fill('Unconference');
    await panel.close();
    panel = await openPanel();
    await panel.getByRole('button', { name: 'New session' }).click();
    await expect.poll(() => panel.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Unconference');
    await panel.getByRole('button', { name: 'Start session' }).click();
    await expect.poll(() => heading(panel).innerText()).toBe('Unconference');
    expect((await readStored(panel)).drafts).toEqual([]);
    await panel.close();
  });

  it('a line and Enter, right behind the Enter that begins a session, are its first note', async () => {
    const panel = await openPanel();
    await panel.getByRole('button', { name: 'New session' }).click();
    await panel.getByRole('dialog', { name: 'New session' }).waitFor();
    await panel.keyboard.type('Barcamp');
    await panel.keyboard.press('Enter');
    // Nothing is waited for.
    await panel.keyboard.type('said at once');
    await panel.keyboard.press('Enter');
    await panel.keyboard.type('and half a li');
    await card(panel, 'said at once').waitFor();
    await expect.poll(() => heading(panel).innerText()).toBe('Barcamp');
    expect(await composer(panel).inputValue()).toBe('and half a li');
    const begun = async () => {
      const { sessions, notes, drafts } = await readStored(panel);
      return {
        session: sessions.find(({ title }) => title === 'Barcamp')?.id,
        note: notes.find(({ markdown }) => markdown === 'said at once')?.sessionId,
        draft: drafts.find(({ target }) => target === 'composer')?.place?.sessionId,
      };
    };
    await expect
      .poll(async () => {
        const { session, note, draft } = await begun();
        return session !== undefined && note === session && draft === session;
      })
      .toBe(true);
    await composer(panel).fill('');
    await panel.close();
  });

  it('what the screen called kept is there after a killed browser', async () => {
    let panel = await openPanel();
    for (let index = 1; index <= 10; index += 1) {
      await composer(panel).fill(`line ${index}`);
      await composer(panel).press('Enter');
      await panel
        .getByRole('status')
        .filter({ hasText: `Note saved. ${index} so far.` })
        .waitFor({ state: 'attached' });
    }
    await lanyard.kill();
    await lanyard.launch();
    panel = await openPanel();
    const { notes } = await readStored(panel);
    expect(notes.slice(-10).map(({ markdown }) => markdown)).toEqual(
      Array.from({ length: 10 }, (_, index) => `line ${index + 1}`),
    );
    await panel.close();
  });

  it('a line typed before the first script, Enter and the next line before the store is open', async () => {
    const panel = await openPanel();
    await composer(panel).pressSequentially('half');
    await panel.close();
    const again = await lanyard.openExtensionPage('src/sidepanel/sidepanel.html');
    await composer(again).waitFor();
    // No browser puts in what it remembers of the field.
    await again.reload();
    await composer(again).waitFor();
    expect(await composer(again).inputValue()).toBe('half');
    await again.close();

    await lanyard.context.addInitScript(() => {
      if (!location.pathname.endsWith('/sidepanel.html')) return;
      document.addEventListener('readystatechange', () => {
        const field = document.querySelector('textarea');
        if (document.readyState !== 'interactive' || field === null) return;
        field.value = ' a line';
        Object.assign(globalThis, { tooEarly: field });
      });
      // Our code has run by then, and the store is not yet open.
      document.addEventListener('DOMContentLoaded', () => {
        const field = document.querySelector('textarea');
        if (field === null) return;
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
        field.value = 'the next';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    });
    const early = await lanyard.openExtensionPage('src/sidepanel/sidepanel.html');
    await composer(early).waitFor();
    await card(early, 'half a line').waitFor();
    expect(await card(early, 'half a line').count()).toBe(1);
    expect(await composer(early).inputValue()).toBe('the next');
    expect(await composer(early).evaluate((field) => field === Reflect.get(globalThis, 'tooEarly'))).toBe(
      true,
    );
    expect(await composer(early).evaluate((field) => field === document.activeElement)).toBe(true);
    const { notes, drafts } = await readStored(early);
    const note = notes.find(({ markdown }) => markdown === 'half a line');
    const draft = drafts.find(({ target }) => target === 'composer');
    expect(draft?.text).toBe('the next');
    expect(draft?.place).toEqual({ eventId: note?.eventId, sessionId: note?.sessionId });
    await composer(early).fill('');
    await early.close();
  });

  it('keys that are faster than the first script go behind the draft, in the very field they were typed into', async () => {
    let popup = await openPopup();
    await popup.getByRole('textbox', { name: 'Note', exact: true }).pressSequentially('half a thought');
    await popup.close();
    await lanyard.context.addInitScript(() => {
      const tooEarly = (): void => {
        const field = document.querySelector('textarea');
        if (document.readyState !== 'interactive' || location.protocol !== 'chrome-extension:' || !field)
          return;
        field.value = ', and more';
        Object.assign(globalThis, { tooEarly: field });
      };
      document.addEventListener('readystatechange', tooEarly);
    });
    popup = await openPopup();
    const note = popup.getByRole('textbox', { name: 'Note', exact: true });
    await note.waitFor();
    expect(await note.inputValue()).toBe('half a thought, and more');
    expect(await note.evaluate((field) => field === Reflect.get(globalThis, 'tooEarly'))).toBe(true);
    expect(await note.evaluate((field) => field === document.activeElement)).toBe(true);
    await expect.poll(async () => (await readStored(popup)).drafts[0]?.text).toBe('half a thought, and more');
    await note.fill('');
    await popup.close();
  });
});
