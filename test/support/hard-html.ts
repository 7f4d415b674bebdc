/** HTML that is hard to convert, of any size, and how the time for it grows; for Chromium and Firefox. */
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';

const base = 'https://e.org/';

/** Milliseconds to convert HTML that is parsed. */
const timeMs = (html: string): number => {
  const node = parseHtml(html);
  const startMs = performance.now();
  htmlToMarkdown(node, { base });
  return performance.now() - startMs;
};

/** By what it is made of: about `count` characters or pieces of it. */
export const HARD_HTML: Readonly<Record<string, (count: number) => string>> = {
  paragraphs: (count) => '<p>x <b>y</b></p>'.repeat(count / 4),
  'no-break spaces': (count) => `<p>a${'\u00a0'.repeat(count)}b</p>`,
  'newlines in code': (count) => `<pre>a${'\n'.repeat(count)}b</pre>`,
  'nested emphasis': (count) => '<em>a '.repeat(count / 100),
  'nested divisions': (count) => `${'<div>'.repeat(count / 20)}x`,
  'nested quotes': (count) => `${'<blockquote>'.repeat(count / 20)}x`,
  'nested lists': (count) => `${'<ul><li>'.repeat(count / 40)}x`,
  'nested tables': (count) => `${'<table><tr><td>a</td><td>'.repeat(count / 500)}x`,
  'spanning cells': (count) =>
    `<table>${'<tr><td rowspan=1000 colspan=1000>x</td><td>y</td></tr>'.repeat(count / 500)}</table>`,
  'stars in text': (count) => `<p>${'* a_ '.repeat(count / 4)}</p>`,
  'marks that need references': (count) => `<p>${'<b>「x」</b>來'.repeat(count / 20)}</p>`,
  'line breaks': (count) => `<p>${'a<br>'.repeat(count / 8)}</p>`,
  'spans as lines of code': (count) => `<pre>${'<span class=line>x</span>'.repeat(count / 20)}</pre>`,
  footnotes: (count) => {
    const notes = Array.from({ length: count / 100 }, (_, index) => index);
    const references = notes.map((index) => `x<sup><a href="#f${index}">${index}</a></sup>`).join('');
    return `<p>${references}</p><div class=footnotes><ol>${notes.map((index) => `<li id=f${index}>n</li>`).join('')}</ol></div>`;
  },
  'a list of sources': (count) => `<img srcset="${'a b c '.repeat(count / 6)}">`,
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

/** Names of controls that shadow what their form has of its own. */
export const SHADOWING_NAMES =
  'nextSibling previousSibling parentNode parentElement firstChild lastChild childNodes children nodeName nodeType nodeValue attributes getAttribute hasAttribute hasAttributes textContent innerHTML outerHTML localName tagName ownerDocument querySelector querySelectorAll closest contains cloneNode isConnected checkVisibility shadowRoot getRootNode __proto__ constructor toString'.split(
    ' ',
  );

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
