/** Where a text's blocks and spans of a kind stand: its code, its tables. */
import { type MarkdownNode, parseMarkdown } from './blocks.ts';
import { splitMarkdown } from './pieces.ts';

const MAX_DEPTH = 100;

/** Start and end (exclusive), as UTF-16 offsets. */
export type Range = readonly [number, number];

/** Calls `visit` with each node of the text that has a position, and where it stands; its children come after it. */
export const visitNodes = (
  text: string,
  visit: (node: MarkdownNode, range: Range, parent: MarkdownNode | null) => void,
): void => {
  const walk = (node: MarkdownNode, parent: MarkdownNode | null, start: number, depth: number): void => {
    if (node.position !== undefined) {
      const { start: from, end: to } = node.position;
      visit(node, [start + (from.offset ?? 0), start + (to.offset ?? 0)], parent);
    }
    if (!('children' in node) || depth > MAX_DEPTH) return;
    for (const child of node.children) walk(child, node, start, depth + 1);
  };
  for (const piece of splitMarkdown(text)) walk(parseMarkdown(piece.text), null, piece.start, 0);
};

/** Each code block and code span, in order. */
export const codeRanges = (text: string): Range[] => {
  const ranges: Range[] = [];
  visitNodes(text, (node, range) => {
    if (node.type === 'code' || node.type === 'inlineCode') ranges.push(range);
  });
  return ranges;
};
