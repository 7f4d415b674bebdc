/** Markdown as people see it: rendered by micromark, let into the page by the browser's own sanitizer alone. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { safeAddress } from '../model/address.ts';
import { definitionsIn, splitMarkdown } from './pieces.ts';

export interface RenderOptions {
  /**
   * The `blob:` or `data:` address under which an image of the text can be shown. `null` for one that cannot be, such
   * as a remote image: a placeholder with its alternative text and its address stands in. Nothing is ever loaded.
   */
  readonly resolveImage: (address: string) => string | null;
}

const SANITIZER: SanitizerConfig = {
  elements: [
    ...['p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'dl', 'dt', 'dd'],
    ...['em', 'i', 'strong', 'b', 'del', 's', 'kbd', 'mark', 'sup', 'sub', 'abbr'],
    ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'caption', 'figure', 'figcaption'],
    { name: 'ol', attributes: ['start'] },
    { name: 'li', attributes: [] },
    { name: 'td', attributes: ['align', 'colspan', 'rowspan'] },
    { name: 'th', attributes: ['align', 'colspan', 'rowspan'] },
    { name: 'code', attributes: ['class'] },
    { name: 'a', attributes: ['href', 'title'] },
    { name: 'img', attributes: ['src', 'alt', 'title'] },
    { name: 'input', attributes: ['type', 'checked'] },
  ],
  replaceWithChildrenElements: [
    ...[
      'form',
      'fieldset',
      'legend',
      'details',
      'summary',
      'section',
      'article',
      'button',
      'picture',
      'label',
    ],
    ...['div', 'span', 'center', 'font', 'small', 'u', 'ins', 'cite', 'q', 'ruby', 'rb', 'rt', 'rp'],
  ],
  attributes: [],
  comments: false,
  dataAttributes: false,
};

/**
 * Replaces an element's content by rendered Markdown (CommonMark with GFM). Raw HTML passes the sanitizer: nothing
 * runs, nothing is loaded, no form works. Links lead to http, https and mailto only. Works under
 * `trusted-types 'none'`.
 */
export const renderMarkdown = (target: Element, markdown: string, options: RenderOptions): void => {
  // A document without a browsing context: nothing in it loads while it is put right.
  const inert = document.implementation.createHTMLDocument('').createElement('div');
  inert.setHTML(toHtml(markdown), { sanitizer: new Sanitizer(SANITIZER) });
  for (const link of inert.querySelectorAll('a')) restrictLink(link);
  for (const image of inert.querySelectorAll('img')) showImage(image, options);
  for (const box of inert.querySelectorAll('input')) showTaskBox(box);
  target.replaceChildren(...inert.childNodes);
};

const toHtml = (markdown: string): string => {
  const pieces = splitMarkdown(markdown);
  const definitions = pieces.length > 1 ? `\n\n${definitionsIn(markdown)}` : '';
  return pieces
    .map(({ text }) =>
      micromark(text + definitions, {
        allowDangerousHtml: true,
        // The addresses are checked in the tree: micromark would drop `image:` and `blob:`.
        allowDangerousProtocol: true,
        extensions: [gfm({ singleTilde: false })],
        htmlExtensions: [gfmHtml()],
      }),
    )
    .join('\n');
};

/** A link that leads nowhere safe keeps its words; a link inside the text (a footnote) has nowhere to lead here. */
const restrictLink = (link: HTMLAnchorElement): void => {
  const address = safeAddress(link.getAttribute('href') ?? '');
  if (address === null) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.href = address;
  link.rel = 'noopener noreferrer';
  link.target = '_blank';
};

const LOCAL_ADDRESS = /^(?:blob:|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i;

const showImage = (image: HTMLImageElement, { resolveImage }: RenderOptions): void => {
  const address = image.getAttribute('src') ?? '';
  const shown = resolveImage(address) ?? '';
  if (LOCAL_ADDRESS.test(shown)) {
    image.src = shown;
    image.loading = 'lazy';
    image.decoding = 'async';
    return;
  }
  const placeholder = image.ownerDocument.createElement('span');
  placeholder.className = 'image-placeholder';
  placeholder.setAttribute('role', 'img');
  placeholder.setAttribute('aria-label', image.alt || address);
  placeholder.textContent = image.alt === '' ? address : `${image.alt} (${address})`;
  image.replaceWith(placeholder);
};

/** A task's box as a sign: it can be seen, and not be ticked. Other fields of forms go. */
const showTaskBox = (box: HTMLInputElement): void => {
  if (box.getAttribute('type') !== 'checkbox' || box.closest('li') === null) {
    box.remove();
    return;
  }
  const ticked = box.hasAttribute('checked');
  const sign = box.ownerDocument.createElement('span');
  sign.className = 'task-box';
  sign.textContent = ticked ? '☑' : '☐';
  box.replaceWith(sign);
};
