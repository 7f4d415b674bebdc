/** Limits reading to a range: tells of each node, met in document order, whether and how much of it is inside. */
import { firstChildOf, isWithin, nextSiblingOf, parentOf, typeOf } from './dom-access.ts';

/** The first node after the whole of `node`, not leaving `root`. */
const nodeAfter = (node: Node, root: Node): Node | null => {
  let current: Node | null = node;
  while (current !== null && current !== root) {
    const next = nextSiblingOf(current);
    if (next !== null) return next;
    current = parentOf(current);
  }
  return null;
};

const childAt = (parent: Node, offset: number): Node | null => {
  let child = firstChildOf(parent);
  for (let index = 0; index < offset && child !== null; index += 1) child = nextSiblingOf(child);
  return child;
};

const isText = (node: Node): boolean => typeOf(node) === Node.TEXT_NODE;

/** Where a selection begins and ends, in nodes: `end` is the first that is no longer in, or the text it ends in. */
export class RangeClip {
  private phase: 'before' | 'inside' | 'after' = 'before';
  private readonly start: Node | null;
  private readonly end: Node | null;
  private readonly endsInText: boolean;

  constructor(
    private readonly range: StaticRange,
    root: Node,
  ) {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    this.start = isText(startContainer)
      ? startContainer
      : (childAt(startContainer, startOffset) ?? nodeAfter(startContainer, root));
    this.endsInText = isText(endContainer);
    this.end = this.endsInText
      ? endContainer
      : (childAt(endContainer, endOffset) ?? nodeAfter(endContainer, root));
  }

  /** True when the range begins inside the node, so that only a part of it is in. */
  beginsIn(node: Node): boolean {
    return (
      this.phase === 'before' && this.start !== null && node !== this.start && isWithin(this.start, node)
    );
  }

  /** True when the range begins with the node or inside it. */
  beginsAtOrIn(node: Node): boolean {
    return this.start !== null && isWithin(this.start, node);
  }

  /** True when any of the node is in the range. */
  admits(node: Node): boolean {
    if (this.phase === 'before') {
      if (this.start === null) return false;
      if (node === this.start) this.phase = 'inside';
      else if (!isWithin(this.start, node)) return false;
    }
    if (node === this.end && !this.endsInText) this.phase = 'after';
    return this.phase !== 'after';
  }

  /** The part of a text node that is in the range. */
  textOf(node: Text): string {
    const from = node === this.range.startContainer ? this.range.startOffset : 0;
    const isEnd = this.endsInText && node === this.end;
    if (isEnd) this.phase = 'after';
    return node.data.slice(from, isEnd ? this.range.endOffset : undefined);
  }

  /** The node was taken as a whole: what begins or ends in it begins or ends with it. */
  tookWhole(node: Node): void {
    if (this.phase === 'before' && this.start !== null && isWithin(this.start, node)) this.phase = 'inside';
    if (this.endsInText && this.end !== null && isWithin(this.end, node)) this.phase = 'after';
    if (!this.endsInText && this.end !== null && this.end !== node && isWithin(this.end, node))
      this.phase = 'after';
  }
}
