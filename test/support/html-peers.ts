/** The converters that `html-to-markdown.ts` measures, bundled for the browser. */
import { gfm } from '@joplin/turndown-plugin-gfm';
import TurndownService from 'turndown';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';

const service = (): TurndownService => new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });

const medianMs = (rounds: number, run: () => void): number => {
  const times = Array.from({ length: rounds }, () => {
    const startMs = performance.now();
    run();
    return performance.now() - startMs;
  });
  return Math.round(times.sort((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0);
};

/** Milliseconds for the page that is open and for its text; ours include parsing and sanitising. @public called in the page by its name */
export const measure = (html: string, rounds: number): Record<string, number> => ({
  lanyardLive: medianMs(rounds, () => htmlToMarkdown(document.body, { base: 'https://e.org/' })),
  lanyardText: medianMs(rounds, () => htmlToMarkdown(parseHtml(html), { base: 'https://e.org/' })),
  turndownText: medianMs(rounds, () => service().turndown(html)),
  joplinText: medianMs(rounds, () => service().use(gfm).turndown(html)),
});

/** Milliseconds for text alone, once. @public called in the page by its name */
export const measureText = (html: string): number =>
  medianMs(1, () => htmlToMarkdown(parseHtml(html), { base: 'https://e.org/' }));
