/**
 * The model recap's day (our own post where `LANYARD_CORPUS` is not set), typed by keyboard alone: three minutes at the speed
 * of a person, 70 words a minute, the rest as fast as keys can come; a clip every two minutes' worth of keys.
 * `LANYARD_TYPING=whole` types all of it at that speed, in real time.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDayScript } from '../support/day-script.ts';
import { launchLanyard } from '../support/extension.ts';
import { percentile, printFigure } from '../support/figures.ts';
import { serveSite } from '../support/site.ts';
import { PERSON_MS, typeDay } from '../support/type-day.ts';

const OURS = new URL('../e2e/fixtures/posts/harbour-go-2026.md', import.meta.url);
const model = join(process.env.LANYARD_CORPUS ?? '', 'recaps/001-gophercon-korea-2023-hugo.md');
const isModel = process.env.LANYARD_CORPUS !== undefined && existsSync(model);
const WORDS = isModel
  ? {
      overview: '개요',
      officeHours: '오피스 아워',
      references: '참고자료',
      speaker: '스피커',
      affiliationFirst: true,
    }
  : {
      overview: 'Overview',
      officeHours: 'Office hours',
      references: 'References',
      speaker: 'Speaker',
      affiliationFirst: false,
    };
/** Three minutes. */
const STRETCH =
  process.env.LANYARD_TYPING === 'whole' ? Number.POSITIVE_INFINITY : Math.round(180_000 / PERSON_MS);

interface Watched {
  keys: number[];
}

const site = await serveSite();
const lanyard = await launchLanyard();
try {
  // tsx names the functions it compiles, also those that run in the page.
  await lanyard.context.addInitScript('globalThis.__name = (named) => named');
  const day = readDayScript(readFileSync(isModel ? model : OURS, 'utf8'), WORDS);
  const startMs = Date.now();
  const typed = await typeDay(
    lanyard,
    site,
    day,
    (keys) => (keys < STRETCH ? PERSON_MS : 0),
    (panel) =>
      panel.evaluate(() => {
        const watched = globalThis as unknown as Watched;
        watched.keys = [];
        addEventListener(
          'beforeinput',
          (input) => {
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => watched.keys.push(performance.now() - input.timeStamp);
              port2.postMessage(null);
            });
          },
          true,
        );
      }),
  );
  const keys = await typed.panel.evaluate(() => (globalThis as unknown as Watched).keys);
  const lost = typed.wanted.filter((note, index) => String(note) !== String(typed.stored[index])).length;
  const what = isModel ? 'the model recap' : 'our own post';
  printFigure({ measure: `${what}: keys and clips`, value: typed.keys, unit: `keys, ${typed.clips} clips` });
  printFigure({ measure: 'typed in', value: (Date.now() - startMs) / 60_000, unit: 'min' });
  printFigure({
    measure: `notes of ${typed.wanted.length} not as they were typed`,
    value: lost,
    unit: '',
    budget: 0,
  });
  printFigure({ measure: 'clips lost', value: typed.clips - typed.storedClips, unit: '', budget: 0 });
  printFigure({
    measure: 'key → painted, 95th percentile',
    value: percentile(keys, 0.95),
    unit: 'ms',
    budget: 16,
  });
  if (lanyard.errors.length > 0) throw new Error(lanyard.errors.join('\n'));
} finally {
  await lanyard.close();
  await site.close();
}
