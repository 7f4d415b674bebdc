/** Cells copied from a spreadsheet, as the tab-separated text that comes with them, to a Markdown table. */
import { cleanText, escapeInline } from './plain-text.ts';

/** Cells that are read: a sheet of more is not a note. */
const MAX_CELLS = 5_000;

/**
 * Rows of tab-separated text. A cell with a tab, a line feed or a quote in it stands in quotes, its own quotes doubled,
 * as spreadsheets write it.
 */
const readCells = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '' && isQuotedCell(text, index)) quoted = true;
    else if (character === '\t' || character === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  rows.at(-1)?.push(cell);
  return rows;
};

/** True when the quote at `from` has its end right before a tab or a line's end. */
const isQuotedCell = (text: string, from: number): boolean => {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text.charAt(at + 1) === '"') at += 1;
    else return at + 1 === text.length || /[\t\n]/.test(text.charAt(at + 1));
  }
  return false;
};

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const asCell = (text: string): string => escapeInline(text).replaceAll('|', '\\|');

const isNumber = (text: string): boolean => /^[+-]?[\p{Sc}]?[\d\s.,']*\d\s?[%\p{Sc}]?$/u.test(text.trim());

/**
 * The table with its first row as the head; columns of numbers are aligned to the right. `null` for text that is no
 * rectangle of at least two rows and two columns, or begins a row with nothing (indented code).
 */
export const tableFromCells = (text: string): string | null => {
  const clean = cleanText(text).replace(/\n+$/, '');
  if (!clean.includes('\t') || !clean.includes('\n') || clean.length > 100 * MAX_CELLS) return null;
  const rows = readCells(clean);
  const [head = [], ...body] = rows;
  if (head.length < 2 || body.length === 0 || rows.length * head.length > MAX_CELLS) return null;
  if (rows.some((row) => row.length !== head.length) || rows.every(([first]) => first === '')) return null;
  if (head.every((cell) => cell.trim() === '')) return null;
  const rules = head.map((_, column) => {
    const filled = body.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
    return filled.length > 0 && filled.every(isNumber) ? '--:' : '---';
  });
  return [lineOf(head.map(asCell)), lineOf(rules), ...body.map((row) => lineOf(row.map(asCell)))].join('\n');
};
