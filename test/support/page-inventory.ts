/** What is in a page, by parts, and what of it is missing in another; bundled for the browser. */

const PARTS = ['words', 'links', 'images', 'code', 'items', 'cells'] as const;
type Part = (typeof PARTS)[number];
/** What is in a page, each part as the keys it is compared by. */
export type Inventory = Readonly<Record<Part, string[]>>;

/** Of each part: how many there are, how many are missing or new, and the first of those. */
export type Losses = Readonly<
  Record<
    Part,
    { readonly source: number; readonly lost: number; readonly added: number; readonly samples: string[] }
  >
>;

const CONTROLS =
  '.example-header .language-name, .lnt, span.ln, .lineno, .linenos, td.gutter, td.lntd:first-child, .line-numbers-wrapper, .react-line-numbers, .mw-editsection, button, select, textarea, option, datalist, noscript, script, style, template, svg, canvas, title, head';
export const FORMULAS =
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

/** A page that was built of Markdown. */
export const rendered: Sight = {
  sees: (element) =>
    !element.matches('[data-footnotes] > h2, .data-footnote-backref, .footnote-backref, .footnotes > hr'),
  isBlock: (element) => BLOCK_TAGS.test(element.localName),
  textOf: (node) => node.data,
};

/** As the page shows it, within a range. */
export const shown = (range: Range | null): Sight => ({
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

export const inventoryOf = (root: Element, base: string, sight: Sight): Inventory => {
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
      return /^(?:https?|mailto):/.test(url.protocol) && url.href.split('#', 1)[0] !== base
        ? [decodeURI(url.href.replace(/%(?![\da-f]{2})/gi, '%25')).replace(/\s/g, '')]
        : [];
    });
  const images = seenIn(root, 'img', sight)
    .filter((image) => isDisclosed(image) && !image.matches('.emoji, .mwe-math-fallback-image-inline'))
    .map((image) => squeeze(image.getAttribute('alt') ?? '').slice(0, 40));
  return {
    words: wordsOf(textIn(root, sight)),
    links: [...new Set(links.map((url) => url.replace(/\/$/, '')))],
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

export const compare = (source: Inventory, result: Inventory): Losses =>
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

/** Ranges that are selected are compared with what was built of them elsewhere. @public called in the page by its name */
export const inventoryOfSelection = (base: string): Inventory => {
  const range = getSelection()?.getRangeAt(0) ?? null;
  return inventoryOf(document.body, base, shown(range));
};

/** @public called in the page by its name */
export const measureBuilt = (source: Inventory, html: string, base: string): Losses =>
  compare(source, inventoryOf(new DOMParser().parseFromString(html, 'text/html').body, base, rendered));
