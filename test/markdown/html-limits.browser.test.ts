/** Bad input ends in Markdown, soon and in proportion to its size. */
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';

const base = 'https://e.org/';
const convert = (html: string): string => htmlToMarkdown(parseHtml(html), { base }).markdown;

const timeMs = (html: string): number => {
  const node = parseHtml(html);
  const startMs = performance.now();
  htmlToMarkdown(node, { base });
  return performance.now() - startMs;
};

const repeated: Readonly<Record<string, (count: number) => string>> = {
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

describe('cost grows no faster than the input', () => {
  it.each(Object.entries(repeated))(
    '%s',
    (_name, make) => {
      timeMs(make(2000));
      const least = (count: number): number => Math.min(...[1, 2, 3].map(() => timeMs(make(count))));
      const small = Math.max(least(25_000), 15);
      // Four times the input: sixteen would be quadratic. The least of three leaves out what else the machine did.
      expect(least(100_000) / small).toBeLessThan(12);
    },
    60_000,
  );
});

describe('a form whose controls shadow its properties', () => {
  const names =
    'nextSibling previousSibling parentNode parentElement firstChild lastChild childNodes children nodeName nodeType nodeValue attributes getAttribute hasAttribute hasAttributes textContent innerHTML outerHTML localName tagName ownerDocument querySelector querySelectorAll closest contains cloneNode isConnected checkVisibility shadowRoot getRootNode __proto__ constructor toString'.split(
      ' ',
    );
  it.each(names)('%s', (name) => {
    const form = `<form><input name="${name}"><p>inside</p></form>`;
    expect(convert(`${form}<p>after</p>`)).toBe('inside\n\nafter');
    const host = document.createElement('div');
    host.innerHTML = form;
    document.body.append(host);
    expect(htmlToMarkdown(host, { base }).markdown).toBe('inside');
    host.remove();
  });
});

it('reads a tree that is 5,000 elements deep', () => {
  const root = document.createElement('div');
  let deepest: HTMLElement = root;
  for (let depth = 0; depth < 5000; depth += 1)
    deepest = deepest.appendChild(document.createElement('section'));
  deepest.append('bottom');
  expect(htmlToMarkdown(root, { base }).markdown).toBe('bottom');
});

it('takes the words that objects have of their own as mere words', () => {
  expect(
    convert('<p>constructor __proto__ toString</p><pre><code class="language-constructor">x</code></pre>'),
  ).toBe('constructor \\_\\_proto\\_\\_ toString\n\n```constructor\nx\n```');
});
