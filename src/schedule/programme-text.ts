/** Titles and abstracts: cleaned of what no reader sees, never of what they say. */
import { withoutEntities } from './html-entities.ts';
import type { ProgrammeText } from './programme.ts';

/** Control characters, and those that turn the direction of the text around them. */
const INVISIBLE = /[^\P{Cc}\n\t]|[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** One line of plain text. Angle brackets stay: whoever shows it, shows it as text. */
export const cleanLine = (text: string): string =>
  withoutEntities(text).replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

const TAG =
  /<\/?(?:p|br|a|ul|ol|li|b|i|em|strong|div|span|h[1-6]|blockquote|pre|code|table|tr|td|hr|img|script|style)(?:\s[^<>]*)?\/?>/i;

/** The indent that an XML printer gave all lines after the first would make code blocks of them. */
const withoutIndent = (text: string): string => {
  const lines = text.split('\n');
  const indents = lines
    .slice(1)
    .flatMap((line) => (line.trim() === '' ? [] : [/^[ \t]*/.exec(line)?.[0].length ?? 0]));
  const indent = indents.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  if (indents.length === 0 || indent === 0) return text;
  return lines.map((line, at) => (at === 0 ? line : line.slice(indent))).join('\n');
};

const clean = (text: string): string =>
  withoutIndent(text.replace(/\r\n?/g, '\n').replace(INVISIBLE, ''))
    .replace(/[ \t]+$/gm, (spaces) => (spaces === '  ' ? spaces : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const essence = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/[\s.…]+/g, ' ')
    .trim()
    .toLowerCase();

/** Only as much of the longer text is looked at as the shorter one can fill, with room for markup. */
const beginsWith = (longer: string, shorter: string): boolean =>
  essence(longer.slice(0, shorter.length * 2 + 200)).startsWith(essence(shorter));

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Paragraphs of plain text as HTML. */
const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/[&<>]/g, (mark) => ESCAPES[mark] ?? mark)}</p>`)
    .join('\n');

/**
 * Abstract and description as one text. Where one repeats the other, or begins with it, the longer stands alone.
 *
 * @returns `repeated` is true where something was left out
 */
export const joinTexts = (
  abstract: string,
  description: string,
): { readonly text: ProgrammeText; readonly repeated: boolean } => {
  const parts = [clean(abstract), clean(description)].filter((text) => text !== '');
  const [first = '', second] = parts;
  const single = (text: string): ProgrammeText => ({ format: TAG.test(text) ? 'html' : 'markdown', text });
  if (second === undefined) return { text: single(first), repeated: false };
  if (beginsWith(second, first)) return { text: single(second), repeated: true };
  if (second.length <= first.length && essence(first).includes(essence(second))) {
    return { text: single(first), repeated: true };
  }
  const isHtml = parts.map((text) => TAG.test(text));
  if (!isHtml.includes(true))
    return { text: { format: 'markdown', text: parts.join('\n\n') }, repeated: false };
  const text = parts.map((part, at) => (isHtml[at] ? part : paragraphs(part))).join('\n');
  return { text: { format: 'html', text }, repeated: false };
};
