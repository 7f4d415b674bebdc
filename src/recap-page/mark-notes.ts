/** Tells the elements of a rendered piece which note each comes from, so that it can be edited where it is read. */
import type { List, RootContent } from 'mdast';
import { parseMarkdown } from '../markdown/blocks.ts';
import type { Id } from '../model/ids.ts';
import type { RecapChunk } from './recap-chunks.ts';

/** Set on each element that was written from a note. */
export const NOTE_ATTRIBUTE = 'data-note';

/** What renders to no element of its own, or to any number of them. */
const isUncounted = ({ type }: RootContent): boolean =>
  type === 'definition' || type === 'footnoteDefinition' || type === 'html';

const mark = (element: Element | undefined, noteId: Id | null, first: boolean): void => {
  if (element === undefined || noteId === null) return;
  element.setAttribute(NOTE_ATTRIBUTE, noteId);
  // One stop of the Tab key for each piece; arrows lead from note to note.
  element.setAttribute('tabindex', first ? '0' : '-1');
};

/** Marks what can be told apart for certain: nothing at all where the text has HTML that may render to anything. */
export const markNotes = (target: Element, { markdown, noteLines }: RecapChunk): void => {
  if (noteLines.length === 0) return;
  const nodes = parseMarkdown(markdown).children;
  const rendered = nodes.filter((node) => !isUncounted(node));
  const elements = [...target.children].filter((element) => !element.matches('section.footnotes'));
  if (nodes.some(({ type }) => type === 'html') || rendered.length !== elements.length) return;
  const noteAt = (node: { readonly position?: RootContent['position'] }): Id | null => {
    const line = (node.position?.start.line ?? 0) - 1;
    return noteLines.find(({ from, to }) => line >= from && line < to)?.noteId ?? null;
  };
  let first = true;
  const markOne = (element: Element | undefined, noteId: Id | null): void => {
    mark(element, noteId, first);
    if (noteId !== null) first = false;
  };
  for (const [index, node] of rendered.entries()) {
    const element = elements[index];
    // Notes that are items of one marker become one list.
    if (node.type === 'list' && spansNotes(node, noteAt)) {
      for (const [item, child] of node.children.entries()) markOne(element?.children[item], noteAt(child));
    } else markOne(element, noteAt(node));
  }
};

const spansNotes = (
  list: List,
  noteAt: (node: { readonly position?: RootContent['position'] }) => Id | null,
): boolean => new Set(list.children.map(noteAt)).size > 1;
