/** Every surface in every state: what stands in the store, where the clock stands, what is done before the picture. */
import type { Page } from 'playwright-core';
import type { Seed } from '../stored.ts';
import { BETWEEN, eventOnly, longTitles, manyNotes, NOW, rightToLeft, runningDay } from './records.ts';

export interface Scene {
  readonly name: string;
  readonly surface: 'popup' | 'panel' | 'recap';
  /** Also drawn in forced colours. */
  readonly forced?: true;
  /** `null`: nothing at all, as after the install. */
  readonly seed: (() => Seed) | null;
  /** Instant; the middle of the second session when left out. */
  readonly now?: string;
  /** The real popup over this page of the tests' site, instead of the popup's page in a tab. */
  readonly over?: string;
  /** Selects this element of it. */
  readonly selected?: string;
  /** Of the recap page. */
  readonly hash?: string;
  readonly width?: number;
  readonly height?: number;
  /** Runs in the page before its own scripts. */
  readonly before?: (page: Page) => Promise<void>;
  /** Until what the picture is about can be seen. */
  readonly ready: (page: Page) => Promise<unknown>;
}

const see = (text: string | RegExp) => (page: Page) => page.getByText(text).first().waitFor();
const seeField = (name: string) => (page: Page) => page.getByLabel(name).first().waitFor();

const dialog = (open: (page: Page) => Promise<unknown>, name: string) => async (page: Page) => {
  await see('Small queues, calm services')(page);
  await open(page);
  await page.getByRole('dialog', { name }).waitFor();
};

const dropSvg = async (page: Page): Promise<void> => {
  await see('Small queues, calm services')(page);
  await page.locator('input[type=file]').setInputFiles({
    name: 'diagram.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  });
  await page.getByRole('alert').getByText(/SVG/).waitFor();
};

const noStore = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  });
};

const littleRoom = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = () => Promise.resolve({ quota: 5_000_000_000, usage: 4_900_000_000 });
  });
};

const CSV = `title,speaker,room,start,end
Tides of change,Ada Wave,Lighthouse,2026-05-12T09:00+02:00,2026-05-12T09:45+02:00
Knots that hold,Bo Rope,Harbour,2026-05-12T10:10+02:00,2026-05-12T10:55+02:00
Gulls at scale,Cy Gull,Lighthouse,2026-05-12T10:10+02:00,2026-05-12T10:55+02:00
Night watch,Eli Lamp,Pier,2026-05-12T14:00+02:00,2026-05-12T14:30+02:00
Charts for nobody,Dee Map,Pier,2026-05-13T09:00+02:00,2026-05-13T09:45+02:00
`;

const giveFile = (name: string, text: string) => async (page: Page) => {
  await page.getByText('Drop the programme’s file here').waitFor();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
};

const readProgramme = async (page: Page): Promise<void> => {
  await giveFile('programme.csv', CSV)(page);
  await page.getByText('Knots that hold').first().waitFor();
  await page.getByText('Knots that hold').first().click();
};

const zoned = async (page: Page): Promise<void> => {
  await readProgramme(page);
  await page.getByRole('button', { name: 'Europe/Berlin' }).click();
  await page.getByText('The programme names no time zone.').waitFor({ state: 'hidden' });
};

export const SCENES: readonly Scene[] = [
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
  { name: 'popup-unreadable', surface: 'popup', seed: runningDay, ready: see(/lets no extension read/) },
  { name: 'popup-long', surface: 'popup', seed: longTitles, ready: see(/^Last captures/) },
  { name: 'popup-rtl', surface: 'popup', seed: rightToLeft, ready: see(/^Last captures/) },
  {
    name: 'popup-no-store',
    surface: 'popup',
    seed: null,
    before: noStore,
    ready: see(/could not be opened/),
  },

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
      await page.locator('[data-note]').first().hover();
      await page
        .getByRole('button', { name: /^Edit: / })
        .first()
        .waitFor();
    },
  },
  {
    name: 'panel-note-edited',
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
    ready: see(/could not be opened/),
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
    ready: see(/could not be opened/),
  },

  {
    name: 'programme-empty',
    surface: 'recap',
    seed: eventOnly,
    hash: '#programme',
    ready: see(/Drop the programme/),
  },
  {
    name: 'programme-read',
    forced: true,
    surface: 'recap',
    seed: eventOnly,
    hash: '#programme',
    ready: zoned,
  },
  { name: 'programme-zone', surface: 'recap', seed: eventOnly, hash: '#programme', ready: readProgramme },
  {
    name: 'programme-narrow',
    surface: 'recap',
    seed: eventOnly,
    hash: '#programme',
    width: 400,
    height: 800,
    ready: readProgramme,
  },
  {
    name: 'programme-timetable',
    surface: 'recap',
    seed: eventOnly,
    hash: '#programme',
    ready: async (page) => {
      await zoned(page);
      await page.getByRole('tab', { name: 'Timetable' }).click();
    },
  },
  {
    name: 'programme-failed',
    surface: 'recap',
    seed: eventOnly,
    hash: '#programme',
    ready: async (page) => {
      await giveFile('holiday.txt', 'Nothing of a programme.')(page);
      await see(/could not be read/)(page);
    },
  },
];

export { NOW };
