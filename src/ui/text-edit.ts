/** Writing help as pure functions: text and selection in, the edit to make out. Offsets are UTF-16 units. */

export interface TextSelection {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Replace `from`…`to` by `insert`, then select `start`…`end`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

const LIST_ITEM = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))( +)(\[[ xX]\] +)?/;

const lineAround = ({ text, start }: TextSelection): { readonly from: number; readonly line: string } => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const end = text.indexOf('\n', start);
  return { from, line: text.slice(from, end === -1 ? text.length : end) };
};

/** The marker that the item after this line begins with; empty when the line is no list item. */
export const nextListMarker = (line: string): string => {
  const found = LIST_ITEM.exec(line);
  if (found === null) return '';
  const [, indent = '', bullet, number, delimiter = '', space = ' ', box] = found;
  const marker = bullet ?? `${Number(number) + 1}${delimiter}`;
  return `${indent}${marker}${space}${box === undefined ? '' : '[ ] '}`;
};

/** True for a list item that has only its marker. */
export const isEmptyListItem = (line: string): boolean => {
  const found = LIST_ITEM.exec(line);
  return found !== null && line.length === found[0].length;
};

/** A line break that continues the list the caret is in, or ends it on an empty item; `null`: an ordinary break. */
export const continueList = (selection: TextSelection): TextEdit | null => {
  if (selection.start !== selection.end) return null;
  const { from, line } = lineAround(selection);
  const found = LIST_ITEM.exec(line);
  if (found === null || selection.start < from + found[0].length) return null;
  if (isEmptyListItem(line)) return { from, to: from + line.length, insert: '', start: from, end: from };
  const insert = `\n${nextListMarker(line)}`;
  const caret = selection.start + insert.length;
  return { from: selection.start, to: selection.start, insert, start: caret, end: caret };
};

/** Indents or outdents the list items that the selection touches; `null` when it touches none. */
export const indentList = (selection: TextSelection, outwards: boolean): TextEdit | null => {
  const from = selection.text.lastIndexOf('\n', selection.start - 1) + 1;
  const lineEnd = selection.text.indexOf('\n', selection.end);
  const to = lineEnd === -1 ? selection.text.length : lineEnd;
  const lines = selection.text.slice(from, to).split('\n');
  if (!lines.some((line) => LIST_ITEM.test(line))) return null;
  const changed = lines.map((line) => (outwards ? line.replace(/^ {1,2}/, '') : `  ${line}`));
  const insert = changed.join('\n');
  const firstShift = (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const start = Math.max(from, selection.start + firstShift);
  return { from, to, insert, start, end: Math.max(start, selection.end + insert.length - (to - from)) };
};

/** Puts `mark` round the selection, or takes it away where it stands already. */
export const toggleMark = ({ text, start, end }: TextSelection, mark: string): TextEdit => {
  const size = mark.length;
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    const inside = text.slice(start, end);
    return { from: start - size, to: end + size, insert: inside, start: start - size, end: end - size };
  }
  const insert = `${mark}${text.slice(start, end)}${mark}`;
  return { from: start, to: end, insert, start: start + size, end: end + size };
};

/** An address pasted over selected words makes a link of them; `null` for anything else. */
export const linkOverSelection = ({ text, start, end }: TextSelection, pasted: string): TextEdit | null => {
  const address = pasted.trim();
  const words = text.slice(start, end);
  if (words === '' || words.includes('\n') || !/^https?:\/\/\S+$/.test(address)) return null;
  const insert = `[${words}](${/[()]/.test(address) ? `<${address}>` : address})`;
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
};
