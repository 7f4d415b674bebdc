/** What becomes of each element when a page is read. */
import { closestOf, findIn, isElement, nextSiblingOf, parentOf, textOf } from './dom-access.ts';

export type TagAction =
  | 'skip'
  | 'unwrap'
  | 'link'
  | 'image'
  | 'code'
  | 'code-block'
  | 'table'
  | 'cell'
  | 'list'
  | 'script'
  | 'media'
  | 'input'
  | 'button'
  | 'noscript'
  | 'ruby-text'
  | { readonly open: string; readonly close: string; readonly isHeading?: true };

const as = (tag: string): TagAction => ({ open: `<${tag}>`, close: `</${tag}>` });
const heading = (tag: string): TagAction => ({ open: `<${tag}>`, close: `</${tag}>`, isHeading: true });
const each = (names: string, action: (name: string) => TagAction): [string, TagAction][] =>
  names.split(' ').map((name) => [name, action(name)]);

const ACTIONS: ReadonlyMap<string, TagAction> = new Map<string, TagAction>([
  ...each(
    'script style template link meta head title svg canvas textarea select datalist option progress meter map area colgroup col rp frameset noframes annotation annotation-xml base track source param',
    () => 'skip',
  ),
  ...each('p blockquote dl dt dd caption thead tbody tfoot tr', (name) => as(name)),
  ...each('hr br', (name) => ({ open: `<${name}>`, close: '' })),
  ...each('h1 h2 h3 h4 h5 h6', (name) => heading(name)),
  ...each(
    'div section article main header footer nav aside form fieldset details figure hgroup address center body html dialog search menu-item marquee optgroup',
    () => as('div'),
  ),
  ...each('figcaption legend', () => as('p')),
  ['summary', { open: '<p><strong>', close: '</strong></p>' }],
  ...each('b strong mark', () => as('strong')),
  ...each('i em cite dfn var', () => as('em')),
  ...each('del s strike', () => as('del')),
  ['code', 'code'],
  ...each('kbd samp tt', () => as('code')),
  ['q', { open: '“', close: '”' }],
  ...each('sup sub', () => 'script'),
  ...each('ul ol', () => 'list'),
  ['menu', as('ul')],
  ['dir', as('ul')],
  ['li', 'list'],
  ['a', 'link'],
  ['img', 'image'],
  ['amp-img', 'image'],
  ...each('pre listing xmp plaintext', () => 'code-block'),
  ['table', 'table'],
  ...each('td th', () => 'cell'),
  ...each('video audio iframe embed object lite-youtube youtube-video amp-youtube amp-video', () => 'media'),
  ['input', 'input'],
  ['button', 'button'],
  ['noscript', 'noscript'],
  ['rt', 'ruby-text'],
]);

/** An element nobody knows is transparent. A form whose name is shadowed gives none, and is transparent too. */
export const actionFor = (name: string): TagAction => ACTIONS.get(name) ?? 'unwrap';

const ICON_CLASS =
  /(?:^|\s)(?:(?:mw-)?editsection|footnote-delimiter|copy-button|copybtn|btn-clipboard|material-icons(?:-\w+)?|material-symbols-\w+|fa[bsrl]?\sfa-[\w-]+|zeroclipboard-container|katex-html|mwe-math-fallback-image-\w+|MJX_Assistive_MathML|MathJax_Preview)(?:\s|$)/;
/** Columns of line numbers beside code. */
const GUTTER_CLASS =
  /(?:^|\s)(?:react-line-numbers?|line-numbers?(?:-\w+)?|CodeMirror-(?:gutters|linenumber)|cm-gutters|ace_gutter|margin-view-overlays|linenodiv|gutter|lines|ruler|linenos)(?:\s|$)/;
const TOOLBAR_CLASS = /(?:^|[\s_-])toolbar(?:\s|$)/;
const LABEL_CLASS = /^(?:lang(?:uage)?|language-name|code-lang(?:uage)?|code-block-language)$/;
const ANCHOR_CLASS =
  /(?:^|\s)(?:anchor|headerlink|header-anchor|hash-link|anchorjs-link|heading-anchor|heading-link|anchor-link|permalink)(?:\s|$)/;

/** Anchors beside headings, icons, buttons: what a page has for its own use. A heading's own text is none of it. */
export const isDecoration = (element: Element, name: string, className: string): boolean => {
  if (className === '') return false;
  if (ICON_CLASS.test(className)) return (textOf(element) ?? '').trim().length < 40;
  if (GUTTER_CLASS.test(className)) return /^[\s\d]*$/.test(textOf(element) ?? '');
  if (LABEL_CLASS.test(className)) return isCodeLabel(element);
  if (TOOLBAR_CLASS.test(className)) return isCodeLabel(element);
  return name === 'a' && ANCHOR_CLASS.test(className) && isAnchor(element, (textOf(element) ?? '').trim());
};

/** A sign, or the heading's own words a second time. */
const isAnchor = (link: Element, text: string): boolean => {
  const parent = parentOf(link);
  return isAnchorSign(text) || (isElement(parent) && (textOf(parent) ?? '').trim() === text + text);
};

const nextElementAfter = (element: Element): Element | null => {
  let next = nextSiblingOf(element);
  while (next !== null && !isElement(next)) next = nextSiblingOf(next);
  return next;
};

/** True when the element is or holds a block of code, and little else. */
const isMostlyCode = (element: Element | null): boolean => {
  if (element === null) return false;
  const code = element.localName === 'pre' ? element : findIn(element, 'pre');
  return code !== null && (textOf(code) ?? '').length * 2 > (textOf(element) ?? '').length;
};

/** The name of a language, or buttons, above or beside the code that they belong to. */
const isCodeLabel = (element: Element): boolean => {
  const parent = parentOf(element);
  if (!isElement(parent)) return false;
  const box = closestOf(
    parent,
    '.code-example, [class*="language-"], .code-block, .highlight, .code-toolbar, [class*="code"]',
  );
  const next = [nextElementAfter(element), nextElementAfter(parent)];
  const isAtCode = (box !== null && findIn(box, 'pre') !== null) || next.some(isMostlyCode);
  return isAtCode && /^[\w+#\s-]{0,30}$/.test(textOf(element) ?? '');
};

/** What stands in a link to the heading or term that it belongs to. */
export const isAnchorSign = (text: string): boolean =>
  /^(?:(?:[\s#¶§◆∞⚓🔗☍⛓]|\u200b|\ufe0e|\ufe0f){0,4}|permalink|direct link\b.*|link to (?:this|the)\b.*|section titled\b.*|copy link|anchor)$/iu.test(
    text,
  );
