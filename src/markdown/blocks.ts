/** What a note's Markdown is made of, by position: headings, images, links, its first and last block. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { splitMarkdown } from './pieces.ts';

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];
export type MarkdownNode = Root | RootContent;
type Parent = Extract<MarkdownNode, { readonly children: unknown }>;
type ImageNode = Extract<RootContent, { readonly type: 'image' | 'definition' }>;

/** A block's kind as far as its neighbours care; lists by their marker, since two of one marker would merge. */
export type BlockKind = 'paragraph' | 'heading' | 'spacer' | 'other' | '-' | '*' | '+' | '.' | ')';

/** Offsets are UTF-16 units in the text. */
export interface HeadingPosition {
  readonly level: number;
  readonly start: number;
  readonly end: number;
  /** Directly in the text, not inside a quote or a list. */
  readonly atRoot: boolean;
  /** The block before it; `null` for the first. */
  readonly follows: BlockKind | null;
}

export interface ImagePosition {
  readonly address: string;
  readonly alt: string;
  readonly start: number;
  readonly end: number;
  /** A definition (`[label]: address`) that images or links may use. */
  readonly definition: boolean;
  readonly insideLink: boolean;
}

export interface Blocks {
  readonly text: string;
  readonly headings: readonly HeadingPosition[];
  readonly images: readonly ImagePosition[];
  readonly opensWith: BlockKind;
  readonly endsWith: BlockKind;
  /** What has to be appended so that later text does not fall into a code block or raw HTML left open; or empty. */
  readonly closing: string;
}

/** Without what looks for more links in the finished tree: the nodes that it makes have no positions. */
const GFM = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** The syntax tree, CommonMark with GFM, with positions. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm({ singleTilde: false })], mdastExtensions: GFM });

const HEADING = /(^|\n)[ \t>*+\-\d.)]*#{1,6}(?=[ \t\n]|$)|\n[ \t>*+\-\d.)]*(=+|-+)[ \t]*(?=\n|$)/;
const FENCE_OR_HTML = /(^|\n)[ \t>*+\-\d.)]*(```|~~~|<[a-z/!?])/i;
/** Deeper than this nothing is looked at: text nested by thousands of `>` must not exhaust the stack. */
const MAX_DEPTH = 100;

/** A line that may begin something else than a paragraph. */
const BLOCK_START = /(^|\n)([ \t]*([-*+>#|<=:_&]|\d+[.)]|```|~~~|\[)|[ ]{4}|[ ]*\t)/;
const LIST_LINE = /^(?:([-*+])|\d{1,9}([.)]))[ \t]+(?=\S)/;
const RULE = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}$/;

/** The marker when every line is an item of one list, else `null`. */
const listOf = (text: string): BlockKind | null => {
  let marker: string | undefined;
  for (const line of text.trimEnd().split('\n')) {
    const match = LIST_LINE.exec(line);
    const found = match?.[1] ?? match?.[2];
    if (found === undefined || RULE.test(line) || (marker !== undefined && marker !== found)) return null;
    marker = found;
  }
  return (marker as BlockKind | undefined) ?? null;
};

/**
 * Reads a text's blocks. Short plain notes are recognised without parsing: a day has thousands of them.
 *
 * @param text clean text: line feeds only, nothing blank at its ends
 */
export const readBlocks = (text: string): Blocks => {
  const [first, ...others] = splitMarkdown(text).map((piece) => readPiece(piece.text));
  return first === undefined ? plainBlocks('', 'other') : others.reduce(joinPieces, first);
};

const plainBlocks = (text: string, kind: BlockKind): Blocks => ({
  text,
  headings: [],
  images: [],
  closing: '',
  opensWith: kind,
  endsWith: kind,
});

