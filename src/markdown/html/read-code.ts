/** Code blocks as they stand on pages: blocks, editors, file views, tables with line numbers, comparisons. */
import { languageOf, languageOfFile } from './code-language.ts';
import { classOf, codeHolderOf, codeTextOf, isDigits, LINE_TAGS } from './code-text.ts';
import {
  attributeOf,
  childElementsOf,
  findAllIn,
  findIn,
  hasAttributeOf,
  isElement,
  nameOf,
  parentOf,
  textOf,
} from './dom-access.ts';

export interface CodeBlock {
  readonly language: string;
  readonly text: string;
}

/** Cells that hold code in tables whose other cells number its lines. */
const CODE_CELLS =
  'td.code, td.rouge-code, td.lines-code, td.diff-text-cell, td.lntd:last-child, td.hljs-ln-code, td.blob-code, td.de1, td.crayon-code, td.linenumbers + td.lines';
const NUMBER_CELLS =
  'td.gutter, td.linenos, td.lines-num, td.diff-line-number, td.rouge-gutter, td.lntd, td.hljs-ln-numbers, td.blob-num, td.ln, td.linenumbers, td.crayon-nums';

/** Editors and file views that lay each line of code out as a block of its own. */
const CODE_VIEW =
  /(?:^|\s)(?:react-code-lines|CodeMirror-code|cm-content|view-lines|ace_text-layer|fragment|enlighter|syntaxhighlighter|__se_code_view|dp-(?:c|j|py|xml|css|sql|rb|php))(?:\s|$)/;

/** The code of an editor or a file view in the page, or `null` for any other element. */
export const readCodeView = (element: Element, className: string, base: string): CodeBlock | null => {
  if (!CODE_VIEW.test(className)) return null;
  // Slides call by this name whatever appears later.
  if (/(?:^|\s)fragment(?:\s|$)/.test(className) && findIn(element, 'div.line') === null) return null;
  const holder = findIn(element, 'td.code .container') ?? element;
  const rows = childElementsOf(holder).filter((line) => LINE_TAGS.has(nameOf(line)));
  const lines = (rows.length === 0 ? [holder] : rows).map((line) =>
    codeTextOf(line)
      .replace(/^\n+|\n+$/g, '')
      .replace(/\u200b/g, ''),
  );
  return { language: languageOf(element) || languageOfFile(base), text: withSpaces(`${lines.join('\n')}\n`) };
};

/** Where spaces would collapse, those of code are written as no-break spaces. */
const withSpaces = (code: string): string => code.replace(/\u00a0+$/gm, '').replace(/\u00a0/g, ' ');

/** True for code of several lines that stands in no `pre`, in a block of its own. @param isLaidOut styles can be asked */
export const isCodeOfLines = (code: Element, isLaidOut: boolean): boolean => {
  const text = (textOf(code) ?? '').trim();
  const parent = parentOf(code);
  const isBroken = findIn(code, 'br') !== null;
  if (text === '' || !(isBroken || text.includes('\n'))) return false;
  const style = isLaidOut ? getComputedStyle(code) : null;
  const isAlone = style?.display === 'block' || (isElement(parent) && (textOf(parent) ?? '').trim() === text);
  const space = style?.whiteSpaceCollapse ?? attributeOf(code, 'style');
  return isAlone && (isBroken || /preserve(?!-spaces)|white-space:\s*(?:pre|break)/.test(space));
};

/** Code that stands in no `pre`. */
export const readCodeOfLines = (code: Element): CodeBlock => ({
  language: languageOf(code),
  text: withSpaces(codeTextOf(code)),
});

/** The code of a `pre`. */
export const readPre = (pre: Element): CodeBlock => ({
  language: languageOf(pre),
  text: codeTextOf(codeHolderOf(pre)),
});

/** Names of the boxes that code stands in, a few levels up. */
const isAmongCode = (table: Element): boolean => {
  let box = parentOf(table);
  for (let steps = 0; steps < 8 && isElement(box); steps += 1) {
    if (nameOf(box) === 'pre' || /highlight|code/.test(classOf(box))) return true;
    box = parentOf(box);
  }
  return false;
};

/** The code of a table that only lays out line numbers beside code, or `null` for any other table. */
export const readCodeTable = (table: Element): CodeBlock | null => {
  if (classOf(table) === '' && !isAmongCode(table)) return null;
  const cells = findAllIn(table, CODE_CELLS).filter(
    (cell) => !isDigits(cell) || findIn(table, NUMBER_CELLS) === cell,
  );
  if (findIn(table, 'th') !== null) return null;
  if (cells.length === 0 || findIn(table, NUMBER_CELLS) === null) return readCountedTable(table);
  const lines = cells.map((cell) => ({ row: parentOf(cell), text: markedText(cell) }));
  // Side by side, what is the same in both versions stands twice.
  const once = lines.filter(
    ({ row, text }, index) => lines[index - 1]?.row !== row || lines[index - 1]?.text !== text,
  );
  const isDiff = findIn(table, '[data-code-marker="+"], [data-code-marker="-"], .diff-text-marker') !== null;
  return {
    language: isDiff ? 'diff' : languageOf(table) || languageOfFile(table.baseURI),
    text: once.map(({ text }) => withFinalNewline(text)).join(''),
  };
};

/** The code of a table of one row whose first cell counts the lines of the next, whatever the page calls them. */
const readCountedTable = (table: Element): CodeBlock | null => {
  const [row, second] = findAllIn(table, 'tr');
  if (row === undefined || second !== undefined) return null;
  const [numbers, code] = childElementsOf(row);
  if (numbers === undefined || code === undefined || !isDigits(numbers)) return null;
  const counted = codeTextOf(numbers)
    .trim()
    .split(/\s*\n\s*/);
  const first = Number(counted[0]);
  if (counted.length < 2 || !counted.every((number, index) => Number(number) === first + index)) return null;
  const text = withSpaces(codeTextOf(codeIn(code)));
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.length === counted.length
    ? { language: languageOf(table), text: withFinalNewline(text) }
    : null;
};

/** The text of a cell; in a comparison of versions after its sign, which the page may only draw. */
const markedText = (cell: Element): string => {
  if (/(?:^|\s)diff-text-cell(?:\s|$)/.test(classOf(cell))) return (textOf(cell) ?? '').replace(/\n+$/, '');
  const marked = hasAttributeOf(cell, 'data-code-marker') ? cell : findIn(cell, '[data-code-marker]');
  return (marked === null ? '' : attributeOf(marked, 'data-code-marker')) + codeTextOf(codeIn(cell));
};

const codeIn = (cell: Element): Element => {
  const pre = findIn(cell, 'pre');
  return pre === null ? cell : codeHolderOf(pre);
};

const withFinalNewline = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
