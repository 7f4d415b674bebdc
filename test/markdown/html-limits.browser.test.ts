/** Bad input ends in Markdown, soon and in proportion to its size. */
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';
import { clobberedBy, deepAs, growthOf } from '../support/hard-conversions.ts';
import { HARD_HTML, SHADOWING_NAMES } from '../support/hard-html.ts';

const base = 'https://e.org/';
const convert = (html: string): string => htmlToMarkdown(parseHtml(html), { base }).markdown;

describe('cost grows no faster than the input', () => {
  // Four times the input: sixteen would be quadratic.
  it.each(Object.keys(HARD_HTML))('%s', (name) => expect(growthOf(name)).toBeLessThan(12), 60_000);
});

describe('a form whose controls shadow its properties', () => {
  it.each(SHADOWING_NAMES)('%s', (name) => {
    expect(clobberedBy(name)).toBe('inside\n\nafter');
    const host = document.createElement('div');
    host.innerHTML = `<form><input name="${name}"><p>inside</p></form>`;
    document.body.append(host);
    expect(htmlToMarkdown(host, { base }).markdown).toBe('inside');
    host.remove();
  });
});

it('reads a tree that is 5,000 elements deep', () => expect(deepAs(5000)).toBe('bottom'));

it('takes the words that objects have of their own as mere words', () => {
  expect(
    convert('<p>constructor __proto__ toString</p><pre><code class="language-constructor">x</code></pre>'),
  ).toBe('constructor \\_\\_proto\\_\\_ toString\n\n```constructor\nx\n```');
});
