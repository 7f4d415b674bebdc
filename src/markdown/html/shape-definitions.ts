/** Definition lists: as such where each term is one line and text follows it, else terms in bold before their blocks. */
import { type BlockData, BlockNode } from './block-node.ts';
import { Container, DEEPEST_CONTAINER, type Marks } from './container.ts';
import { type Inline, withMark } from './inline.ts';
import type { Shaper } from './shaper.ts';

interface Part {
  readonly isTerm: boolean;
  readonly blocks: readonly BlockNode[];
}

/** Adds the list to the container. */
export const shapeDefinitions = (shaper: Shaper, list: Element, container: Container, marks: Marks): void => {
  container.boundary();
  const elements = partsOf(list);
  if (container.line || container.depth >= DEEPEST_CONTAINER) {
    for (const element of elements) {
      const isTerm = element.localName === 'dt';
      shaper.children(element, container, isTerm ? withMark(marks, 'strong') : marks);
      container.boundary();
    }
    return;
  }
  const parts = elements
    .map((element) => partOf(shaper, element, container.depth + 1, marks))
    .filter(({ blocks }) => blocks.length > 0);
  if (elements[0]?.localName === 'dt' && parts.every(isWritable)) appendList(parts, container);
  else for (const part of parts) for (const block of asBlocks(part)) container.adopt(block);
};

/** Terms and definitions, also those that stand in wrappers, and whatever else is there. */
const partsOf = (list: Element): Element[] =>
  [...list.children].flatMap((child) => (child.localName === 'div' ? partsOf(child) : [child]));

const partOf = (shaper: Shaper, element: Element, depth: number, marks: Marks): Part => {
  const part = new Container(new BlockNode({ kind: 'root' }), depth);
  shaper.children(element, part, marks);
  part.boundary();
  return { isTerm: element.localName === 'dt', blocks: part.node.childNodes };
};

const isWritable = ({ isTerm, blocks }: Part): boolean => {
  const [first] = blocks;
  if (first?.data.kind !== 'paragraph') return false;
  return isTerm ? blocks.length === 1 && !hasBreak(first.data.inlines) : !blocks.some(isDeep);
};

const hasBreak = (inlines: readonly Inline[]): boolean => inlines.some(({ type }) => type === 'break');

/** A list whose further blocks would stand so far in here that some would take them for code. */
const isDeep = ({ data, childNodes }: BlockNode): boolean =>
  data.kind === 'definitions' && childNodes.some((definition) => definition.childNodes.length > 1);

const appendList = (parts: readonly Part[], container: Container): void => {
  if (parts.length === 0) return;
  const list = container.append({ kind: 'definitions' });
  for (const { isTerm, blocks } of parts) {
    const before = list.childNodes.at(-1);
    const follows = before?.data.kind === 'definition';
    const [first] = blocks;
    if (isTerm && first?.data.kind === 'paragraph') {
      list.append(new BlockNode({ kind: 'term', apart: follows, inlines: first.data.inlines }));
      continue;
    }
    const apart = follows && before.childNodes.length > 1;
    const definition = new BlockNode({ kind: 'definition', apart });
    for (const block of blocks) definition.append(block);
    list.append(definition);
  }
};

/** A term in bold, or a definition, as the blocks it is of. */
const asBlocks = ({ isTerm, blocks }: Part): readonly BlockNode[] =>
  blocks.map((block) => {
    if (!isTerm || block.data.kind !== 'paragraph') return block;
    return new BlockNode<BlockData>({ ...block.data, inlines: inBold(block.data.inlines) });
  });

const BOLD = withMark([], 'strong');

/** The line as a whole in bold: what was so before is no more so than the rest. */
const inBold = (inlines: readonly Inline[]): readonly Inline[] => {
  const plain = inlines.filter(
    (inline) => !((inline.type === 'open' || inline.type === 'close') && inline.mark.type === 'strong'),
  );
  return [
    ...BOLD.map((mark): Inline => ({ type: 'open', mark })),
    ...plain,
    ...BOLD.map((mark): Inline => ({ type: 'close', mark })),
  ];
};
