/** Notes edited where the post is read: by click, by keyboard, and from find and do. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { readStored, seedStored } from '../support/stored.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Small queues' });
const notes = ['A queue hides a problem', '- bounded', '- watched', 'See [it](https://q.example/)'].map(
  (markdown, index) => makeNote(event, session, { markdown, order: `a${index}` }),
);

describe('the preview', () => {
  let lanyard: Lanyard;
  let recap: Page;

  beforeAll(async () => {
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions: [session], notes });
    recap = await lanyard.openRecap();
    await recap.setViewportSize({ width: 1400, height: 900 });
    await recap.locator('.piece [data-note]').first().waitFor();
  });
  afterAll(async () => lanyard?.close());

  const passage = (text: string) => recap.locator('.piece [data-note]').filter({ hasText: text });
  const editor = () => recap.getByRole('dialog').getByRole('textbox');
  const stored = async () => (await readStored(recap)).notes.map(({ markdown }) => markdown);

  it('is edited by one click, and shows the change at once', async () => {
    await passage('A queue hides').click();
    await expect.poll(() => editor().inputValue()).toBe('A queue hides a problem');
    // Over the very words, not in the middle of the window.
    const [words, field] = await Promise.all([
      passage('A queue hides').boundingBox(),
      editor().boundingBox(),
    ]);
    expect(Math.abs((field?.x ?? 0) - (words?.x ?? 0))).toBeLessThan(4);
    expect(Math.abs((field?.y ?? 0) - (words?.y ?? 0))).toBeLessThan(8);
    await recap.keyboard.type(' until it is large');
    await recap.keyboard.press('Enter');
    await recap.getByRole('dialog').waitFor({ state: 'hidden' });
    await passage('A queue hides a problem until it is large').waitFor();
    expect(await stored()).toContain('A queue hides a problem until it is large');
  });

  it('is walked through and edited by keyboard, and keeps the focus on what was edited', async () => {
    await passage('A queue hides').focus();
    await recap.keyboard.press('ArrowDown');
    await recap.keyboard.press('ArrowDown');
    await recap.keyboard.press('Enter');
    await expect.poll(() => editor().inputValue()).toBe('- watched');
    await recap.keyboard.type(' closely');
    await recap.keyboard.press('Enter');
    await passage('watched closely').waitFor();
    await expect
      .poll(() => recap.evaluate(() => document.activeElement?.textContent?.trim()))
      .toBe('watched closely');
    expect(await stored()).toContain('- watched closely');
  });

  it('leaves the note as it was after Escape', async () => {
    await passage('bounded').click();
    await editor().waitFor();
    await recap.keyboard.type(' not at all');
    await recap.keyboard.press('Escape');
    await recap.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await stored()).toContain('- bounded');
  });

  it('opens the editor of a note that was found', async () => {
    await recap.keyboard.press('Control+k');
    await recap.getByRole('dialog', { name: 'Find and do' }).waitFor();
    await recap.keyboard.type('bounded');
    await recap.getByRole('option', { name: /^bounded/ }).waitFor();
    await recap.keyboard.press('Enter');
    await expect.poll(() => editor().inputValue()).toBe('- bounded');
    await recap.keyboard.press('Escape');
  });

  it('met no error on its way', () => {
    expect(lanyard.errors).toEqual([]);
  });
});
