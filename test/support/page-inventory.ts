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

/** Line numbers and the name of a block's language go with the code; what is for use and not for reading goes. */
const CONTROLS =
  '.example-header .language-name, div[class*="language-"] > span.lang, .linenumber, .react-syntax-highlighter-line-number, .lnt, span.ln, .lineno, .linenos, td.gutter, td.lntd:first-child, .ec-line > .gutter, .pre-numbering, .code-block-extension-header, .cnblogs_code_toolbar, .line-numbers-wrapper, .react-line-numbers, .mw-editsection, button, select, textarea, option, datalist, noscript, script, style, template, svg, canvas, title, head, video, audio';
export const FORMULAS =
  '.katex, .mwe-math-element, .MathJax, .MathJax_Display, mjx-container, math, .MathJax_Preview';
const BLOCK_TAGS =
  /^(?:p|div|h[1-6]|ul|ol|li|table|tr|td|th|thead|tbody|tfoot|caption|pre|blockquote|section|br|hr|dl|dt|dd|article|figure|figcaption|summary|details)$/;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
const wordsOf = (text: string): string[] =>
  text
    .replace(/[\u00AD\u200B\u2060\uFEFF]|[\uFE00-\uFE0F]/g, '')
    .normalize('NFKC')
    .match(/\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu) ?? [];

export interface Sight {
  readonly sees: (element: Element) => boolean;
  readonly isBlock: (element: Element) => boolean;
  readonly textOf: (node: Text) => string;
}

/** A page that was built of Markdown. */
const rendered: Sight = {
  sees: (element) =>
    !element.matches('[data-footnotes] > h2, .data-footnote-backref, .footnote-backref, .footnotes > hr'),
  isBlock: (element) => BLOCK_TAGS.test(element.localName),
  textOf: (node) => node.data,
};

/** The ends of the addresses that players in the page show and nothing links to. */
const embedsIn = (page: Element): string[] => {
  const links = [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  return [...page.querySelectorAll('iframe, embed, object, video, audio, source')].flatMap((embed) => {
    const address =
      ['data-content', 'src', 'data-src', 'data'].map((name) => embed.getAttribute(name)).find(Boolean) ?? '';
    const end =
      decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '')
        .split('/')
        .at(-1) ?? '';
    return end.length > 4 && !links.some((link) => link.includes(end)) ? [end] : [];
  });
};

/** Built of this page: the link that stands in for a player is no words and no link, as the player is none. */
export const renderedFrom = (page: Element): Sight => {
  const embeds = embedsIn(page);
  const isPlayer = (element: Element): boolean =>
    element.localName === 'a' && embeds.some((end) => element.getAttribute('href')?.includes(end));
  return { ...rendered, sees: (element) => rendered.sees(element) && !isPlayer(element) };
};

/** What a reader opens to read it counts as seen. */
export const openDetails = (page: Document): void => {
  for (const details of page.querySelectorAll('details')) details.open = true;
};

/** The node itself, or the host of the shadow trees that it stands in: ranges know of no shadow. */
const lightOf = (node: Node): Node => {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? lightOf(root.host) : node;
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
    (range === null || range.intersectsNode(lightOf(element))),
  isBlock: (element) =>
    element.localName === 'br' || !/^(?:inline|contents)$/.test(getComputedStyle(element).display),
  textOf: (node) => {
    if (range === null) return node.data;
    if (!range.intersectsNode(lightOf(node))) return '';
    const from = node === range.startContainer ? range.startOffset : 0;
    return node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
  },
});

/** A formula is a picture on the page and TeX between dollars in Markdown: no words in either. */
const TEX = /\$\$[^$]{1,2000}\$\$|\$(?! )[^$]{0,400}[^$ ]\$/g;
const NOTE_MARK = /^[[(]?\s*(?:[\p{L}*†‡§]|\p{L}{0,5}\s?\d{1,4})\s*[\])]?$/u;

/** The mark of a note, and what leads back to it: who renders numbers them anew. */
const isNoteMark = (element: Element): boolean =>
  element.localName === 'a' &&
  (element.getAttribute('href') ?? '').includes('#') &&
  NOTE_MARK.test((element.textContent ?? '').trim());

/** What is shown in an element: its shadow tree, and in a slot what was put there. */
const childrenOf = (element: Element): Iterable<Node> => {
  const slotted = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  return slotted.length > 0 ? slotted : (element.shadowRoot ?? element).childNodes;
};

/** All text in the element; where a block begins or ends there is a space. */
const textIn = (root: Element, sight: Sight): string => {
  let text = '';
  const visit = (node: Node, inCode: boolean): void => {
    // In code a dollar is a dollar, and no sign of a formula.
    if (node instanceof Text) text += inCode ? sight.textOf(node).replaceAll('$', '') : sight.textOf(node);
    if (!(node instanceof Element) || !sight.sees(node) || (!inCode && isNoteMark(node))) return;
    const gap = sight.isBlock(node) ? ' ' : '';
    text += gap;
    const within = inCode || node.localName === 'code' || node.localName === 'pre';
    for (const child of childrenOf(node)) visit(child, within);
    text += gap;
  };
  const isCode = root.closest('code, pre') !== null;
  for (const child of childrenOf(root)) visit(child, isCode);
  return text.includes('$') ? text.replace(/\s+/g, ' ').replace(TEX, ' ') : text;
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
