/** The browser's own sanitizer, set to what conversion needs: no script, no form, no name or id passes it. */

const names = (text: string): SanitizerElementWithAttributes[] => text.split(' ').map((name) => ({ name }));

/** Elements that conversion knows; the sanitizer drops every other. */
const KEPT_ELEMENTS: SanitizerElementWithAttributes[] = [
  ...names('div p h1 h2 h3 h4 h5 h6 blockquote ul pre hr br dl dt dd table caption thead tbody tfoot tr'),
  ...names('em strong del sup sub span'),
  { name: 'ol', attributes: ['start', 'reversed'] },
  { name: 'li', attributes: ['value'] },
  { name: 'td', attributes: ['rowspan', 'colspan', 'align'] },
  { name: 'th', attributes: ['rowspan', 'colspan', 'align'] },
  { name: 'code', attributes: ['class'] },
  { name: 'a', attributes: ['href', 'title'] },
  { name: 'img', attributes: ['src', 'alt', 'title', 'width', 'height'] },
];

/** Attributes kept everywhere: the reader's own marks. A page's own of that name is never copied by the reader. */
const OWN_ATTRIBUTES = ['data-lanyard'];

/**
 * What a paste or an abstract may bring to the reader: any element that cannot run, with what tells of its meaning.
 * `Element.setHTML` takes out whatever runs, by its own list, before and after this.
 */
const FOREIGN: SanitizerConfig = {
  removeElements: ['style', 'link', 'meta', 'base', 'frame', 'frameset', 'object', 'embed'],
  comments: false,
};

const parse = (html: string, configuration: SanitizerConfig): HTMLElement => {
  const root = document.implementation.createHTMLDocument('').createElement('div');
  root.setHTML(html, { sanitizer: new Sanitizer(configuration) });
  return root;
};

/**
 * Parses HTML into a detached, inert tree without anything that could run or be looked up by name.
 * Nothing is loaded: the document has no browsing context. Works under `trusted-types 'none'`.
 */
export const sanitise = (html: string): HTMLElement =>
  parse(html, {
    elements: KEPT_ELEMENTS,
    attributes: OWN_ATTRIBUTES,
    dataAttributes: false,
    comments: false,
  });

/** Parses HTML from outside for reading: inert, without scripts, but with classes and frames, which are read. */
export const parseForeign = (html: string): HTMLElement => parse(html, FOREIGN);
