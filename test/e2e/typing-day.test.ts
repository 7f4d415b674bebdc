/** A day typed by keyboard alone: a stretch of it at the speed of a person, the rest as fast as keys can come; nothing is lost. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDayScript } from '../support/day-script.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { type Site, serveSite } from '../support/site.ts';
import { PERSON_MS, typeDay } from '../support/type-day.ts';

const POST = new URL('./fixtures/posts/harbour-go-2026.md', import.meta.url);
/** Keys at 70 words a minute: about seven seconds. */
const STRETCH = 40;

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

it('keeps every note of the day as it was typed, with a clip every two minutes', async () => {
  const day = readDayScript(readFileSync(POST, 'utf8'), {
    overview: 'Overview',
    officeHours: 'Office hours',
    references: 'References',
    speaker: 'Speaker',
    affiliationFirst: false,
  });
  const behindList = [
    { kind: 'text', text: '- Say no early\n- Say it in words' },
    { kind: 'quote', text: 'Behind a list, its marker stands in the field.' },
  ] as const;
  const longer = { ...day, overview: [...behindList, ...day.overview] };
  const typed = await typeDay(lanyard, site, longer, (keys) => (keys < STRETCH ? PERSON_MS : 0));
  expect(typed.stored).toEqual(typed.wanted);
  expect(typed.clips).toBeGreaterThan(0);
  expect(typed.storedClips).toBe(typed.clips);
  expect(lanyard.errors).toEqual([]);
});
