/** Whether text is the same after a page was converted and rendered again; bundled for the browser by `corpus -- articles`. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { htmlToMarkdown } from '../../src/markdown/html-to-markdown.ts';
import { convertByDefuddle, convertByJoplin, convertByRehype, convertByTurndown } from './html-peers.ts';
import { inventoryOf, openDetails, renderedFrom, type Sight, shown } from './page-inventory.ts';
import { visibleHtmlOf } from './page-losses.ts';

type Convert = (element: Element, base: string) => string;

/** Peers get the source without what no reader sees, as ours leaves that out by itself. */
const CONVERTERS: Readonly<Record<string, Convert>> = {
  lanyard: (element, base) => htmlToMarkdown(element, { base }).markdown,
  turndown: (element) => convertByTurndown(visibleHtmlOf(element)),
  joplin: (element) => convertByJoplin(visibleHtmlOf(element)),
  rehype: (element) => convertByRehype(visibleHtmlOf(element)),
  defuddle: (element, base) => convertByDefuddle(visibleHtmlOf(element), base),
};

const PASSAGES = 'p, li, h1, h2, h3, h4, dd, blockquote, figcaption';
const MOST_PASSAGES = 40;

/** Letters and digits in their order. */
const textOf = (element: Element, base: string, sight: Sight): string =>
  inventoryOf(element, base, sight).words.join('');

const render = (markdown: string): Element => {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return new DOMParser().parseFromString(html, 'text/html').body;
};

/** Its longest article, or the whole of it. */
const articleOf = (page: Document): Element =>
  [...page.querySelectorAll('article, main, [role="main"]')]
    .filter((element) => (element.textContent ?? '').length > 1000)
    .toSorted((left, right) => (right.textContent ?? '').length - (left.textContent ?? '').length)[0] ??
  page.body;

const passagesOf = (article: Element): Element[] => {
  const all = [...article.querySelectorAll(PASSAGES)].filter(
    (element) =>
      element.querySelector(PASSAGES) === null &&
      (element.textContent ?? '').trim().length > 20 &&
      element.checkVisibility(),
  );
  const step = Math.max(1, all.length / MOST_PASSAGES);
  return Array.from({ length: Math.min(all.length, MOST_PASSAGES) }, (_, index) =>
    all.at(Math.floor(index * step)),
  ).filter((element) => element !== undefined);
};

/** Where two texts part: what stands there in the one and in the other. */
const partingOf = (source: string, result: string): string => {
  let at = 0;
  while (at < source.length && source[at] === result[at]) at += 1;
  const from = Math.max(0, at - 20);
  return `${source.slice(from, at + 40)} ≠ ${result.slice(from, at + 40)}`;
};

/** Of each converter: whether the article's text is the same, and of how many passages it is. */
type SameTexts = Readonly<Record<string, { readonly article: boolean; readonly passages: number }>>;

/** @public called in the page by its name */
export const compareTexts = (
  base: string,
): { readonly passages: number; readonly same: SameTexts; readonly partings: readonly string[] } => {
  openDetails(document);
  const article = articleOf(document);
  const builtWhole = renderedFrom(document.body);
  // Notes that a passage refers to stand elsewhere on the page: that they come along is no change of its text.
  const builtPassage: Sight = {
    ...builtWhole,
    sees: (element) => builtWhole.sees(element) && !element.matches('[data-footnotes]'),
  };
  const passages = passagesOf(article);
  const partings: string[] = [];
  const isSame = (element: Element, name: string, convert: Convert): boolean => {
    try {
      const source = textOf(element, base, shown(null));
      const result = textOf(
        render(convert(element, base)),
        base,
        element === article ? builtWhole : builtPassage,
      );
      if (result !== source && name === 'lanyard') partings.push(partingOf(source, result));
      return result === source;
    } catch {
      // A converter that fails has lost all of it.
      return false;
    }
  };
  const same = Object.entries(CONVERTERS).map(([name, convert]) => [
    name,
    {
      article: isSame(article, name, convert),
      passages: passages.filter((passage) => isSame(passage, name, convert)).length,
    },
  ]);
  return { passages: passages.length, same: Object.fromEntries(same), partings };
};
