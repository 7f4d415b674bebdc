/** What elements mean beyond their names: their attributes, styles and place. */
import { attributeOf, closestOf, findIn, isElement, parentOf, textOf } from './dom-access.ts';

/** Text as it stands in HTML, in attributes too. */
export const escapeHtml = (text: string): string =>
  /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign) : text;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A heading that is a link to itself. */
export const leadsToOwnHeading = (link: Element, href: string): boolean => {
  if (href.length < 2 || !href.startsWith('#')) return false;
  const heading = closestOf(link, 'h1, h2, h3, h4, h5, h6');
  const box = heading === null ? null : parentOf(heading);
  return [link, heading, isElement(box) ? box : null].some(
    (element) => element !== null && attributeOf(element, 'id') === href.slice(1),
  );
};

/** Buttons are none of the text, but for those that headings and texts are made of. */
export const isReadButton = (button: Element, inHeading: boolean): boolean =>
  (inHeading && !/^\s*copy/i.test(textOf(button) ?? '')) || findIn(button, 'p, h1, h2, h3, h4, li') !== null;

/** Marks that are none by their style or their use: pasted from editors, whole references, headings in a summary. */
export const saysNothing = (element: Element, name: string, className: string): boolean => {
  if (name === 'b' || name === 'i') {
    // Editors write the same mark twice, by looks and by meaning.
    const only = findIn(element, name === 'b' ? ':scope > strong:only-child' : ':scope > em:only-child');
    if (only !== null && textOf(only) === textOf(element)) return true;
  }
  if (name === 'b') return /font-weight:\s*(?:normal|400)/.test(attributeOf(element, 'style'));
  if (name === 'cite') return /(?:^|\s)citation(?:\s|$)/.test(className);
  return name === 'summary' && findIn(element, 'h1, h2, h3, h4, h5, h6') !== null;
};

export const cellAttributes = (cell: Element): string => {
  let attributes = '';
  for (const name of ['rowspan', 'colspan']) {
    const value = attributeOf(cell, name);
    if (value !== '' && value !== '1') attributes += ` ${name}="${escapeHtml(value)}"`;
  }
  const stated =
    /text-align:\s*(left|center|right)/i.exec(attributeOf(cell, 'style'))?.[1] ?? attributeOf(cell, 'align');
  return stated === '' ? attributes : `${attributes} align="${escapeHtml(stated.toLowerCase())}"`;
};

export const marksOfStyle = (style: string): string[] => {
  const marks: string[] = [];
  if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) marks.push('strong');
  if (/font-style:\s*italic/i.test(style)) marks.push('em');
  if (/text-decoration(?:-line)?:[^;]*line-through/i.test(style)) marks.push('del');
  return marks;
};

const BOX_TITLE =
  /(?:^|\s)(?:admonition-title|markdown-alert-title|custom-block-title|alert-title|admonition-?heading\w*)(?:\s|$)/i;

/** The title of a box that sets a note or a warning apart. */
export const isBoxTitle = (element: Element, name: string, className: string): boolean =>
  /^(?:p|div)$/.test(name) &&
  BOX_TITLE.test(className) &&
  findIn(element, 'p, h1, h2, h3, h4, h5, h6') === null;

/** A table that only lays its cells out, as the page itself says. */
export const isLayoutTable = (table: Element): boolean => {
  const parent = parentOf(table);
  return (
    /^(?:presentation|none)$/.test(attributeOf(table, 'role')) ||
    (isElement(parent) && attributeOf(parent, 'class').startsWith('admonitionblock'))
  );
};
