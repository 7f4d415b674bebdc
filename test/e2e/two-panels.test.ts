/** Two panels on one session: what one writes the other shows, and of two edits of one note both stay. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { card, composer, toast } from '../support/panel-page.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const night = makeSession(event, { title: 'Night panel' });

describe('two panels', () => {
  let lanyard: Lanyard;
  let site: Site;
  let panel: Page;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
    const notes = [makeNote(event, night, { markdown: 'jotted meanwhile' })];
    await seedStored(lanyard, { event, sessions: [night], notes });
    panel = await lanyard.openPanel(await lanyard.openPage(site.url('talk.html')));
    await composer(panel).waitFor();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const notesOf = async (sessionId: string): Promise<readonly string[]> =>
    (await readStored(panel)).notes
      .filter((note) => note.sessionId === sessionId)
      .map(({ markdown }) => markdown);
  const write = async (text: string): Promise<void> => {
    await composer(panel).focus();
    await panel.keyboard.type(text);
    await panel.keyboard.press('Enter');
  };

  it('two panels show each other’s notes at once, and of two edits of one note both stay', async () => {
    const second = await lanyard.openExtensionPage('src/sidepanel/sidepanel.html');
    await composer(second).waitFor();
    await card(second, 'jotted meanwhile').waitFor();
    await write('seen at once');
    await card(second, 'seen at once').waitFor({ timeout: 2000 });

    await card(second, 'seen at once').focus();
    await second.keyboard.press('Enter');
    const there = second.getByRole('textbox', { name: 'Note', exact: true });
    await there.fill('edited there');
    await panel.bringToFront();
    await card(panel, 'seen at once').focus();
    await panel.keyboard.press('Enter');
    const here = panel.getByRole('textbox', { name: 'Note', exact: true });
    // The words being typed there are a draft that is seen here.
    await expect.poll(() => here.inputValue()).toBe('edited there');
    await here.fill('edited here');
    await panel.keyboard.press('Enter');
    await card(panel, 'edited here').waitFor();
    await there.press('Enter');
    await toast(second, 'both versions are kept').waitFor();
    expect((await notesOf(night.id)).slice(-2)).toEqual(['edited here', 'edited there']);

    // An editor that was only opened adds nothing when the note changes elsewhere.
    await card(second, 'edited here').focus();
    await second.keyboard.press('Enter');
    await there.waitFor();
    await card(panel, 'edited here').focus();
    await panel.keyboard.press('Enter');
    await here.fill('edited again');
    await panel.keyboard.press('Enter');
    await card(panel, 'edited again').waitFor();
    await there.press('Enter');
    await card(second, 'edited again').waitFor();
    expect((await notesOf(night.id)).slice(-2)).toEqual(['edited again', 'edited there']);
    await second.close();
  });
});
