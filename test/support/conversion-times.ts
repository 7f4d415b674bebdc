/** Times of conversions, ours beside others, for `test/bench/html-to-markdown.ts`; bundled for the browser. */
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';
import { convertByDefuddle, convertByJoplin, convertByRehype, convertByTurndown } from './html-peers.ts';

const base = 'https://e.org/';

const timeMs = (run: () => void): number => {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
};

const medianOf = (times: readonly number[]): number =>
  Math.round([...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0);

/**
 * Milliseconds for the page that is open and for its text; ours include parsing and sanitising. The converters take turns,
 * so that what else the machine does meets all of them. @public called in the page by its name
 */
export const measure = (html: string, rounds: number): Record<string, number> => {
  const runs: Readonly<Record<string, () => void>> = {
    lanyardLive: () => htmlToMarkdown(document.body, { base }),
    lanyardText: () => htmlToMarkdown(parseHtml(html), { base }),
    turndownText: () => convertByTurndown(html),
    joplinText: () => convertByJoplin(html),
    defuddleText: () => convertByDefuddle(html, base),
    rehypeText: () => convertByRehype(html),
  };
  const times = Object.entries(runs).map(([name, run]) => ({ name, run, ms: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) for (const { run, ms } of times) ms.push(timeMs(run));
  return Object.fromEntries(times.map(({ name, ms }) => [name, medianOf(ms)]));
};

/** Milliseconds for text alone, once. @public called in the page by its name */
export const measureText = (html: string): number =>
  medianOf([timeMs(() => htmlToMarkdown(parseHtml(html), { base }))]);
