/** The popup, in every state. */
import { BETWEEN, longTitles, rightToLeft, runningDay } from './records.ts';
import { noStore, refuseWrites, type Scene, see, seeField } from './scene.ts';

/** The address of our own page, which differs from folder to folder. */
const mask = '.page-facts';

export const POPUP_SCENES: readonly Scene[] = [
  { name: 'popup-first-run', surface: 'popup', seed: null, ready: seeField('Name of the event') },
  {
    name: 'popup-running',
    forced: true,
    surface: 'popup',
    seed: runningDay,
    over: 'repo.html',
    ready: see(/^Last captures/),
  },
  {
    name: 'popup-selection',
    surface: 'popup',
    seed: runningDay,
    over: 'talk.html',
    selected: '#lead',
    ready: see(/A service under load/),
  },
  {
    name: 'popup-unreadable',
    surface: 'popup',
    mask,
    seed: runningDay,
    ready: see(/Extensions can’t read/),
  },
  { name: 'popup-long', surface: 'popup', mask, seed: longTitles, ready: see(/^Last captures/) },
  { name: 'popup-rtl', surface: 'popup', mask, seed: rightToLeft, ready: see(/^Last captures/) },
  {
    name: 'popup-no-store',
    surface: 'popup',
    seed: null,
    before: noStore,
    ready: see(/couldn’t be opened/),
  },
  {
    name: 'popup-between',
    surface: 'popup',
    seed: runningDay,
    over: 'plain.html',
    now: BETWEEN,
    ready: see(/^Last captures/),
  },
  {
    name: 'popup-shortcuts',
    mask,
    forced: true,
    surface: 'popup',
    seed: runningDay,
    ready: async (page) => {
      await see(/^Last captures/)(page);
      await page.getByRole('button', { name: /panel/i }).first().focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Alt+Shift+K').waitFor();
    },
  },
  {
    name: 'popup-not-saved',
    leavesDraft: true,
    mask,
    surface: 'popup',
    seed: runningDay,
    ready: async (page) => {
      await see(/^Last captures/)(page);
      await refuseWrites(page);
      await page.getByRole('textbox', { name: 'Note', exact: true }).fill('A line that finds no room');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor();
    },
  },
];
