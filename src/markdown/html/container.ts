/** A place that blocks are added to, and the inline content that waits there to become one. */
import { type BlockData, BlockNode } from './block-node.ts';
import { type Inline, InlineFlow, type Mark } from './inline.ts';

export type Marks = readonly Mark[];
export const NO_MARKS: Marks = [];

/** Quotes and lists deeper than this are written at this level. */
export const DEEPEST_CONTAINER = 24;

/** Editors keep an empty line open with a space of no width. */
const isUnseen = ([first, second]: readonly Inline[]): boolean =>
  first?.type === 'text' && second === undefined && /^\u200b+$/.test(first.text);

export class Container {
  private flow = new InlineFlow();
  private explicit = false;

  /**
   * @param depth how many quotes and lists it stands in
   * @param line everything is one line here, as in a heading or a cell: blocks are parted by line breaks
   */
  constructor(
    readonly node: BlockNode,
    readonly depth: number,
    readonly line = false,
  ) {}

  /** The flow that inline content goes to. */
  inline(): InlineFlow {
    if (!this.line && this.flow.wantsParagraph) this.boundary(this.explicit);
    return this.flow;
  }

  /** Space between blocks is none; within a flow it waits for what follows. */
  space(text: string, marks: Marks): void {
    if (!this.flow.isEmpty) this.flow.text(text, marks);
  }

  /** True when nothing was added yet. */
  get isEmpty(): boolean {
    return this.flow.isEmpty && this.node.childNodes.length === 0;
  }

  /** A block begins or ends here. @param explicit the page has a paragraph for what follows */
  boundary(explicit = false): void {
    if (this.line) {
      this.flow.lineBreak(NO_MARKS);
      return;
    }
    const inlines = this.flow.finish();
    if (inlines.length > 0 && !isUnseen(inlines))
      this.node.append(new BlockNode({ kind: 'paragraph', inlines, explicit: this.explicit }));
    this.flow = new InlineFlow();
    this.explicit = explicit;
  }

  append(data: BlockData): BlockNode {
    this.boundary();
    const node = new BlockNode(data);
    this.node.append(node);
    return node;
  }

  /** Adds a block that was made elsewhere. */
  adopt(node: BlockNode): void {
    this.boundary();
    this.node.append(node);
  }

  /** The one line of a container that is one. */
  finishLine(): readonly Inline[] {
    return this.flow.finish();
  }
}
