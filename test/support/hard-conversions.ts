/** How conversion bears what is hard to convert; bundled for the browser, for Chromium and Firefox. */
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';
import { HARD_HTML } from './hard-html.ts';

const base = 'https://e.org/';

/** Milliseconds to convert HTML that is parsed. */
const timeMs = (html: string): number => {
  const node = parseHtml(html);
  const startMs = performance.now();
  htmlToMarkdown(node, { base });
  return performance.now() - startMs;
};

/**
 * How many times longer four times the input takes; what takes no time counts as 15 ms. The least of three leaves out what
 * else the machine did.
 */
export const growthOf = (name: string): number => {
  const make = HARD_HTML[name] ?? String;
  timeMs(make(2000));
  const least = (count: number): number => Math.min(...[1, 2, 3].map(() => timeMs(make(count))));
  return least(100_000) / Math.max(least(25_000), 15);
};

/** A form with a control of that name, and text in it and after it, as Markdown. @public called in Firefox by its name */
export const clobberedBy = (name: string): string => {
  const html = `<form><input name="${name}"><p>inside</p></form><p>after</p>`;
  return htmlToMarkdown(parseHtml(html), { base }).markdown;
};

/** Text in so many elements, one in the other, as Markdown. @public called in Firefox by its name */
export const deepAs = (depth: number): string => {
  const root = document.createElement('div');
  let deepest: HTMLElement = root;
  for (let level = 0; level < depth; level += 1)
    deepest = deepest.appendChild(document.createElement('section'));
  deepest.append('bottom');
  return htmlToMarkdown(root, { base }).markdown;
};
