/** What a converted page lost and added against what its reader sees; bundled for the browser by the corpus commands. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { readSelection } from '../../src/capture/read-selection.ts';
import { htmlToMarkdown } from '../../src/markdown/html-to-markdown.ts';
import { convertByJoplin, convertByRehype, convertByTurndown } from './html-peers.ts';

const PARTS = ['words', 'links', 'images', 'code', 'items', 'cells'] as const;
type Part = (typeof PARTS)[number];
type Inventory = Readonly<Record<Part, string[]>>;

/** Of each part: how many there are, how many are missing or new, and the first of those. */
export type Losses = Readonly<
  Record<
    Part,
    { readonly source: number; readonly lost: number; readonly added: number; readonly samples: string[] }
  >
>;

const CONTROLS =
  'button, select, textarea, option, datalist, noscript, script, style, template, svg, canvas, title, head';
const FORMULAS =
  '.katex, .mwe-math-element, .MathJax, .MathJax_Display, mjx-container, math, .MathJax_Preview';
const BLOCK_TAGS =
  /^(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|thead|tbody|tfoot|caption|pre|blockquote|section|br|hr|dl|dt|dd|article|figure|figcaption|summary|details)$/;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
const wordsOf = (text: string): string[] =>
  text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .normalize('NFKC')
    .match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu) ?? [];

interface Sight {
  readonly sees: (element: Element) => boolean;
  readonly isBlock: (element: Element) => boolean;
  readonly textOf: (node: Text) => string;
}

const rendered: Sight = {
  sees: (element) => !element.matches('[data-footnotes] > h2, .data-footnote-backref'),
  isBlock: (element) => BLOCK_TAGS.test(element.localName),
  textOf: (node) => node.data,
};

/** As the page shows it, within a range. */
const shown = (range: Range | null): Sight => ({
  sees: (element) =>
    !element.matches(CONTROLS) &&
    !element.matches(FORMULAS) &&
    !/(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text)(?:\s|$)/i.test(
      element.getAttribute('class') ?? '',
    ) &&
    (element.checkVisibility({ visibilityProperty: true }) ||
      getComputedStyle(element).display === 'contents') &&
    (range === null || range.intersectsNode(element)),
  isBlock: (element) =>
    element.localName === 'br' || !/^(?:inline|contents)$/.test(getComputedStyle(element).display),
  textOf: (node) => {
    if (range === null) return node.data;
    if (!range.intersectsNode(node)) return '';
    const from = node === range.startContainer ? range.startOffset : 0;
    return node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
  },
});

/** All text in the element; where a block begins or ends there is a space. */
const textIn = (root: Element, sight: Sight): string => {
  let text = '';
  const visit = (node: Node): void => {
    if (node instanceof Text) text += sight.textOf(node);
    if (!(node instanceof Element) || !sight.sees(node)) return;
    const gap = sight.isBlock(node) ? ' ' : '';
    text += gap;
    for (const child of node.childNodes) visit(child);
    text += gap;
  };
  for (const child of root.childNodes) visit(child);
  return text;
};

const seenIn = (root: Element, selector: string, sight: Sight): Element[] =>
  [...root.querySelectorAll(selector)].filter((element) => {
    for (let node: Element | null = element; node !== null && node !== root; node = node.parentElement)
      if (!sight.sees(node)) return false;
    return true;
  });

const isDisclosed = (image: Element): boolean => {
  const [width, height] = [image.getAttribute('width') ?? '', image.getAttribute('height') ?? ''];
  return !/^[0-2](?:px)?$/.test(width) && !/^[0-2](?:px)?$/.test(height);
};

const inventoryOf = (root: Element, base: string, sight: Sight): Inventory => {
  const keys = (selector: string, length: number): string[] =>
    seenIn(root, selector, sight)
      .map((element) => squeeze(textIn(element, sight)).slice(0, length))
      .filter((key) => key !== '');
  const links = seenIn(root, 'a[href]', sight)
    .filter((link) => squeeze(textIn(link, sight)) !== '')
    .flatMap((link) => {
      const href = link.getAttribute('href') ?? '';
      if (href.startsWith('#') || !URL.canParse(href, base)) return [];
      const url = new URL(href, base);
      return /^(?:https?|mailto):/.test(url.protocol) && !(url.hash !== '' && url.href.startsWith(`${base}#`))
        ? [decodeURI(url.href.replace(/%(?![\da-f]{2})/gi, '%25')).replace(/\s/g, '')]
        : [];
    });
  const images = seenIn(root, 'img', sight)
    .filter((image) => isDisclosed(image) && !image.matches('.emoji, .mwe-math-fallback-image-inline'))
    .map((image) => squeeze(image.getAttribute('alt') ?? '').slice(0, 40));
  return {
    words: wordsOf(textIn(root, sight)),
    links: links.map((url) => url.replace(/\/$/, '')),
    images,
    code: keys('pre', 4000),
    items: keys('li', 30),
    cells: keys('td, th', 60),
  };
};

const difference = (from: readonly string[], other: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const key of other) counts.set(key, (counts.get(key) ?? 0) + 1);
  return from.filter((key) => {
    const count = counts.get(key) ?? 0;
    counts.set(key, count - 1);
    return count <= 0;
  });
};

const compare = (source: Inventory, result: Inventory): Losses =>
  Object.fromEntries(
    PARTS.map((part) => {
      const lost = difference(source[part], result[part]);
      const added = difference(result[part], source[part]);
      const samples = [
        ...lost.slice(0, 12).map((key) => `-${key.slice(0, 90)}`),
        ...added.slice(0, 12).map((key) => `+${key.slice(0, 90)}`),
      ];
      return [part, { source: source[part].length, lost: lost.length, added: added.length, samples }];
    }),
  ) as unknown as Losses;

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
};

const visibleHtml = (): string => {
  const sight = shown(null);
  const copy = document.body.cloneNode(true) as Element;
  const [originals, copies] = [document.body.querySelectorAll('*'), copy.querySelectorAll('*')];
  originals.forEach((element, index) => {
    if (!sight.sees(element) && !element.matches(FORMULAS)) copies[index]?.remove();
  });
  return copy.innerHTML;
};

/** The whole page by one converter. @public called in the page by its name */
export const measureWhole = (name: string, base: string): Losses & { readonly markdown: string } => {
  const markdown = CONVERTERS[name]?.(base) ?? '';
  const source = inventoryOf(document.body, base, shown(null));
  return { ...compare(source, inventoryOf(render(markdown), base, rendered)), markdown };
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
    return { ...compare(source, inventoryOf(render(markdown), base, rendered)), markdown };
  });
};
