/** The states with the most words on the least room, found by the words of any language. */
import type { Page } from 'playwright-core';
import type { MessageKey } from '../../../src/ui/strings.ts';
import type { Seed } from '../stored.ts';
import { BETWEEN, eventOnly, NOW, runningDay } from './records.ts';

type Say = (key: MessageKey) => string;

export interface LanguageScene {
  readonly name: string;
  /** Below `src/`. */
  readonly path: string;
  readonly size: readonly [number, number];
  /** `null`: nothing at all, as after the install. */
  readonly seed: (() => Seed) | null;
  readonly now: string;
  /** Looked at only when asked for: another scene has its faults too. */
  readonly onRequest?: true;
  /** Words stay in a field, as a draft: the next scene begins with a store of its own. */
  readonly leavesDraft?: true;
  /** Until it can be seen. */
  readonly ready: (page: Page, say: Say) => Promise<unknown>;
}

const POPUP = { path: 'popup/popup.html', size: [350, 600], now: NOW } as const;
const PANEL = { path: 'sidepanel/sidepanel.html', size: [320, 640], now: NOW } as const;
const RECAP = { path: 'recap-page/recap.html', size: [1280, 800], now: NOW } as const;
const NARROW = { ...RECAP, size: [320, 640] } as const;
const PROGRAMME = `title,speaker,room,start,end
Tides of change,Ada Wave,Lighthouse,2026-05-12T09:00,2026-05-12T09:45
Knots that hold,Bo Rope,Harbour,2026-05-12T10:10,2026-05-12T10:55
Gulls at scale,Cy Gull,Lighthouse,2026-05-12T10:10,2026-05-12T10:55
`;

const seeText = (page: Page, text: string | RegExp): Promise<void> => page.getByText(text).first().waitFor();
const NOTE = /Put a bound on every queue/;

/** Opens a dialog of the recap page by a button's name. */
const byButton =
  (key: MessageKey) =>
  async (page: Page, say: Say): Promise<void> => {
    await seeText(page, /What if the callers/);
    await page
      .getByRole('button', { name: say(key), exact: true })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button').first().waitFor();
  };

export const LANGUAGE_SCENES: readonly LanguageScene[] = [
  {
    ...POPUP,
    name: 'popup-first-run',
    onRequest: true,
    seed: null,
    ready: (page, say) => page.getByLabel(say('eventName')).waitFor(),
  },
  {
    ...PANEL,
    name: 'panel-first-run',
    seed: null,
    ready: (page, say) => page.getByLabel(say('eventName')).waitFor(),
  },
  {
    ...RECAP,
    name: 'welcome',
    onRequest: true,
    path: `${RECAP.path}#welcome`,
    seed: null,
    ready: (page, say) => seeText(page, say('shortcutsAnywhere')),
  },
  {
    ...NARROW,
    name: 'welcome-narrow',
    path: `${RECAP.path}#welcome`,
    seed: null,
    ready: (page, say) => seeText(page, say('shortcutsAnywhere')),
  },
  {
    ...RECAP,
    name: 'import',
    onRequest: true,
    path: `${RECAP.path}#welcome`,
    seed: null,
    ready: async (page, say) => {
      await page.getByRole('button', { name: say('importTitle') }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...PANEL,
    name: 'panel-empty',
    onRequest: true,
    seed: eventOnly,
    ready: (page, say) => seeText(page, say('noNotesYet')),
  },
  {
    ...RECAP,
    name: 'programme',
    path: `${RECAP.path}#programme`,
    seed: eventOnly,
    ready: async (page) => {
      await page.locator('input[type=file]').setInputFiles({
        name: 'programme.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(PROGRAMME),
      });
      await seeText(page, 'Knots that hold');
      await page.getByText('Knots that hold').first().click();
    },
  },
  {
    ...POPUP,
    name: 'popup',
    seed: runningDay,
    ready: (page, say) => seeText(page, say('lastCaptures')),
  },
  {
    ...PANEL,
    name: 'panel',
    seed: runningDay,
    ready: async (page) => {
      await seeText(page, NOTE);
      await page.locator('[data-note]').last().hover();
    },
  },
  {
    ...PANEL,
    name: 'panel-between',
    onRequest: true,
    now: BETWEEN,
    seed: runningDay,
    ready: (page) => seeText(page, NOTE),
  },
  {
    ...PANEL,
    name: 'panel-question',
    leavesDraft: true,
    seed: runningDay,
    ready: async (page, say) => {
      await seeText(page, NOTE);
      await page.getByRole('radio', { name: say('questionAndAnswer') }).check({ force: true });
      await page.locator('.composer textarea').first().fill('What does it cost?');
      await page.getByRole('textbox', { name: say('answer') }).waitFor();
    },
  },
  {
    ...PANEL,
    name: 'panel-session-form',
    seed: runningDay,
    ready: async (page, say) => {
      await seeText(page, NOTE);
      await page
        .getByRole('button', { name: say('editSession') })
        .first()
        .click();
      await page.getByRole('dialog').getByText(say('sessionRoom')).waitFor();
    },
  },
  {
    ...PANEL,
    name: 'panel-keys',
    onRequest: true,
    seed: runningDay,
    ready: async (page) => {
      await seeText(page, NOTE);
      await page.locator('[data-note]').first().focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText('Alt+Shift+K').waitFor();
    },
  },
  { ...RECAP, name: 'recap', seed: runningDay, ready: (page) => seeText(page, /What if the callers/) },
  {
    ...NARROW,
    name: 'recap-narrow',
    seed: runningDay,
    ready: (page) => seeText(page, /What if the callers/),
  },
  {
    ...RECAP,
    name: 'export-menu',
    onRequest: true,
    seed: runningDay,
    ready: async (page, say) => {
      await seeText(page, /What if the callers/);
      await page.getByRole('button', { name: say('export'), exact: true }).click();
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  { ...RECAP, name: 'event-form', onRequest: true, seed: runningDay, ready: byButton('editEvent') },
  { ...RECAP, name: 'site', seed: runningDay, ready: byButton('siteAdjust') },
  { ...RECAP, name: 'shape', onRequest: true, seed: runningDay, ready: byButton('shapeAdjust') },
  { ...RECAP, name: 'backup', seed: runningDay, ready: byButton('backup') },
];
