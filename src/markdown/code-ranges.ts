/** Where a text's code stands. */
import { type MarkdownNode, parseMarkdown } from './blocks.ts';
import { splitMarkdown } from './pieces.ts';

const MAX_DEPTH = 100;

/** Start and end (exclusive) of each code block and code span, as UTF-16 offsets, in order. */
export const codeRanges = (text: string): (readonly [number, number])[] => {
  const ranges: (readonly [number, number])[] = [];
  const visit = (node: MarkdownNode, start: number, depth: number): void => {
    if ((node.type === 'code' || node.type === 'inlineCode') && node.position !== undefined) {
      ranges.push([start + (node.position.start.offset ?? 0), start + (node.position.end.offset ?? 0)]);
    }
    if (!('children' in node) || depth > MAX_DEPTH) return;
    for (const child of node.children) visit(child, start, depth + 1);
  };
  for (const piece of splitMarkdown(text)) visit(parseMarkdown(piece.text), piece.start, 0);
  return ranges;
};
