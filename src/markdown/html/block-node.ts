/** The tree that turndown walks: blocks only, each leaf with its inline content, in the shape of DOM nodes. */
import type { Inline } from './inline.ts';

export type Alignment = 'left' | 'center' | 'right' | null;
export type Cell = readonly Inline[];

export type BlockData =
  | { readonly kind: 'root' | 'quote' | 'rule' }
  /** `explicit`: the page has a paragraph here, not mere text. */
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[]; readonly explicit: boolean }
  | { readonly kind: 'heading'; readonly level: number; readonly inlines: readonly Inline[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  /** `alternate`: its marker differs from that of the list before it. */
  | { readonly kind: 'list'; readonly start: number | null; readonly alternate: boolean }
  | { readonly kind: 'item'; readonly task: boolean | null; readonly number: number | null }
  | {
      readonly kind: 'table';
      readonly header: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
      readonly alignments: readonly Alignment[];
    }
  /** Terms, and definitions that begin with a paragraph, in running order. */
  | { readonly kind: 'definitions' }
  /** `apart`: a blank line parts it from what stands before. */
  | { readonly kind: 'term'; readonly apart: boolean; readonly inlines: readonly Inline[] }
  | { readonly kind: 'definition'; readonly apart: boolean }
  | { readonly kind: 'footnote'; readonly label: string };

/** Names under which turndown finds the rule; those of blocks, so that it leaves their spaces alone. */
const NODE_NAMES: Readonly<Record<BlockData['kind'], string>> = {
  root: 'DIV',
  paragraph: 'P',
  heading: 'H1',
  code: 'PRE',
  quote: 'BLOCKQUOTE',
  rule: 'HR',
  list: 'UL',
  item: 'LI',
  table: 'TABLE',
  definitions: 'DL',
  term: 'DT',
  definition: 'DD',
  footnote: 'ASIDE',
};

/** What turndown reads of a DOM node. It never finds one blank, and finds no space to collapse. */
export class BlockNode<Data extends BlockData = BlockData> {
  readonly nodeType = 1;
  readonly nodeValue = null;
  readonly textContent = 'block';
  readonly firstChild = null;
  readonly nodeName: string;
  readonly childNodes: BlockNode[] = [];
  parentNode: BlockNode | null = null;
  /** Stands in a tight list item: no blank line before or after it. */
  tight = false;

  constructor(readonly data: Data) {
    this.nodeName = NODE_NAMES[data.kind];
  }

  /** turndown converts a copy, because it changes what it converts; this tree is made for it alone. */
  cloneNode(): this {
    return this;
  }

  append(child: BlockNode): void {
    child.parentNode = this;
    this.childNodes.push(child);
  }
}
