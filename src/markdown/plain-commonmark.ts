/** Markdown spelled out for readers that know less than GFM: bare addresses as links, indented code as fences. */
import type { MarkdownNode } from './blocks.ts';
import type { Range } from './code-ranges.ts';
import { formatLink } from './plain-text.ts';

/** A part of a text and what stands there instead. */
export interface Replacement {
  readonly range: Range;
  readonly text: string;
}

/** A link that is nothing but its address in the text, as `<address>` or, for `www.` and the like, with its own words. */
export const spelledOutLink = (node: MarkdownNode, source: string): string | null => {
  if (node.type !== 'link' || /^[[<]/.test(source)) return null;
  return source === node.url && !source.includes('&') ? `<${source}>` : formatLink(source, node.url);
};

/** `<address>` as a link with its own words; `null` for anything else. */
export const wordedAutolink = (node: MarkdownNode, source: string): string | null =>
  node.type === 'link' && source.startsWith('<') ? formatLink(source.slice(1, -1), node.url) : null;

/** Indented code as a fence; `null` for anything else. */
export const fencedCode = (node: MarkdownNode, [start]: Range, text: string): string | null => {
  if (node.type !== 'code' || /^[ \t>]*(```|~~~)/.test(text.slice(start, start + 100))) return null;
  const longest = Math.max(2, ...Array.from(node.value.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [fence, ...node.value.split('\n'), fence].join(`\n${linePrefix(text, start)}`);
};

/** What stands before the block on its first line, as it has to stand on the following ones. */
const linePrefix = (text: string, start: number): string =>
  text.slice(text.lastIndexOf('\n', start - 1) + 1, start).replace(/[^>\s]/g, ' ');

/** Replaces parts of a text; one inside another that was replaced already is passed over. */
export const replaceRanges = (
  text: string,
  replacements: readonly Replacement[],
  between: (text: string, offset: number) => string = (kept) => kept,
): string => {
  const ordered = replacements.toSorted(
    (left, right) => left.range[0] - right.range[0] || left.range[1] - right.range[1],
  );
  let result = '';
  let position = 0;
  for (const { range, text: own } of ordered) {
    if (range[0] < position) continue;
    result += between(text.slice(position, range[0]), position) + own;
    position = range[1];
  }
  return result + between(text.slice(position), position);
};
