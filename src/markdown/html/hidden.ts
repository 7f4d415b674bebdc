/** What a person does not see on the page. */
import {
  attributeOf,
  findIn,
  hasAnyAttribute,
  hasAttributeOf,
  isElement,
  previousSiblingOf,
  seemsVisible,
  textOf,
} from './dom-access.ts';

/** `rendered`: the browser lays the page out and can be asked; `source`: only what is written can be read. */
export type Visibility = 'rendered' | 'source';

const UNSEEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|u-hidden-visually|a11y-hidden|cdk-visually-hidden)(?:\s|$)/i;
const UNSEEN_STYLE = /(?:^|[;\s])(?:display:\s*none|visibility:\s*hidden)/i;
const BLOCKS = 'p, pre, li, table, h1, h2, h3, h4, h5, h6, blockquote';

/** True for elements that are not shown, and for decoration that is kept from assistive technology. */
export const isHiddenFor = (element: Element, className: string, visibility: Visibility): boolean => {
  if (!hasAnyAttribute(element)) return visibility === 'rendered' && isNotShown(element);
  if (className !== '' && UNSEEN_CLASS.test(className)) return true;
  if (attributeOf(element, 'aria-hidden') === 'true' && isDecorative(element)) return true;
  if (visibility === 'rendered') return isNotShown(element);
  const hidden = attributeOf(element, 'hidden') !== 'until-found' && hasAttributeOf(element, 'hidden');
  return hidden || UNSEEN_STYLE.test(attributeOf(element, 'style'));
};

/** Pages hide all of themselves behind a dialog in this way: what has blocks of text is no decoration. */
const isDecorative = (element: Element): boolean =>
  (textOf(element) ?? '').length < 60 && findIn(element, BLOCKS) === null;

const isNotShown = (element: Element): boolean => {
  if (seemsVisible(element)) return false;
  const style = getComputedStyle(element);
  return style.display === 'none' || style.visibility !== 'visible';
};

const IN_LINES =
  /^(?:a|span|label|button|b|i|em|strong|small|time|abbr|cite|code|kbd|font|u|svg|[a-z]+-[a-z-]+)$/;

/**
 * True for an element that stands in a line by its name and in a box of its own by its style (an item of a flex row, a
 * badge), right after another: what looks apart must not be read as one word.
 */
export const standsApart = (element: Element, name: string): boolean =>
  IN_LINES.test(name) && isElement(previousSiblingOf(element)) && isBoxOfItsOwn(getComputedStyle(element));

/** What is taken out of the flow stands beside nothing. */
const isBoxOfItsOwn = ({ display, position }: CSSStyleDeclaration): boolean =>
  !/^(?:inline|contents|none)$/.test(display) && !/^(?:absolute|fixed)$/.test(position);
