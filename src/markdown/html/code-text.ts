/** The text of code as a page lays it out: without line numbers, signs and buttons, each line a line. */
import {
  attributeOf,
  childElementsOf,
  findAllIn,
  findIn,
  firstChildOf,
  hasAttributeOf,
  isElement,
  nameOf,
  nextSiblingOf,
  parentOf,
  seemsVisible,
  textOf,
  typeOf,
} from './dom-access.ts';

const NUMBERS_CLASS =
  /(?:^|[\s_-])(?:line-?num|line-?no|linenos?|lnt?|gutter|ln-num|blob-num|rownum|react-line)/i;
const LINE_CLASS = /(?:^|[\s_-])(?:token-line|code-line|view-line|line|row)(?:\s|$)/i;
export const LINE_TAGS = new Set(['div', 'p', 'li', 'tr']);
const SKIPPED_TAGS = new Set([
  'button',
  'style',
  'script',
  'svg',
  'textarea',
  'select',
  'template',
  'clipboard-copy',
]);
const SKIPPED_CLASS = /(?:^|[\s_-])(?:copy|clipboard|toolbar|hljs-button|sr-only|visually-hidden|copied)/i;

export const classOf = (element: Element): string => attributeOf(element, 'class');

export const isDigits = (element: Element): boolean => /^\s*\d[\s\d]*$/.test(textOf(element) ?? '');

const isGutter = (element: Element): boolean => {
  const name = classOf(element);
  if (name !== '' && NUMBERS_CLASS.test(name) && (isDigits(element) || !/\S/.test(textOf(element) ?? '')))
    return true;
  if (
    !/^(?:span|td|a|div)$/.test(nameOf(element)) ||
    !/user-select|data-line-number/.test(elementSays(element))
  )
    return false;
  return isDigits(element);
};

const elementSays = (element: Element): string =>
  `${attributeOf(element, 'style')} ${attributeOf(element, 'data-line-number') === '' ? '' : 'data-line-number'}`;

/** Elements that count the lines, one at the start of each, whatever the page calls them. */
const countersIn = (root: Element): ReadonlySet<Element> => {
  const text = (textOf(root) ?? '').replace(/\n$/, '');
  if (!/^\s*\d+\D/.test(text)) return NO_COUNTERS;
  const lines = text.split('\n');
  const counters = findAllIn(root, 'span, a, em, i').filter(
    (element) => isDigits(element) && childElementsOf(element).length === 0,
  );
  const first = Number(textOf(counters[0] ?? root));
  const isCount = lines.every((line, index) => line.trimStart().startsWith(String(first + index)));
  const isEach = counters.length === lines.length && lines.length > 1;
  return isEach && isCount && counters.every((element, index) => Number(textOf(element)) === first + index)
    ? new Set(counters)
    : NO_COUNTERS;
};
const NO_COUNTERS: ReadonlySet<Element> = new Set();

const isSkipped = (element: Element): boolean => {
  if (SKIPPED_TAGS.has(nameOf(element))) return true;
  const name = classOf(element);
  return (
    // Lines that an example needs and a reader may open: mdBook.
    (name === 'boring' && !seemsVisible(element)) ||
    isGutter(element) ||
    (name !== '' && SKIPPED_CLASS.test(name) && (textOf(element) ?? '').length < 40)
  );
};

/** True for a span that is a line, or for each `code` of a `pre` that has several. */
const isSpanLine = (element: Element, root: Element): boolean =>
  /^(?:span|code)$/.test(nameOf(element)) &&
  (LINE_CLASS.test(classOf(element)) ||
    hasAttributeOf(element, 'data-line') ||
    (nameOf(element) === 'code' &&
      nameOf(root) === 'pre' &&
      parentOf(element) === root &&
      !hasOwnText(root)));

const hasOwnText = (root: Element): boolean => {
  let node = firstChildOf(root);
  while (node !== null && !(typeOf(node) === Node.TEXT_NODE && /\S/.test(textOf(node) ?? '')))
    node = nextSiblingOf(node);
  return node !== null;
};

/** True when lines are spans and nothing else parts them. */
const hasSpanLines = (root: Element): boolean =>
  !/\n/.test((textOf(root) ?? '').trim()) &&
  findIn(root, 'br') === null &&
  findAllIn(root, 'span, code').filter((line) => isSpanLine(line, root)).length > 1;

/** The text of a code element, line by line as it is shown. Nesting may be of any depth. */
export const codeTextOf = (root: Element): string => {
  const spanLines = hasSpanLines(root);
  const counters = countersIn(root);
  let text = '';
  const isLine = (element: Element): boolean =>
    LINE_TAGS.has(nameOf(element)) || (spanLines && isSpanLine(element, root));
  /** Lengths of the text where the lines that are open began; -1 for elements that are none. */
  const openLines: number[] = [];
  let node: Node | null = firstChildOf(root);
  let current: Node = root;
  for (;;) {
    if (node === null) {
      if (current === root) break;
      const from = openLines.pop() ?? -1;
      if (from >= 0 && (text.length === from || !text.endsWith('\n'))) text += '\n';
      node = nextSiblingOf(current);
      current = parentOf(current) ?? root;
      continue;
    }
    if (typeOf(node) === Node.TEXT_NODE) {
      const data = (node as Text).data;
      if (!(data.includes('\n') && !/\S/.test(data) && isBetweenLines(node, isLine))) text += data;
      node = nextSiblingOf(node);
    } else if (isElement(node) && !counters.has(node) && !isSkipped(node)) {
      const line = isLine(node);
      if (nameOf(node) === 'br') text += '\n';
      if (line && text !== '' && !text.endsWith('\n')) text += '\n';
      openLines.push(line ? text.length : -1);
      current = node;
      node = firstChildOf(node);
    } else node = nextSiblingOf(node);
  }
  const code = text.replace(/\r\n?/g, '\n').replace(/[\uFDD0-\uFDEF]/g, '');
  // The space between a number and its line goes with the number.
  return counters.size > 0 && /^(?: .*\n?|\n)+$/.test(code) ? code.replace(/^ /gm, '') : code;
};

const isBetweenLines = (text: Node, isLine: (element: Element) => boolean): boolean => {
  const next = nextSiblingOf(text);
  return isElement(next) && isLine(next);
};

/** The element that holds the code of a `pre`: its one `code`, unless there is other text beside it. */
export const codeHolderOf = (pre: Element): Element => {
  const codes = findAllIn(pre, 'code').filter((code) => !isDigits(code) && (textOf(code) ?? '') !== '');
  const [only, second] = codes;
  if (only === undefined || second !== undefined) return pre;
  for (let node = firstChildOf(pre); node !== null; node = nextSiblingOf(node)) {
    if (typeOf(node) === Node.TEXT_NODE && /\S/.test(textOf(node) ?? '')) return pre;
  }
  return only;
};
