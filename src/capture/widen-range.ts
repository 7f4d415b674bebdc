/** Widens a selection to what a person meant: whole words, and the link, list or table it stands in. */

/** What to convert: the part of `root` that is in `range`. */
export interface WidenedRange {
  readonly root: Node;
  readonly range: StaticRange;
  /** What the root itself is (an item, a heading, a cell) is not selected, only something in it. */
  readonly contentOnly: boolean;
}

const LONGEST_WORD = 60;
/** Scripts that put no spaces between words: there, what is selected is what is meant. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}_]/u;

/** Elements whose meaning belongs to all of what stands in them. */
const MARKS = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);
const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr']);

const isWordAt = (text: string, index: number): boolean => {
  const character = text[index] ?? '';
  return WORD.test(character) && !UNSPACED.test(character);
};

const wordStart = (text: string, offset: number): number => {
  let at = offset;
  if (!isWordAt(text, at)) return at;
  while (at > 0 && offset - at < LONGEST_WORD && isWordAt(text, at - 1)) at -= 1;
  return at;
};

const wordEnd = (text: string, offset: number): number => {
  let at = offset;
  if (at === 0 || !isWordAt(text, at - 1)) return at;
  while (at < text.length && at - offset < LONGEST_WORD && isWordAt(text, at)) at += 1;
  return at;
};

interface Point {
  readonly node: Node;
  readonly offset: number;
}

const isText = (node: Node): node is Text => node.nodeType === Node.TEXT_NODE;
const indexOf = (node: Node): number => [...(node.parentNode?.childNodes ?? [])].indexOf(node as ChildNode);

/** A selection that ends at the very start of a block, as after a triple click, ends before that block. */
const endOf = (range: Range): Point => {
  let point: Point = { node: range.endContainer, offset: range.endOffset };
  while (
    point.offset === 0 &&
    point.node !== range.startContainer &&
    point.node.parentNode !== null &&
    point.node !== range.commonAncestorContainer
  ) {
    point = { node: point.node.parentNode, offset: indexOf(point.node) };
  }
  return isText(point.node) ? { node: point.node, offset: wordEnd(point.node.data, point.offset) } : point;
};

const startOf = (range: Range): Point => {
  const { startContainer: node, startOffset: offset } = range;
  return isText(node) ? { node, offset: wordStart(node.data, offset) } : { node, offset };
};

const rootOf = (range: Range): Node => {
  let root: Node = range.commonAncestorContainer;
  if (isText(root) && root.parentNode !== null) root = root.parentNode;
  while (root instanceof Element && MARKS.has(root.localName) && root.parentElement !== null)
    root = root.parentElement;
  if (root instanceof Element && TABLE_PARTS.has(root.localName)) return root.closest('table') ?? root;
  return root;
};

/** The block itself when all of it is selected: a heading stays one. */
const isWholeHeading = (root: Node, range: Range): boolean =>
  root instanceof Element &&
  /^h[1-6]$/.test(root.localName) &&
  squeeze(range.toString()) === squeeze(root.textContent ?? '');

const squeeze = (text: string): string => text.replace(/\s+/g, '');

const KEPT_ROOTS = new Set(['ul', 'ol', 'dl', 'table', 'pre']);

/** Widens the range; the page and its selection stay as they are. */
export const widenRange = (range: Range): WidenedRange => {
  const [start, end] = [startOf(range), endOf(range)];
  const widened = new StaticRange({
    startContainer: start.node,
    startOffset: start.offset,
    endContainer: end.node,
    endOffset: end.offset,
  });
  const root = rootOf(range);
  const keepsRoot =
    root instanceof Element && (KEPT_ROOTS.has(root.localName) || isWholeHeading(root, range));
  return { root, range: widened, contentOnly: !keepsRoot };
};
