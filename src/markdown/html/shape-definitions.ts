/** Definition lists: terms and definitions where each is one line, else paragraphs in bold and their blocks. */
import { BlockNode, type Definition } from './block-node.ts';
import { Container, type Marks } from './container.ts';
import { withMark } from './inline.ts';
import type { Shaper } from './shaper.ts';

/** Adds the list to the container. */
export const shapeDefinitions = (shaper: Shaper, list: Element, container: Container, marks: Marks): void => {
  container.boundary();
  const parts = partsOf(list);
  if (!container.line && parts[0]?.localName === 'dt') {
    const entries = parts.map((part) => entryOf(shaper, part, marks));
    if (entries.every((entry) => entry !== null)) {
      const filled = entries.filter(({ inlines }) => inlines.length > 0);
      if (filled.length > 0) container.append({ kind: 'definitions', entries: filled });
      return;
    }
  }
  for (const part of parts) {
    shaper.children(part, container, part.localName === 'dt' ? withMark(marks, 'strong') : marks);
    container.boundary();
  }
};

/** Terms and definitions, also those that stand in wrappers, and whatever else is there. */
const partsOf = (list: Element): Element[] =>
  [...list.children].flatMap((child) => (child.localName === 'div' ? partsOf(child) : [child]));

/** The part as one line, or `null` when it has more than one block. */
const entryOf = (shaper: Shaper, part: Element, marks: Marks): Definition | null => {
  if (part.localName !== 'dt' && part.localName !== 'dd') return null;
  const trial = new Container(new BlockNode({ kind: 'root' }), 0);
  shaper.children(part, trial, marks);
  trial.boundary();
  const [first, second] = trial.node.childNodes;
  if (first === undefined) return { isTerm: part.localName === 'dt', inlines: [] };
  if (second !== undefined || first.data.kind !== 'paragraph') return null;
  const { inlines } = first.data;
  return inlines.some(({ type }) => type === 'break') ? null : { isTerm: part.localName === 'dt', inlines };
};
