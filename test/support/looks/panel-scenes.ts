/** The side panel, in every state. */
import type { Page } from 'playwright-core';
import { until } from '../until.ts';
import { BETWEEN, eventOnly, longTitles, manyNotes, rightToLeft, runningDay } from './records.ts';
import { dialog, littleRoom, noStore, refuseWrites, type Scene, see, seeField } from './scene.ts';

const dropSvg = async (page: Page): Promise<void> => {
  await see('Small queues, calm services')(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'diagram.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.getByRole('alert').getByText(/SVG/).waitFor();
};

export const PANEL_SCENES: readonly Scene[] = [
  { name: 'panel-first-run', surface: 'panel', seed: null, ready: seeField('Name of the event') },
  { name: 'panel-empty', surface: 'panel', seed: eventOnly, ready: see('No notes yet') },
  {
    name: 'panel-running',
    forced: true,
    surface: 'panel',
    seed: runningDay,
    ready: see(/Put a bound on every queue/),
  },
  {
    name: 'panel-note-pointed',
    forced: true,
    surface: 'panel',
    seed: runningDay,
    ready: async (page) => {
      // The list stays at its end while the slide comes in.
      await page
        .locator('[data-note] img')
        .first()
        .evaluate((slide: HTMLImageElement) => slide.decode());
      // … also behind it: what was pointed at may have gone from under the pointer.
      const note = page.locator('[data-note]').first();
      await until('the tools of the note', 20_000, async () => {
        await note.hover();
        return (await note.getByRole('button', { name: /^Edit: / }).isVisible()) || undefined;
      });
    },
  },
  {
    name: 'panel-note-edited',
    leavesDraft: true,
    surface: 'panel',
    seed: runningDay,
    ready: async (page) => {
      await page.locator('[data-note]').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.editor textarea').waitFor();
    },
  },
  {
    name: 'panel-question',
    leavesDraft: true,
    forced: true,
    surface: 'panel',
    seed: runningDay,
    ready: async (page) => {
      await see(/Put a bound/)(page);
      await page.getByRole('radio', { name: 'Question and answer' }).check({ force: true });
      await page.getByRole('textbox', { name: /^Note for/ }).fill('What does it cost?');
      await page.getByRole('textbox', { name: 'Answer' }).waitFor();
    },
  },
  {
    name: 'panel-between',
    surface: 'panel',
    seed: runningDay,
    now: BETWEEN,
    ready: see(/Put a bound on every queue/),
  },
  {
    name: 'panel-little-room',
    surface: 'panel',
    seed: runningDay,
    before: littleRoom,
    ready: see(/^Only 95 MB left/),
  },
  { name: 'panel-many', surface: 'panel', seed: manyNotes, ready: see(/Line 200/) },
  { name: 'panel-long', surface: 'panel', seed: longTitles, width: 320, ready: see(/NumGoroutine/) },
  { name: 'panel-rtl', surface: 'panel', seed: rightToLeft, ready: see(/English line/) },
  { name: 'panel-error', surface: 'panel', seed: runningDay, ready: dropSvg },
  {
    name: 'panel-no-store',
    surface: 'panel',
    seed: null,
    before: noStore,
    ready: see(/couldn’t be opened/),
  },
  {
    name: 'panel-palette',
    surface: 'panel',
    seed: runningDay,
    ready: dialog(async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('queue');
      await page.locator('mark').first().waitFor();
    }, 'Find and do'),
  },
  {
    name: 'panel-session-form',
    surface: 'panel',
    seed: runningDay,
    ready: dialog((page) => page.getByRole('button', { name: /^Edit session/ }).click(), 'Edit session'),
  },
  {
    name: 'panel-event-menu',
    forced: true,
    surface: 'panel',
    seed: runningDay,
    ready: async (page) => {
      await page.getByRole('button', { name: /^Event:/ }).click();
      await page.getByRole('menuitem', { name: 'New event' }).waitFor();
    },
  },
  {
    name: 'panel-shortcuts',
    surface: 'panel',
    seed: runningDay,
    ready: dialog(async (page) => {
      await page.locator('[data-note]').first().focus();
      await page.keyboard.press('?');
    }, 'Keyboard shortcuts'),
  },
  {
    name: 'panel-completion',
    leavesDraft: true,
    forced: true,
    surface: 'panel',
    seed: runningDay,
    ready: async (page) => {
      await see(/Put a bound/)(page);
      await page.getByRole('textbox', { name: /^Note for/ }).pressSequentially('see [[sma');
      await page.getByRole('listbox', { name: 'Clips of this event' }).getByRole('option').first().waitFor();
    },
  },
  {
    name: 'panel-not-saved',
    leavesDraft: true,
    surface: 'panel',
    seed: runningDay,
    ready: async (page) => {
      await see(/Put a bound/)(page);
      await refuseWrites(page);
      await page.getByRole('textbox', { name: /^Note for/ }).fill('A line that finds no room');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    },
  },
];
