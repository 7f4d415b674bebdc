/** Reading a programme, in every state. */
import type { Page } from 'playwright-core';
import { eventOnly } from './records.ts';
import { type Scene, see } from './scene.ts';

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
  await page.getByText('The programme doesn’t name a time zone.').waitFor({ state: 'hidden' });
};

export const PROGRAMME_SCENES: readonly Scene[] = [
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
      await see(/couldn’t be read/)(page);
    },
  },
  {
    name: 'programme-offline',
    forced: true,
    surface: 'recap',
    seed: eventOnly,
    hash: '#programme',
    ready: async (page) => {
      await see(/Drop the programme/)(page);
      await page.context().setOffline(true);
      await page.getByLabel('Or its address').fill('https://conference.example/schedule.xml');
      await page.keyboard.press('Enter');
      await see('You’re offline.')(page).finally(() => page.context().setOffline(false));
    },
  },
];
