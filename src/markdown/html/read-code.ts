/** Code blocks as they stand on pages: the text without line numbers and buttons, and the language. */
import { languageOf, languageOfFile } from './code-language.ts';
import {
  attributeOf,
  childElementsOf,
  closestOf,
  findAllIn,
  findIn,
  firstChildOf,
  hasAttributeOf,
  isElement,
  nameOf,
  nextSiblingOf,
  parentOf,
  textOf,
  typeOf,
} from './dom-access.ts';

export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

const NUMBERS_CLASS =
  /(?:^|[\s_-])(?:line-?num|line-?no|linenos?|lnt?|gutter|ln-num|blob-num|rownum|react-line)/i;
const LINE_CLASS = /(?:^|[\s_-])(?:token-line|code-line|view-line|line|row)(?:\s|$)/i;
const LINE_TAGS = new Set(['div', 'p', 'li', 'tr']);
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
const SKIPPED_CLASS = /(?:^|[\s_-])(?:copy|clipboard|toolbar|sr-only|visually-hidden|copied)/i;

/** Cells that hold code in tables whose other cells number its lines. */
const CODE_CELLS =
  'td.code, td.rouge-code, td.lntd:last-child, td.hljs-ln-code, td.blob-code, td.de1, td.crayon-code';
const NUMBER_CELLS =
  'td.gutter, td.linenos, td.rouge-gutter, td.lntd, td.hljs-ln-numbers, td.blob-num, td.ln, td.crayon-nums';

const classOf = (element: Element): string => attributeOf(element, 'class');

const isDigits = (element: Element): boolean => /^\s*\d[\s\d]*$/.test(textOf(element) ?? '');

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

const isSkipped = (element: Element): boolean => {
  if (SKIPPED_TAGS.has(nameOf(element))) return true;
  const name = classOf(element);
  return (
    isGutter(element) || (name !== '' && SKIPPED_CLASS.test(name) && (textOf(element) ?? '').length < 40)
  );
};

/** True when lines are spans and nothing else parts them. */
const hasSpanLines = (root: Element): boolean => {
  if (/\n/.test((textOf(root) ?? '').trim()) || findIn(root, 'br') !== null) return false;
  return (
    findAllIn(root, 'span, code').filter(
      (line) => LINE_CLASS.test(classOf(line)) || hasAttributeOf(line, 'data-line'),
    ).length > 1
  );
};

/** The text of a code element, line by line as it is shown. Nesting may be of any depth. */
const codeTextOf = (root: Element): string => {
  const spanLines = hasSpanLines(root);
  let text = '';
  const isLine = (element: Element): boolean => {
    const name = nameOf(element);
    if (LINE_TAGS.has(name)) return true;
    return (
      spanLines &&
      (name === 'span' || name === 'code') &&
      (LINE_CLASS.test(classOf(element)) || hasAttributeOf(element, 'data-line'))
    );
  };
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
    } else if (isElement(node) && !isSkipped(node)) {
      const line = isLine(node);
      if (nameOf(node) === 'br') text += '\n';
      if (line && text !== '' && !text.endsWith('\n')) text += '\n';
      openLines.push(line ? text.length : -1);
      current = node;
      node = firstChildOf(node);
    } else node = nextSiblingOf(node);
  }
  return text.replace(/\r\n?/g, '\n').replace(/[\uFDD0-\uFDEF]/g, '');
};

const isBetweenLines = (text: Node, isLine: (element: Element) => boolean): boolean => {
  const next = nextSiblingOf(text);
  return isElement(next) && isLine(next);
};

/** Editors and file views that lay each line of code out as a block of its own. */
const CODE_VIEW = /(?:^|\s)(?:react-code-lines|CodeMirror-code|cm-content|view-lines|ace_text-layer)(?:\s|$)/;

/** The code of an editor or a file view in the page, or `null` for any other element. */
export const readCodeView = (element: Element, className: string, base: string): CodeBlock | null => {
  if (!CODE_VIEW.test(className)) return null;
  const lines = childElementsOf(element).map((line) =>
    codeTextOf(line)
      .replace(/^\n+|\n+$/g, '')
      .replace(/\u200b/g, ''),
  );
  return { language: languageOf(element) || languageOfFile(base), text: `${lines.join('\n')}\n` };
};

/** The element that holds the code of a `pre`: its one `code`, unless there is other text beside it. */
const codeHolderOf = (pre: Element): Element => {
  const codes = findAllIn(pre, 'code').filter((code) => !isDigits(code) && (textOf(code) ?? '') !== '');
  const [only, second] = codes;
  if (only === undefined || second !== undefined) return pre;
  for (let node = firstChildOf(pre); node !== null; node = nextSiblingOf(node)) {
    if (typeOf(node) === Node.TEXT_NODE && /\S/.test(textOf(node) ?? '')) return pre;
  }
  return only;
};

/** The code of a `pre`. */
export const readPre = (pre: Element): CodeBlock => ({
  language: languageOf(pre),
  text: codeTextOf(codeHolderOf(pre)),
});

/** The code of a table that only lays out line numbers beside code, or `null` for any other table. */
export const readCodeTable = (table: Element): CodeBlock | null => {
  if (classOf(table) === '' && closestOf(table, '[class*="highlight"], [class*="code"], pre') === null)
    return null;
  const cells = findAllIn(table, CODE_CELLS).filter(
    (cell) => !isDigits(cell) || findIn(table, NUMBER_CELLS) === cell,
  );
  if (cells.length === 0 || findIn(table, NUMBER_CELLS) === null || findIn(table, 'th') !== null) return null;
  return {
    language: languageOf(table),
    text: cells.map((cell) => withFinalNewline(codeTextOf(codeIn(cell)))).join(''),
  };
};

const codeIn = (cell: Element): Element => {
  const pre = findIn(cell, 'pre');
  return pre === null ? cell : codeHolderOf(pre);
};

const withFinalNewline = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
