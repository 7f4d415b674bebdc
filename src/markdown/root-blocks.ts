/** The blocks of a whole body by position, headings with what stands in them. */
import { type MarkdownNode, parseMarkdown } from './blocks.ts';
import { splitMarkdown } from './pieces.ts';

/** A stretch of plain text that a heading or paragraph shows. */
export interface TextRun {
  /** As it shows. */
  readonly text: string;
  /** Where each of its characters begins in the source, and behind the last one, where that ends. */
  readonly offsets: readonly number[];
  /** The link it stands in. */
  readonly link: { readonly address: string; readonly start: number; readonly end: number } | null;
  /** The inline elements around it, outermost first, then itself: start and end in the source. */
  readonly path: readonly (readonly [number, number])[];
}

/** Offsets are UTF-16 units; a block begins at its line's start where only blanks stand before it. */
export interface RootBlock {
  readonly start: number;
  readonly end: number;
  readonly type: MarkdownNode['type'];
  /** Of a heading, else `null`. */
  readonly level: number | null;
  /** Text of headings and paragraphs, else none. */
  readonly runs: readonly TextRun[];
  /** Of a list: its items; of a quote: its blocks. */
  readonly items: readonly BlockItem[];
  /** Of a table: its rows, the head first, each with its cells; else none. */
  readonly rows: readonly TableRow[];
}

/** With the text of its first paragraph. */
export interface BlockItem {
  readonly start: number;
  readonly end: number;
  readonly runs: readonly TextRun[];
  /** Of the first list in it: the items. */
  readonly inner: readonly Omit<BlockItem, 'inner'>[];
}

/** A row without its line end; a cell's `start` and `end` hold what is written in it, without the bars. */
interface TableRow {
  readonly start: number;
  readonly end: number;
  readonly cells: readonly {
    readonly start: number;
    readonly end: number;
    readonly runs: readonly TextRun[];
  }[];
}

/** The same text, offset for offset, with line feeds as its only line ends. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n/g, ' \n').replace(/\r/g, '\n');

/** All blocks at the root of a text, in order. */
export const rootBlocks = (source: string): RootBlock[] => {
  const text = withLineFeeds(source);
  const blocks: RootBlock[] = [];
  for (const piece of splitMarkdown(text)) {
    for (const node of parseMarkdown(piece.text).children) {
      const [start, end] = spanOf(node, piece.start);
      const lineStart = text.lastIndexOf('\n', start - 1) + 1;
      const indented = text.slice(lineStart, start).trim() === '';
      blocks.push({
        start: indented ? lineStart : start,
        end,
        type: node.type,
        level: node.type === 'heading' ? node.depth : null,
        runs: node.type === 'heading' || node.type === 'paragraph' ? runsOf(node, text, piece.start) : [],
        items: itemsOf(node, text, piece.start),
        rows: rowsOf(node, text, piece.start),
      });
    }
  }
  return blocks;
};

const spanOf = (node: MarkdownNode, base: number): readonly [number, number] => [
  base + (node.position?.start.offset ?? 0),
  base + (node.position?.end.offset ?? 0),
];

const itemsOf = (node: MarkdownNode, text: string, base: number): RootBlock['items'] => {
  if (node.type !== 'list' && node.type !== 'blockquote') return [];
  return node.children.map((item) => {
    const inner = 'children' in item ? item.children.find(({ type }) => type === 'list') : undefined;
    const items = inner !== undefined && 'children' in inner ? inner.children : [];
    return {
      ...itemOf(item, node.type === 'list', text, base),
      inner: items.map((each) => itemOf(each, true, text, base)),
    };
  });
};

const itemOf = (
  item: MarkdownNode,
  listed: boolean,
  text: string,
  base: number,
): Omit<BlockItem, 'inner'> => {
  const [start, end] = spanOf(item, base);
  const first = listed && 'children' in item ? item.children[0] : item;
  return { start, end, runs: first?.type === 'paragraph' ? runsOf(first, text, base) : [] };
};

const rowsOf = (node: MarkdownNode, text: string, base: number): RootBlock['rows'] => {
  if (node.type !== 'table') return [];
  return node.children.map((row) => {
    const [start, end] = spanOf(row, base);
    const cells = row.children.map((cell) => ({
      ...written(spanOf(cell, base), text),
      runs: runsOf(cell, text, base),
    }));
    return { start, end, cells };
  });
};

/** A cell without its bars and blanks; an empty one is the place behind its first blank. */
const written = ([start, end]: readonly [number, number], text: string): { start: number; end: number } => {
  const [, before = '', words = ''] = /^(\|?\s*)(.*?)\s*\|?$/s.exec(text.slice(start, end)) ?? [];
  if (words === '')
    return { start: start + Math.min(2, before.length), end: start + Math.min(2, before.length) };
  return { start: start + before.length, end: start + before.length + words.length };
};

/** Deeper than this nothing is looked at. */
const MAX_DEPTH = 50;

const runsOf = (block: MarkdownNode, text: string, base: number): TextRun[] => {
  const runs: TextRun[] = [];
  const visit = (node: MarkdownNode, path: TextRun['path'], link: TextRun['link']): void => {
    const [start, end] = spanOf(node, base);
    const inside: TextRun['path'] = [...path, [start, end]];
    if (node.type === 'text' || node.type === 'inlineCode') {
      const ticks = node.type === 'inlineCode' ? (/^`+/.exec(text.slice(start, end))?.[0].length ?? 0) : 0;
      const offsets = offsetsOf(node.value, text, start + ticks, end - ticks);
      runs.push({ text: node.value, offsets, link, path: inside });
    } else if (node.type === 'break') {
      runs.push({ text: '\n', offsets: [start, end], link, path: inside });
    } else if ('children' in node && path.length < MAX_DEPTH) {
      const within = node.type === 'link' ? { address: node.url, start, end } : link;
      for (const child of node.children) visit(child, inside, within);
    }
  };
  if ('children' in block) for (const child of block.children) visit(child, [], null);
  return runs;
};

/** Walks value and source side by side: escapes and entities are longer in the source than what they show. */
const offsetsOf = (value: string, text: string, start: number, end: number): number[] => {
  const offsets: number[] = [];
  let at = start;
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (character === '\n') while (at < end && text.charAt(at) !== '\n') at += 1;
    else if (value.charAt(index - 1) === '\n') {
      while (at < end && text.charAt(at) !== character && /[ \t>]/.test(text.charAt(at))) at += 1;
    }
    offsets.push(Math.min(at, end));
    if (text.charAt(at) === '\\' && text.charAt(at + 1) === character) at += 2;
    else if (text.charAt(at) === '&' && character !== '&')
      at += /^&#?\w+;/.exec(text.slice(at, at + 40))?.[0].length ?? 1;
    else if (text.startsWith('&amp;', at) && character === '&') at += 5;
    else at += 1;
  }
  offsets.push(Math.min(at, end));
  return offsets;
};
