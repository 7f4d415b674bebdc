/** Writing help beyond lists and marks: code blocks, link completion, templates. Pure: text and selection in, edit out. */
import type { TextEdit, TextSelection } from './text-edit.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})([^`]*)$/;

interface Fence {
  readonly mark: string;
  /** False while the block has no closing line. */
  readonly closed: boolean;
  /** True when the caret stands in the line that opens it. */
  readonly opening: boolean;
}

const isClosing = (line: string, mark: string): boolean => {
  const found = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1];
  return found?.startsWith(mark) === true;
};

/** The code block that the caret is in, from its opening line to before its closing one; `null` outside. */
const fenceAround = ({ text, start }: TextSelection): Fence | null => {
  let mark: string | null = null;
  let begin = 0;
  let from = 0;
  for (const line of text.split('\n')) {
    const end = from + line.length;
    if (mark === null) {
      mark = FENCE.exec(line)?.[1] ?? null;
      begin = from;
    } else if (isClosing(line, mark)) {
      if (start < from && start >= begin) return { mark, closed: true, opening: opens(text, begin, start) };
      mark = null;
    }
    from = end + 1;
  }
  return mark === null || start < begin ? null : { mark, closed: false, opening: opens(text, begin, start) };
};

const opens = (text: string, begin: number, start: number): boolean =>
  !text.slice(begin, start).includes('\n');

/** True where what is typed is code: an Enter there breaks the line, and nothing is turned into Markdown. */
export const isInCode = (selection: TextSelection): boolean => fenceAround(selection) !== null;

/**
 * A line break in a code block, with the indentation of its line; behind an opening line without an end, the end is
 * written too. `null` outside of code.
 */
export const breakInCode = (selection: TextSelection): TextEdit | null => {
  const fence = fenceAround(selection);
  if (fence === null) return null;
  const { text, start, end } = selection;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = fence.opening ? '' : (/^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '');
  const atLineEnd = end === text.length || text.charAt(end) === '\n';
  const begun = fence.opening && !fence.closed && atLineEnd && text.slice(end).trim() === '';
  const caret = start + 1 + indent.length;
  const insert = begun ? `\n\n${fence.mark}` : `\n${indent}`;
  return { from: start, to: end, insert, start: caret, end: caret };
};

/** Makes the selection a code block of its own lines, with the caret where the language is written. */
export const codeBlock = ({ text, start, end }: TextSelection): TextEdit => {
  const code = text.slice(start, end).replace(/^\n+|\n+$/g, '');
  const runs = [...code.matchAll(/^`{3,}/gm)].map(([run]) => run.length);
  const mark = '`'.repeat(Math.max(2, ...runs) + 1);
  const before = start === 0 || text.charAt(start - 1) === '\n' ? '' : '\n';
  const after = end === text.length || text.charAt(end) === '\n' ? '' : '\n';
  const caret = start + before.length + mark.length;
  const insert = `${before}${mark}\n${code}\n${mark}${after}`;
  return { from: start, to: end, insert, start: caret, end: caret };
};

/** What stands behind the last `[[` before the caret. */
export interface Completing {
  /** Of the `[[`. */
  readonly from: number;
  readonly to: number;
  readonly query: string;
}

const MAX_QUERY = 60;

/** The link that is being looked for at the caret; `null` when none is. */
export const completingAt = ({ text, start, end }: TextSelection): Completing | null => {
  if (start !== end || isInCode({ text, start, end })) return null;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const at = line.lastIndexOf('[[');
  const query = line.slice(at + 2);
  if (at === -1 || query.length > MAX_QUERY || /[\][]/.test(query)) return null;
  return { from: start - query.length - 2, to: start, query };
};

/** Puts the link in the place of what was looked for; closing brackets right behind it go too. */
export const completeLink = (text: string, { from, to }: Completing, link: string): TextEdit => {
  const until = text.startsWith(']]', to) ? to + 2 : to;
  return { from, to: until, insert: link, start: from + link.length, end: from + link.length };
};

/** Words at the caret, kept apart from what stands around them by one space. */
export const insertWords = ({ text, start, end }: TextSelection, words: string): TextEdit => {
  const before = start === 0 || /\s$/.test(text.slice(0, start)) ? '' : ' ';
  const after = /^\s/.test(text.slice(end)) ? '' : ' ';
  const insert = `${before}${words}${after}`;
  return { from: start, to: end, insert, start: start + insert.length, end: start + insert.length };
};

/** A block at the caret, with an empty line before and behind it where text stands. */
export const insertBlock = ({ text, start, end }: TextSelection, block: string): TextEdit => {
  const head = text.slice(0, start);
  const before = head.trim() === '' || head.endsWith('\n\n') ? '' : head.endsWith('\n') ? '\n' : '\n\n';
  const tail = text.slice(end);
  const after = tail.trim() === '' || tail.startsWith('\n\n') ? '' : tail.startsWith('\n') ? '\n' : '\n\n';
  const insert = `${before}${block}${after}`;
  const caret = start + before.length + block.length;
  return { from: start, to: end, insert, start: caret, end: caret };
};

/** The question of a line that begins as one is written down (`Q: …`); `null` for any other line. */
export const asQuestion = (text: string): string | null => {
  const found = /^(?:q|问|質問|질문)\s?(?::\s+|：\s*)/i.exec(text);
  return found === null ? null : text.slice(found[0].length);
};
