/** What single elements are written as for the sanitizer: plain HTML, with marks of our own where it has no words. */
import {
  attributeOf,
  childElementsOf,
  closestOf,
  findIn,
  isElement,
  nameOf,
  parentOf,
} from './dom-access.ts';
import { escapeHtml } from './element-meaning.ts';
import type { CodeBlock } from './read-code.ts';
import { imageAddressOf } from './read-image.ts';
import type { Formula } from './read-math.ts';
import type { MediaLink } from './read-media.ts';

export const noteHtml = (label: string): string => `<sup data-lanyard="note:${escapeHtml(label)}"></sup>`;

export const formulaHtml = ({ tex, display }: Formula): string =>
  `<span data-lanyard="${display ? 'display-math' : 'math'}">${escapeHtml(tex)}</span>`;

export const codeHtml = ({ language, text }: CodeBlock): string => {
  const name = language === '' ? '' : ` class="language-${escapeHtml(language)}"`;
  return `<pre><code${name}>${escapeHtml(text)}</code></pre>`;
};

export const mediaHtml = ({ url, text }: MediaLink): string =>
  `<p><a href="${escapeHtml(url)}">${escapeHtml(text)}</a></p>`;

export const linkOpening = (link: Element, url: string): string => {
  const title = attributeOf(link, 'title');
  return `<a href="${escapeHtml(url)}"${title === '' ? '' : ` title="${escapeHtml(title)}"`}>`;
};

/** Level of an element that the page calls a heading, as the name of one. */
export const headingOf = (element: Element): string =>
  `h${Math.min(6, Math.max(1, Number.parseInt(attributeOf(element, 'aria-level'), 10) || 2))}`;

const EMOJI_CLASS = /(?:^|\s)(?:(?:c-|g-|tw)?emoji|wp-smiley|emoticon)(?:\s|$)/;
const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f)+$/u;

/** The emoji of a picture whose file has its code points for a name, as all sets of such pictures do; or empty. */
const drawnBy = (image: Element): string => {
  const codes = /\/((?:1f|2[0-9a-f])[0-9a-f]{2,3}(?:-[0-9a-f]{4,5})*)\.(?:png|svg|gif)/.exec(
    attributeOf(image, 'src'),
  )?.[1];
  return codes === undefined
    ? ''
    : String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)));
};

/** An image at its address; one of an emoji as that; none when there is no picture worth keeping. */
export const imageHtml = (image: Element, className: string, base: string): string => {
  const alt = attributeOf(image, 'alt');
  if (alt !== '' && (EMOJI_CLASS.test(className) || EMOJI.test(alt)))
    return escapeHtml(drawnBy(image) || alt);
  const url = imageAddressOf(image, base);
  if (url === null) return '';
  const attributes = [`src="${escapeHtml(url)}"`, `alt="${escapeHtml(alt)}"`];
  for (const name of ['title', 'width', 'height']) {
    const value = attributeOf(image, name);
    if (value !== '') attributes.push(`${name}="${escapeHtml(value)}"`);
  }
  return `<img ${attributes.join(' ')}>`;
};

const box = (isChecked: boolean): string => `<span data-lanyard="task:${isChecked ? 'x' : ' '}"></span>`;

/** A check box: the state of its item, or a sign in running text; nothing for any other control. */
export const boxHtml = (input: Element): string => {
  const isRole = attributeOf(input, 'role') === 'checkbox';
  if (!isRole && attributeOf(input, 'type') !== 'checkbox') return '';
  const isChecked =
    input instanceof HTMLInputElement ? input.checked : attributeOf(input, 'aria-checked') === 'true';
  return isRole && closestOf(input, 'li') === null ? (isChecked ? '☑ ' : '☐ ') : box(isChecked);
};

/** The box of an item whose state stands in its classes or attributes alone. */
export const stateHtml = (item: Element): string => {
  if (nameOf(item) !== 'li') return '';
  if (attributeOf(item, 'role') === 'checkbox') return boxHtml(item);
  const said = attributeOf(item, 'data-checked') || attributeOf(item, 'data-list');
  if (/^(?:true|checked)$/.test(said)) return box(true);
  if (/^(?:false|unchecked)$/.test(said)) return box(false);
  const isTask = attributeOf(item, 'data-inline-task-id') !== '';
  const drawn = findIn(item, ':scope > .checkbox-on, :scope > .checkbox-off');
  if (isTask || drawn !== null)
    return box(/(?:^|\s)check(?:ed|box-on)(?:\s|$)/.test(attributeOf(drawn ?? item, 'class')));
  return '';
};

/** What is there for browsers without script: the picture that a lazy one stands for. @param html what was read before */
export const unscriptedHtml = (noscript: Element, base: string, html: string): string => {
  const image = findIn(noscript, 'img');
  const parent = parentOf(noscript);
  const isThere =
    (isElement(parent) && childElementsOf(parent).some((other) => nameOf(other) === 'img')) ||
    (html.endsWith('>') && /<img [^>]*>$/.test(html.slice(-2000)));
  return image === null || isThere ? '' : imageHtml(image, '', base);
};
