/**
 * A whole page as Markdown: Readability says which elements are the article, and those are read where they stand, with
 * all that an extractor loses (languages of code, boxes of tasks, what is hidden, which picture is shown).
 */
import { Readability } from '@mozilla/readability';
import {
  attributeOf,
  childElementsOf,
  closestOf,
  findAllIn,
  findIn,
  isElement,
  isWithin,
  nameOf,
  parentOf,
} from '../markdown/html/dom-access.ts';
import { htmlToMarkdown } from '../markdown/html-to-markdown.ts';
import type { PageText } from './page-clip.ts';

const MARK = 'data-lanyard-index';
const MOST_ELEMENTS = 200_000;

/** Blocks that an extractor takes out of an article; words and marks in what it keeps are always kept. */
const REMOVABLE =
  'div, section, aside, nav, header, footer, form, ul, ol, dl, table, figure, iframe, object, fieldset, menu';

interface Extracted {
  readonly kept: ReadonlySet<Element>;
  /** The smallest element that has all of it. */
  readonly root: Element;
}

const elementsOf = (root: Element): Element[] => {
  const elements: Element[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode())
    elements.push(node as Element);
  return elements;
};

/** A copy in which every element has the number of its original, and no control shadows a property of its form. */
const numberedCopy = (page: Document, originals: readonly Element[]): Document | null => {
  const copy = page.implementation.createHTMLDocument(page.title);
  const body = copy.importNode(originals[0] ?? page.body, true);
  const copies = elementsOf(body);
  if (copies.length !== originals.length) return null;
  copies.forEach((element, index) => {
    Element.prototype.setAttribute.call(element, MARK, String(index));
  });
  for (const control of body.querySelectorAll('form [name], form [id]')) {
    control.removeAttribute('name');
    control.removeAttribute('id');
  }
  copy.body.replaceWith(body);
  return copy;
};

const commonAncestor = (elements: readonly Element[]): Element | null => {
  const [first, ...others] = elements;
  let common: Element | null = first ?? null;
  for (const element of others) {
    while (common !== null && !common.contains(element)) common = common.parentElement;
  }
  return common;
};

const extract = (page: Document): Extracted | null => {
  const originals = elementsOf(page.body);
  const copy = originals.length > MOST_ELEMENTS ? null : numberedCopy(page, originals);
  if (copy === null) return null;
  const article = new Readability<Element>(copy, {
    serializer: (node) => node as Element,
    keepClasses: true,
  }).parse();
  const content = article?.content;
  if (content === undefined || content === null) return null;
  const kept = new Set<Element>();
  for (const element of content.querySelectorAll(`[${MARK}]`)) {
    const original = originals[Number(element.getAttribute(MARK))];
    if (original !== undefined) kept.add(original);
  }
  const root = commonAncestor([...kept]);
  return root === null ? null : withChapters({ kept, root });
};

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
const BESIDE_TEXT =
  'nav, aside, footer, form, [role="navigation"], [class*="nav" i], [class*="toc" i], [class*="comment" i], [class*="footer" i]';

/** How far up a document's chapters are looked for. */
const MOST_LEVELS = 64;

/** The name of the heading that the element begins with; `null` when it begins with something else. */
const headingAtStart = (element: Element): string | null => {
  const heading = findIn(element, HEADINGS);
  if (heading === null) return null;
  const before = new Range();
  before.setStart(element, 0);
  before.setEndBefore(heading);
  return /\S/.test(before.toString()) ? null : nameOf(heading);
};

/** The element is a chapter: it begins with a heading, and has others of its kind beside it that do. */
const isChapter = (element: Element, parent: Element): boolean => {
  const [name, kind] = [nameOf(element), attributeOf(element, 'class')];
  if (kind === '' && name !== 'section') return false;
  const alike = childElementsOf(parent).filter(
    (other) => other !== element && nameOf(other) === name && attributeOf(other, 'class') === kind,
  );
  const heading = alike.length === 0 ? null : headingAtStart(element);
  return heading !== null && alike.some((other) => headingAtStart(other) === heading);
};

/** A document of chapters is all of them; an extractor takes the one with the most text for the article. */
const withChapters = (extracted: Extracted): Extracted => {
  let [root, element] = [extracted.root, extracted.root];
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const parent = parentOf(element);
    if (!isElement(parent)) break;
    if (isChapter(element, parent)) root = parent;
    element = parent;
  }
  if (root === extracted.root) return extracted;
  const kept = new Set(extracted.kept);
  for (const block of findAllIn(root, REMOVABLE)) {
    const beside = closestOf(block, BESIDE_TEXT);
    if (beside === null || isWithin(root, beside)) kept.add(block);
  }
  return { root, kept };
};

/** Blocks of the article's element that are no part of the article. */
const omittedIn = ({ kept, root }: Extracted): Set<Element> => {
  const holders = new Set<Element>();
  for (const element of kept) {
    for (let node: Element | null = element; node !== null && !holders.has(node); node = node.parentElement)
      holders.add(node);
  }
  return new Set([...root.querySelectorAll(REMOVABLE)].filter((element) => !holders.has(element)));
};

/** The page's article; all of its body where no article can be told. */
export const readArticle = (page: Document): { readonly article: PageText | null } => {
  const extracted = extract(page);
  const base = page.baseURI;
  const { markdown, images } =
    extracted === null
      ? htmlToMarkdown(page.body, { base })
      : htmlToMarkdown(extracted.root, { base, omitted: omittedIn(extracted) });
  if (markdown === '') return { article: null };
  return {
    article: {
      markdown,
      images,
      text: (extracted?.root ?? page.body).textContent?.trim().slice(0, 2000) ?? '',
    },
  };
};
