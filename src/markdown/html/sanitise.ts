/** The browser's own sanitizer, set to what conversion needs: no script, no form, no name or id passes it. */

/** Elements that conversion knows. */
const KEPT_ELEMENTS: SanitizerElementWithAttributes[] = [
  ...[
    'p',
    'div',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'ul',
    'pre',
    'hr',
    'br',
    'dl',
    'dt',
    'dd',
  ],
  ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'figure', 'figcaption'],
  ...['em', 'i', 'strong', 'b', 'del', 's', 'kbd', 'mark', 'sup', 'sub'],
  { name: 'ol', attributes: ['start', 'reversed'] },
  { name: 'li', attributes: ['value'] },
  { name: 'td', attributes: ['rowspan', 'colspan', 'align'] },
  { name: 'th', attributes: ['rowspan', 'colspan', 'align'] },
  { name: 'code', attributes: ['class'] },
  { name: 'a', attributes: ['href', 'title'] },
  { name: 'img', attributes: ['src', 'alt', 'title', 'width', 'height'] },
].map((element) => (typeof element === 'string' ? { name: element } : element));

/** Elements whose tags mean nothing here while their content does. */
const UNWRAPPED_ELEMENTS = [
  ...['form', 'fieldset', 'legend', 'details', 'summary', 'label', 'picture', 'span', 'font', 'center'],
  ...['section', 'article', 'main', 'header', 'footer', 'nav', 'aside', 'hgroup', 'address', 'time', 'abbr'],
  ...[
    'small',
    'big',
    'u',
    'ins',
    'cite',
    'q',
    'dfn',
    'var',
    'samp',
    'bdi',
    'bdo',
    'ruby',
    'rb',
    'rt',
    'rp',
    'wbr',
  ],
];

/**
 * Parses HTML into a detached, inert tree without anything that could run or be looked up by name.
 * Nothing is loaded: the document has no browsing context. Works under `trusted-types 'none'`.
 */
export const sanitise = (html: string): HTMLElement => {
  const root = document.implementation.createHTMLDocument('').createElement('div');
  root.setHTML(html, {
    sanitizer: new Sanitizer({
      elements: KEPT_ELEMENTS,
      replaceWithChildrenElements: UNWRAPPED_ELEMENTS,
      attributes: [],
      comments: false,
      dataAttributes: false,
    }),
  });
  return root;
};
