/** Where a text's code stands. */
import { type MarkdownNode, parseMarkdown } from './blocks.ts';

/** Start and end (exclusive) of each code block and code span, as UTF-16 offsets, in order. */
export const codeRanges = (text: string): (readonly [number, number])[] => {
  const ranges: (readonly [number, number])[] = [];
  const visit = (node: MarkdownNode): void => {
    if ((node.type === 'code' || node.type === 'inlineCode') && node.position !== undefined) {
      ranges.push([node.position.start.offset ?? 0, node.position.end.offset ?? 0]);
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(parseMarkdown(text));
  return ranges;
};
