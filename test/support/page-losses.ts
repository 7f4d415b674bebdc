/** What a converted page lost and added against what its reader sees; bundled for the browser by the corpus commands. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readSelection } from '../../src/capture/read-selection.ts';
import { htmlToMarkdown } from '../../src/markdown/html-to-markdown.ts';
import { convertByDefuddle, convertByJoplin, convertByRehype, convertByTurndown } from './html-peers.ts';
import {
  compare,
  FORMULAS,
  inventoryOf,
  type Losses,
  openDetails,
  renderedFrom,
  shown,
} from './page-inventory.ts';

const render = (markdown: string): Element => {
  const html = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return new DOMParser().parseFromString(html, 'text/html').body;
};

/** What is measured. Peers get the source without what no reader sees, as ours leaves that out by itself. */
const CONVERTERS: Readonly<Record<string, (base: string) => string>> = {
  lanyard: (base) => htmlToMarkdown(document.body, { base }).markdown,
  turndown: () => convertByTurndown(visibleHtml()),
  joplin: () => convertByJoplin(visibleHtml()),
  rehype: () => convertByRehype(visibleHtml()),
  defuddle: (base) => convertByDefuddle(visibleHtml(), base),
};

/** The inner HTML of an element without what no reader of the page sees. */
export const visibleHtmlOf = (root: Element): string => {
  const sight = shown(null);
  const copy = root.cloneNode(true) as Element;
  const [originals, copies] = [root.querySelectorAll('*'), copy.querySelectorAll('*')];
  originals.forEach((element, index) => {
    if (!sight.sees(element) && !element.matches(FORMULAS)) copies[index]?.remove();
  });
  return copy.innerHTML;
};

const visibleHtml = (): string => visibleHtmlOf(document.body);

/** The whole page by one converter. @public called in the page by its name */
export const measureWhole = (name: string, base: string): Losses & { readonly markdown: string } => {
  openDetails(document);
  const markdown = CONVERTERS[name]?.(base) ?? '';
  const source = inventoryOf(document.body, base, shown(null));
  return { ...compare(source, inventoryOf(render(markdown), base, renderedFrom(document.body))), markdown };
};

/** Texts with letters that are seen. A page without script runs no callback of a tree walker: walked by hand. */
const visibleTexts = (): Text[] => {
  const sight = shown(null);
  const texts: Text[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Text && /\p{L}/u.test(node.data)) texts.push(node);
    if (node instanceof Element && sight.sees(node)) for (const child of node.childNodes) visit(child);
  };
  visit(document.body);
  return texts;
};

/** How many texts a selection runs over. */
const SELECTED_TEXTS = [0, 2, 8, 30, 90];

/** Selections spread over the page, of a few words up to long passages, at whole texts. @public called in the page by its name */
export const measureSelections = (
  count: number,
  base: string,
): (Losses & { readonly markdown: string })[] => {
  openDetails(document);
  const texts = visibleTexts();
  return Array.from({ length: count }, (_, index) => {
    const first = Math.floor(((index + 0.5) / count) * texts.length);
    const length = SELECTED_TEXTS[index % SELECTED_TEXTS.length] ?? 0;
    const [start, end] = [texts[first], texts[Math.min(texts.length - 1, first + length)]];
    const range = document.createRange();
    if (start !== undefined) range.setStart(start, 0);
    if (end !== undefined) range.setEnd(end, end.length);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    const markdown = readSelection(document).selection?.markdown ?? '';
    const source = inventoryOf(document.body, base, shown(range));
    return { ...compare(source, inventoryOf(render(markdown), base, renderedFrom(document.body))), markdown };
  });
};
