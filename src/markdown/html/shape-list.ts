/** Lists: items, numbers, task boxes, and whether blank lines part them. */
import { BlockNode } from './block-node.ts';
import { Container, DEEPEST_CONTAINER, type Marks } from './container.ts';
import type { Shaper } from './shaper.ts';

/** Adds the list to the container; numbers that jump begin a new list, as Markdown only counts up. */
export const shapeList = (shaper: Shaper, element: Element, container: Container, marks: Marks): void => {
  if (container.line || container.depth >= DEEPEST_CONTAINER) {
    flatten(shaper, element, container, marks);
    return;
  }
  container.boundary();
  const items: Container[] = [];
  collectItems(shaper, element, items, container.depth + 1, marks);
  const filled = items.filter((item, index) => !item.isEmpty || index < items.length - 1);
  if (filled.length === 0 || filled.every((item) => item.isEmpty)) return;
  const loose = filled.some(({ node }) => isLoose(node));
  let list: BlockNode | null = null;
  let expected: number | null = null;
  for (const { node } of filled) {
    const number = node.data.kind === 'item' ? node.data.number : null;
    if (list === null || number !== expected) {
      list = openList(container, number);
      list.tight = false;
    }
    list.append(node);
    node.tight = !loose;
    for (const block of node.childNodes) block.tight = !loose;
    expected = number === null ? null : number + 1;
  }
};

/** A list right after one of its kind would continue that one: it takes the other marker. */
const openList = (container: Container, number: number | null): BlockNode => {
  const before = container.node.childNodes.at(-1)?.data;
  const follows = before?.kind === 'list' && (before.start === null) === (number === null);
  return container.append({ kind: 'list', start: number, alternate: follows && !before.alternate });
};

interface Numbering {
  next: number | null;
  readonly step: 1 | -1;
}

const numberingOf = (list: Element): Numbering => {
  if (list.localName !== 'ol') return { next: null, step: 1 };
  const reversed = list.hasAttribute('reversed');
  const start = Number.parseInt(list.getAttribute('start') ?? '', 10);
  const first = Number.isNaN(start) ? (reversed ? countItems(list) : 1) : start;
  return { next: writable(first), step: reversed ? -1 : 1 };
};

const countItems = (list: Element): number =>
  [...list.children].filter(({ localName }) => localName === 'li').length;

/** CommonMark's numbers have one to nine digits and no sign. */
const writable = (number: number): number => (number >= 0 && number < 1_000_000_000 ? number : 1);

const collectItems = (
  shaper: Shaper,
  list: Element,
  items: Container[],
  depth: number,
  marks: Marks,
): void => {
  const numbering = numberingOf(list);
  const open = (task: boolean | null): Container => {
    const item = new Container(new BlockNode({ kind: 'item', task, number: numbering.next }), depth);
    if (numbering.next !== null) numbering.next = writable(numbering.next + numbering.step);
    items.push(item);
    return item;
  };
  const visit = (parent: Element): void => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      const name = node.nodeType === Node.ELEMENT_NODE ? (node as Element).localName : '';
      if (name === 'li') {
        const element = node as Element;
        const value = Number.parseInt(element.getAttribute('value') ?? '', 10);
        if (numbering.next !== null && !Number.isNaN(value)) numbering.next = writable(value);
        const item = open(takeTask(element));
        shaper.children(element, item, marks);
        item.boundary();
      } else if (name === 'div' && hasItems(node as Element)) visit(node as Element);
      else if (name !== '' || /\S/.test(node.textContent ?? '')) {
        // A list or a text right in the list belongs to the item before it, as browsers show it.
        const item = items.at(-1) ?? open(null);
        shaper.node(node, item, marks);
      }
    }
  };
  visit(list);
  for (const item of items) item.boundary();
};

const hasItems = (wrapper: Element): boolean =>
  [...wrapper.children].some(({ localName }) => localName === 'li');

/** The state of the box that the item begins with, `null` where it has none. The box is taken out. */
const takeTask = (item: Element): boolean | null => {
  const box = item.querySelector('span[data-lanyard^="task:"]');
  if (box === null || box.closest('li') !== item) return null;
  const checked = box.getAttribute('data-lanyard') === 'task:x';
  box.remove();
  return checked;
};

/** True where a blank line must stand between blocks of the item, or where the page has paragraphs in it. */
const isLoose = (item: BlockNode): boolean =>
  item.childNodes.some((block, index) => {
    if (block.data.kind === 'paragraph' && block.data.explicit) return true;
    const before = item.childNodes[index - 1];
    return before !== undefined && needsBlankLine(before, block);
  });

const needsBlankLine = (before: BlockNode, block: BlockNode): boolean => {
  switch (block.data.kind) {
    case 'paragraph':
      return before.data.kind !== 'code' && before.data.kind !== 'heading' && before.data.kind !== 'rule';
    case 'table':
    case 'definitions':
      return true;
    case 'list':
      return before.data.kind === 'paragraph' && block.data.start !== null && block.data.start !== 1;
    default:
      return false;
  }
};

/** A list where no list can stand: its items as lines, each with its mark. */
const flatten = (shaper: Shaper, element: Element, container: Container, marks: Marks): void => {
  const numbering = numberingOf(element);
  container.boundary();
  for (const child of element.children) {
    if (child.localName === 'li') {
      container.inline().text(numbering.next === null ? '• ' : `${numbering.next}. `, marks);
      if (numbering.next !== null) numbering.next = writable(numbering.next + numbering.step);
    }
    shaper.children(child, container, marks);
    container.boundary();
  }
};
