/** A note's Markdown, cleaned so that it can stand among others. */
import { cleanText } from '../../markdown/plain-text.ts';

/**
 * Line feeds only, no control characters, nothing blank at the ends, and no indentation of the first line: behind a
 * list, indented text would fall into the list's last item. Indented code becomes a fence.
 */
export const cleanNote = (markdown: string): string => {
  const text = cleanText(markdown)
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
  if (!/^[ \t]/.test(text)) return text;
  return /^(?: {4}| {0,3}\t)/.test(text) ? fenceCode(text) : dedent(text);
};

const dedent = (text: string): string => {
  const depths = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.search(/[^ ]/)]));
  const depth = Math.min(...depths.slice(0, 1000), 3);
  const less = depth === 0 ? text : text.replace(new RegExp(`^ {1,${depth}}`, 'gm'), '');
  return less.replace(/^ {1,3}(?=\S)/, '');
};

const fenceCode = (text: string): string => {
  const lines = text.split('\n');
  const isCode = (line: string): boolean => line.trim() === '' || /^(?: {4}| {0,3}\t)/.test(line);
  const end = lines.findIndex((line) => !isCode(line));
  const code = lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.replace(/^(?: {4}| {0,3}\t)/, ''))
    .join('\n')
    .trimEnd();
  const rest = end < 0 ? '' : `\n\n${lines.slice(end).join('\n')}`;
  const longest = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}${rest}`;
};