const SINGLE_HEADING = /^(#{1,6})[ \t]+\S[^\n]*$/;
const SINGLE_IMAGE = /^!\[([\p{L}\p{N} ,.:()'-]*)\]\((image:[0-9a-f-]{36})\)$/u;

/** The two blocks that notes most often are, besides paragraphs and lists. */
const readSingle = (text: string): Blocks | null => {
  const marker = SINGLE_HEADING.exec(text)?.[1];
  const whole = { start: 0, end: text.length };
  if (marker !== undefined && !text.includes('image:')) {
    const heading = { ...whole, level: marker.length, atRoot: true, follows: null };
    return { ...plainBlocks(text, 'heading'), headings: [heading] };
  }
  const [, alt, address] = SINGLE_IMAGE.exec(text) ?? [];
  if (alt === undefined || address === undefined) return null;
  const image = { ...whole, address, alt, definition: false, insideLink: false };
  return { ...plainBlocks(text, 'paragraph'), images: [image] };
};

const readPiece = (text: string): Blocks => {
  const single = readSingle(text);
  if (single !== null) return single;
  if (!text.includes('image:') && !HEADING.test(text) && !FENCE_OR_HTML.test(text)) {
    if (!BLOCK_START.test(text)) return plainBlocks(text, 'paragraph');
    const list = listOf(text);
    if (list !== null) return plainBlocks(text, list);
  }
  // Without GFM: it has no headings or images of its own, and costs half of the time.
  return readParsed(text, fromMarkdown(text));
};

const joinPieces = (left: Blocks, right: Blocks): Blocks => {
  const move = <Position extends { readonly start: number; readonly end: number }>(
    position: Position,
  ): Position => ({
    ...position,
    start: position.start + left.text.length,
    end: position.end + left.text.length,
  });
  return {
    text: left.text + right.text,
    headings: [
      ...left.headings,
      ...right.headings.map((heading) => ({ ...move(heading), follows: heading.follows ?? left.endsWith })),
    ],
    images: [...left.images, ...right.images.map(move)],
    opensWith: left.opensWith,
    endsWith: right.endsWith,
    closing: right.closing,
  };
};

const startOf = (node: MarkdownNode): number => node.position?.start.offset ?? 0;
const endOf = (node: MarkdownNode): number => node.position?.end.offset ?? 0;
const sourceOf = (text: string, node: MarkdownNode): string => text.slice(startOf(node), endOf(node));

const readParsed = (text: string, root: Root): Blocks => {
  const headings: HeadingPosition[] = [];
  const images: ImagePosition[] = [];
  const visit = (parent: Parent, depth: number, insideLink: boolean): void => {
    const atRoot = depth === 0;
    for (const [index, node] of parent.children.entries()) {
      if (node.type === 'heading') {
        const before = atRoot ? parent.children[index - 1] : undefined;
        const follows = before === undefined ? null : kindOf(text, before);
        headings.push({ level: node.depth, start: startOf(node), end: endOf(node), atRoot, follows });
      }
      if (node.type === 'image' || node.type === 'definition') images.push(imageOf(node, insideLink));
      if ('children' in node && depth < MAX_DEPTH) visit(node, depth + 1, insideLink || node.type === 'link');
    }
  };
  visit(root, 0, false);
  const first = root.children[0];
  const last = root.children.at(-1);
  return {
    text,
    headings,
    images,
    opensWith: first === undefined ? 'other' : kindOf(text, first),
    endsWith: last === undefined ? 'other' : kindOf(text, last),
    closing: last === undefined ? '' : closingOf(text, last),
  };
};

const imageOf = (node: ImageNode, insideLink: boolean): ImagePosition => ({
  address: node.url,
  alt: node.type === 'image' ? (node.alt ?? '') : '',
  start: startOf(node),
  end: endOf(node),
  definition: node.type === 'definition',
  insideLink,
});

const kindOf = (text: string, node: RootContent): BlockKind => {
  if (node.type === 'list') {
    const marker = /^(?:([-*+])|\d+([.)]))/.exec(sourceOf(text, node));
    return ((marker?.[1] ?? marker?.[2]) as BlockKind | undefined) ?? 'other';
  }
  if (node.type === 'heading') return 'heading';
  if (node.type !== 'paragraph') return 'other';
  const source = sourceOf(text, node).trim();
  if (source.startsWith('|')) return 'other';
  return source === '&nbsp;' ? 'spacer' : 'paragraph';
};

/** HTML blocks that a blank line does not end, with what does (CommonMark 0.31, section 4.6, kinds 1 to 5). */
const HTML_ENDS: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^<(pre|script|style|textarea)(?=[\s>]|$)/i, /<\/(pre|script|style|textarea)>/i, '</$1>'],
  [/^<!--/, /-->/, '-->'],
  [/^<\?/, /\?>/, '?>'],
  [/^<!\[CDATA\[/, /\]\]>/, ']]>'],
  [/^<![a-z]/i, />/, '>'],
];

const closingOf = (text: string, node: RootContent): string => {
  const source = sourceOf(text, node).trimStart();
  if (node.type === 'code') {
    const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
    if (fence === undefined) return '';
    const lastLine = source.includes('\n') ? source.slice(source.lastIndexOf('\n') + 1).trim() : '';
    const closed = lastLine.length >= fence.length && lastLine === fence.charAt(0).repeat(lastLine.length);
    return closed ? '' : `\n${fence}`;
  }
  if (node.type !== 'html') return '';
  for (const [begins, ends, closing] of HTML_ENDS) {
    const begun = begins.exec(source);
    if (begun !== null) return ends.test(source) ? '' : closing.replace('$1', begun[1] ?? '');
  }
  return '';
};

/** A link or an image that the text shows, with its address. */
export interface Reference {
  readonly kind: 'link' | 'image';
  readonly address: string;
  /** Alternative text of an image, the words of a link. */
  readonly text: string;
}

/** All links and images in order, never those in code. */
export const listReferences = (text: string): Reference[] => {
  if (!/[[<]|https?:|www\./i.test(text)) return [];
  const references: Reference[] = [];
  const visit = (parent: Parent, depth: number): void => {
    for (const node of parent.children) {
      if (node.type === 'image') references.push({ kind: 'image', address: node.url, text: node.alt ?? '' });
      if (node.type === 'link') references.push({ kind: 'link', address: node.url, text: wordsOf(node) });
      if ('children' in node && depth < MAX_DEPTH) visit(node, depth + 1);
    }
  };
  for (const piece of splitMarkdown(text)) visit(parseMarkdown(piece.text), 0);
  return references;
};

const wordsOf = (parent: Parent): string =>
  parent.children
    .map((node) => ('value' in node ? node.value : 'children' in node ? wordsOf(node) : ''))
    .join('');
