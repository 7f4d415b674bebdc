/** How a list counts, also one of which only the end is read. */
import { attributeOf, firstChildOf, hasAttributeOf, isElement, nameOf, nextSiblingOf } from './dom-access.ts';
import { escapeHtml } from './element-meaning.ts';
import type { RangeClip } from './range-clip.ts';

const LIST_ATTRIBUTES: Readonly<Record<string, string[]>> = {
  ol: ['start', 'reversed'],
  li: ['value'],
};

/** The attributes of a list or an item; a list that begins in its middle goes on counting. */
export const listAttributes = (list: Element, clip: RangeClip | null): string => {
  const names = LIST_ATTRIBUTES[nameOf(list)] ?? [];
  const attributes = names
    .filter((name) => hasAttributeOf(list, name))
    .map((name) => ` ${name}="${escapeHtml(attributeOf(list, name))}"`);
  if (nameOf(list) !== 'ol' || !clip?.beginsIn(list) || attributes.length > 0) return attributes.join('');
  let skipped = 0;
  for (let node = firstChildOf(list); node !== null && !clip.beginsAtOrIn(node); node = nextSiblingOf(node))
    if (isElement(node) && nameOf(node) === 'li') skipped += 1;
  return skipped === 0 ? '' : ` start="${skipped + 1}"`;
};
