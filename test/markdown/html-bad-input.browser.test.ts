/** Hard and hostile pages end in what a person would expect of them, and soon. */
import { expect, it } from 'vitest';
import { readSelection } from '../../src/capture/read-selection.ts';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';

const base = 'https://e.org/';
const convert = (html: string): string => htmlToMarkdown(parseHtml(html), { base }).markdown;
const wordsIn = (markdown: string): number => markdown.match(/w\d+/g)?.length ?? 0;
const words = (count: number, make: (word: string) => string): string =>
  Array.from({ length: count }, (_, index) => make(`w${index}`)).join('');

/** Far more than any of these takes, far less than a hang. */
const SOON_MS = 20_000;

it('reads a page of 100,000 nodes whole', { timeout: SOON_MS }, () => {
  expect(wordsIn(convert(words(50_000, (word) => `<i>${word}</i> `)))).toBe(50_000);
});
it('reads tables nested 20 deep', { timeout: SOON_MS }, () => {
  const open = words(20, (word) => `<table><tr><td>${word}</td><td>`);
  expect(wordsIn(convert(`${open}bottom${'</td></tr></table>'.repeat(20)}`))).toBe(20);
});
it('reads 250 nested marks, and marks what is in them once', { timeout: SOON_MS }, () => {
  const markdown = convert(`<p>${words(250, (word) => `<em>${word} `)}</p>`);
  expect(wordsIn(markdown)).toBe(250);
  expect(markdown).not.toContain('****');
});
it('reads 5,000 levels of every container', { timeout: SOON_MS }, () => {
  for (const tag of ['div', 'blockquote', 'ul><li', 'b', 'span', 'a href=/x', 'q'])
    expect(convert(`${`<${tag}>`.repeat(5000)}bottom`)).toContain('bottom');
});
it('makes one space of 100,000 no-break spaces, and keeps 100,000 lines of code', {
  timeout: SOON_MS,
}, () => {
  expect(convert(`<p>a${'\u00a0'.repeat(100_000)}b</p>`).length).toBeLessThan(20);
  expect(convert(`<pre>a${'\n'.repeat(100_000)}b</pre>`).split('\n')).toHaveLength(100_003);
  expect(convert(`<p>a${'\n'.repeat(100_000)}b</p>`)).toBe('a b');
});
it.each([
  ['<p>a<p>b</div></p><b>c<i>d</b>e</i>', /a[\s\S]*b[\s\S]*c[\s\S]*d[\s\S]*e/],
  ['<table><p>out</p><tr><td>in', /out[\s\S]*in/],
  ['<ul>a<li>b<li>c</ol>d', /a[\s\S]*b[\s\S]*c[\s\S]*d/],
  ['<<b>a</b<i>b</i', /a/],
  ['<a href="x>unclosed', /^$/],
])('takes broken HTML as browsers do: %s', (html, markdown) => {
  expect(convert(html)).toMatch(markdown);
});
it('hands on no address but of the web and of mail', () => {
  const addresses = 'javascript:a data:text/html,a blob:https://e.org/a file:///a vbscript:a about:blank';
  for (const address of addresses.split(' ')) {
    expect(convert(`<a href="${address}">t</a>`)).toBe('t');
    expect(convert(`<img src="${address}" alt="t">`)).toBe('');
  }
});
it('reads a page that changes while it is read', () => {
  class Changing extends HTMLElement {
    connectedCallback(): void {
      document.body.querySelector('#victim')?.remove();
    }
  }
  customElements.define('changing-one', Changing);
  document.body.innerHTML = '<div id="all"><p id="victim">gone</p><changing-one>one</changing-one>two</div>';
  expect(htmlToMarkdown(document.body, { base }).markdown).toContain('two');
  document.body.replaceChildren();
});
it('reads drawn text of an SVG, and nothing from a password field or an empty selection', () => {
  document.body.innerHTML =
    '<svg width="200" height="40"><text id="drawn" y="20">Drawn words</text></svg><input type="password" value="secret">';
  const select = (selector: string): void => {
    const node = document.querySelector(selector);
    if (node !== null) getSelection()?.selectAllChildren(node);
  };
  select('#drawn');
  expect(readSelection(document).selection?.markdown).toBe('Drawn words');
  getSelection()?.removeAllRanges();
  document.querySelector('input')?.select();
  expect(JSON.stringify(readSelection(document))).not.toContain('secret');
  getSelection()?.collapse(document.body, 0);
  expect(readSelection(document).selection).toBeNull();
  document.body.replaceChildren();
});
it('says so when a page is longer than what is read', { timeout: 60_000 }, () => {
  const host = document.createElement('div');
  host.append('x'.repeat(41_000_000), document.createElement('p'), 'end');
  expect(htmlToMarkdown(host, { base }).isTruncated).toBe(true);
});
