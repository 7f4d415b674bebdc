/** The recap page, in every state. */
import type { Page } from 'playwright-core';
import { eventOnly, longTitles, manyNotes, rightToLeft, runningDay } from './records.ts';
import { dialog, littleRoom, noStore, type Scene, see } from './scene.ts';

/** A dialog of the card “Site”; in a narrow page the card is in the drawer. */
const siteDialog = (button: string) => async (page: Page) => {
  await see(/What if the callers/)(page);
  const details = page.getByRole('button', { name: /^Details/ });
  if (await details.isVisible()) await details.click();
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('dialog').getByRole('button').first().waitFor();
};

export const RECAP_SCENES: readonly Scene[] = [
  {
    name: 'recap-welcome',
    forced: true,
    surface: 'recap',
    seed: null,
    hash: '#welcome',
    ready: see('On any page'),
  },
  {
    name: 'recap-welcome-narrow',
    surface: 'recap',
    seed: null,
    hash: '#welcome',
    width: 400,
    height: 900,
    ready: see('On any page'),
  },
  { name: 'recap-empty', surface: 'recap', seed: eventOnly, ready: see('Your recap begins here') },
  {
    name: 'recap-running',
    forced: true,
    surface: 'recap',
    seed: runningDay,
    ready: see(/What if the callers/),
  },
  {
    name: 'recap-source',
    surface: 'recap',
    seed: runningDay,
    ready: async (page) => {
      await page.getByRole('tab', { name: 'Markdown' }).click();
      await see(/What if the callers/)(page);
    },
  },
  {
    name: 'recap-little-room',
    surface: 'recap',
    seed: runningDay,
    before: littleRoom,
    ready: see(/^Only 95 MB left/),
  },
  { name: 'recap-many', surface: 'recap', seed: manyNotes, ready: see(/Line 1:/) },
  { name: 'recap-long', surface: 'recap', seed: longTitles, ready: see(/NumGoroutine/) },
  { name: 'recap-rtl', surface: 'recap', seed: rightToLeft, ready: see(/English line/) },
  {
    name: 'recap-narrow',
    surface: 'recap',
    seed: runningDay,
    width: 400,
    height: 800,
    ready: see(/What if the callers/),
  },
  {
    name: 'recap-drawer',
    surface: 'recap',
    seed: runningDay,
    width: 1000,
    ready: async (page) => {
      await see(/What if the callers/)(page);
      await page.getByRole('button', { name: /^Details/ }).click();
      await see('Front matter')(page);
    },
  },
  {
    name: 'recap-export-menu',
    surface: 'recap',
    seed: runningDay,
    ready: async (page) => {
      await see(/What if the callers/)(page);
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'recap-shortcuts',
    surface: 'recap',
    seed: runningDay,
    ready: dialog(
      (page) => page.getByRole('button', { name: 'Keyboard shortcuts' }).click(),
      'Keyboard shortcuts',
    ),
  },
  {
    name: 'recap-event-form',
    surface: 'recap',
    seed: runningDay,
    ready: dialog((page) => page.getByRole('button', { name: 'Edit event' }).click(), 'Edit event'),
  },
  {
    name: 'recap-no-store',
    surface: 'recap',
    seed: null,
    before: noStore,
    ready: see(/couldn’t be opened/),
  },
  {
    name: 'recap-palette',
    forced: true,
    surface: 'recap',
    seed: runningDay,
    ready: dialog(async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('queue');
      await page.locator('mark').first().waitFor();
    }, 'Find and do'),
  },
  {
    name: 'recap-note-edited',
    leavesDraft: true,
    forced: true,
    surface: 'recap',
    seed: runningDay,
    ready: async (page) => {
      await page.locator('.piece [data-note]').filter({ hasText: 'Delete a dependency' }).first().click();
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  },
  {
    name: 'recap-backup',
    notCompared: true,
    forced: true,
    surface: 'recap',
    seed: runningDay,
    ready: dialog((page) => page.getByRole('button', { name: 'Backup', exact: true }).click(), 'Backup'),
  },
  {
    name: 'recap-backup-refused',
    notCompared: true,
    surface: 'recap',
    seed: runningDay,
    ready: async (page) => {
      await see(/What if the callers/)(page);
      await page.getByRole('button', { name: 'Backup', exact: true }).click();
      await page
        .getByLabel('Choose a backup…')
        .last()
        .setInputFiles({ name: 'holiday.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
      await page.getByRole('dialog').getByRole('alert').waitFor();
    },
  },
  {
    name: 'recap-import',
    surface: 'recap',
    seed: null,
    hash: '#welcome',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Import a post…' }).click();
      await page.getByRole('dialog', { name: 'Import a post' }).waitFor();
    },
  },
  {
    name: 'recap-import-refused',
    surface: 'recap',
    seed: null,
    hash: '#welcome',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Import a post…' }).click();
      const dialogue = page.getByRole('dialog', { name: 'Import a post' });
      await dialogue
        .getByLabel('Choose a file', { exact: true })
        .last()
        .setInputFiles({ name: 'empty.md', mimeType: 'text/markdown', buffer: Buffer.alloc(0) });
      await dialogue.getByRole('alert').waitFor();
    },
  },
  {
    name: 'recap-site',
    surface: 'recap',
    seed: runningDay,
    ready: siteDialog('Adjust…'),
  },
  {
    name: 'recap-shape',
    surface: 'recap',
    seed: runningDay,
    ready: siteDialog('Wording…'),
  },
  {
    name: 'recap-import-narrow',
    surface: 'recap',
    seed: null,
    hash: '#welcome',
    width: 320,
    height: 640,
    ready: async (page) => {
      await page.getByRole('button', { name: 'Import a post…' }).click();
      await page.getByRole('dialog', { name: 'Import a post' }).waitFor();
    },
  },
  {
    name: 'recap-site-narrow',
    surface: 'recap',
    seed: runningDay,
    width: 320,
    height: 640,
    ready: siteDialog('Adjust…'),
  },
  {
    name: 'recap-shape-narrow',
    surface: 'recap',
    seed: runningDay,
    width: 320,
    height: 640,
    ready: siteDialog('Wording…'),
  },
  {
    name: 'recap-folder-narrow',
    surface: 'recap',
    seed: runningDay,
    width: 320,
    height: 640,
    ready: async (page) => {
      await see(/What if the callers/)(page);
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page.getByRole('menuitem', { name: /site’s folder/ }).click();
      await page.getByRole('dialog').getByRole('button').first().waitFor();
    },
  },
];
