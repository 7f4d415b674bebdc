/**
 * Converts pages of 100 KB and 1 MB in real Chromium beside turndown, alone and with Joplin's GFM rules, Defuddle and
 * rehype-remark, in the same run.
 * Run alone with `tsx test/bench/html-to-markdown.ts`.
 */
import { gzipSync } from 'node:zlib';
import { slimTurndown } from '../../src/build/slim-turndown.ts';
import { bundleScript, openConverterPage } from '../support/converter-page.ts';
import { htmlOfSize } from '../support/measured-page.ts';

interface InPage {
  readonly Times: typeof import('../support/conversion-times.ts');
}

/** Runs in the page. */
const measure = ({ html, rounds }: { html: string; rounds: number }): Record<string, number> =>
  (globalThis as unknown as InPage).Times.measure(html, rounds);

const print = (figure: Record<string, string | number>): void => console.log(JSON.stringify(figure));
const round = (ratio: number): number => Math.round(ratio * 100) / 100;

const injected = await bundleScript('src/capture/injected.ts', 'LanyardInjected', slimTurndown());
const kibibytes = round(gzipSync(injected).length / 1024);
print({ measure: 'injected script, gzip', value: kibibytes, unit: 'KiB', budget: 30 });
const page = await openConverterPage(await bundleScript('test/support/conversion-times.ts', 'Times'));
for (const size of [100_000, 1_000_000]) {
  const html = htmlOfSize(size);
  const opened = await page.open(`<!doctype html><body>${html}`);
  const times = await opened.evaluate(measure, { html, rounds: 7 });
  const { lanyardText = 0, joplinText = 1, rehypeText = 1 } = times;
  const what = `${size / 1000} KB`;
  print({ measure: `${what} from text, sanitised`, value: lanyardText, unit: 'ms', ...times });
  const toJoplin = round(lanyardText / joplinText);
  print({ measure: `${what}, ratio to turndown + joplin gfm`, value: toJoplin, unit: '', budget: 1 });
  const live = round((times.lanyardLive ?? 0) / joplinText);
  print({
    measure: `${what} as it is open, ratio to turndown + joplin gfm`,
    value: live,
    unit: '',
    budget: 1,
  });
  const toDefuddle = round(lanyardText / (times.defuddleText ?? 1));
  print({ measure: `${what}, ratio to Defuddle`, value: toDefuddle, unit: '', budget: 1 });
  const toRehype = round(lanyardText / rehypeText);
  print({ measure: `${what}, ratio to rehype-remark`, value: toRehype, unit: '', budget: 0.5 });
}
// Growth: ten times and a hundred times, as text alone, so that no page of that size has to be laid out.
const blank = await page.open('<!doctype html><body>');
const msOf = (size: number): Promise<number> =>
  blank.evaluate((html) => (globalThis as unknown as InPage).Times.measureText(html), htmlOfSize(size));
await msOf(1_000_000);
const [small, large] = [await msOf(1_000_000), await msOf(10_000_000)];
print({ measure: '10000 KB from text, sanitised', value: large, unit: 'ms' });
print({ measure: '10 MB, ratio to ten times 1 MB', value: round(large / small / 10), unit: '', budget: 1.5 });
await page.close();
