/** The language of a block of code, as highlighters and editors write it into pages. */
import { attributeOf, findIn, isElement, nameOf, parentOf } from './dom-access.ts';

const PLAIN = new Set([
  'none',
  'nohighlight',
  'no-highlight',
  'plaintext',
  'plain',
  'default',
  'auto',
  'undefined',
  'notranslate',
]);

const LANGUAGE_PATTERNS: readonly RegExp[] = [
  /(?:^|\s)(?:language|lang)-([^\s{:,]+)/i,
  /(?:^|\s)highlight-(?:source|text)-([^\s]+)/i,
  /(?:^|\s)(?:enlighter-l|source)-([\w#+-]+)/,
  /(?:^|\s)brush:\s*([\w#+-]+)/i,
  /(?:^|\s)highlight-([\w#+.-]+)/i,
  /(?:^|\s)sourceCode\s+([\w#+-]+)/,
  /(?:^|\s)hljs\s+(?!language-|copy|line)([\w#+-]+)/,
  /(?:^|\s)hl-i?(python|julia|r)\d?(?:\s|$)/,
  /(?:^|\s)code-block-(?!container)([\w#+-]+)/i,
];
const BARE_NAME = /^(?:figure|div|pre)\s+highlight\s+(?!js-|is-|has-|hl-)([\w#+-]+)\s*(?:$|\s)/;
/** Names that are languages where they stand alone as a class. */
const KNOWN_NAME =
  /(?:^|\s)(bash|shell|sh|zsh|console|powershell|go|golang|rust|rs|python3?|py|ruby|rb|java|javascript|js|jsx|typescript|ts|tsx|json|ya?ml|toml|xml|html|s?css|sql|c|cpp|c\+\+|csharp|php|kotlin|swift|scala|haskell|objective-c|objc|fsharp|groovy|julia|matlab|latex|ini|vue|svelte|less|docker|cmake|hcl|terraform|solidity|nim|fortran|lisp|scheme|vim|elixir|erlang|clojure|lua|perl|dart|diff|dockerfile|makefile|graphql|protobuf|proto|nginx|zig|ocaml)(?:\s|$)/i;
const LANGUAGE_ATTRIBUTES = [
  'data-lang',
  'data-ke-language',
  'data-code-wrap',
  'data-language',
  'data-code-lang',
  'data-enlighter-language',
  'data-tagsearch-lang',
  'lang',
  'syntax',
];

const languageFrom = (element: Element): string => {
  const name = attributeOf(element, 'class');
  for (const pattern of LANGUAGE_PATTERNS) {
    const found = pattern.exec(name)?.[1];
    if (found !== undefined) return found.replace(/-basic$/, '').replace(/^html-/, '');
  }
  const named = BARE_NAME.exec(`${nameOf(element)} ${name}`)?.[1];
  if (named !== undefined) return named;
  for (const attribute of LANGUAGE_ATTRIBUTES) {
    const value = attributeOf(element, attribute);
    if (value !== '' && !(attribute === 'lang' && nameOf(element) !== 'pre')) return value;
  }
  const brush = /brush:\s*([\w#+-]+)/.exec(attributeOf(element, 'data-syntaxhighlighter-params'))?.[1];
  if (brush !== undefined) return brush;
  return /^(?:pre|code|codeblock)$/.test(nameOf(element)) || name.startsWith('syntaxhighlighter')
    ? (KNOWN_NAME.exec(name)?.[1] ?? '')
    : '';
};

/** The language as the page names it, or empty: of the code, its block, then the wrappers next to it. */
export const languageOf = (block: Element): string => {
  const candidates: Element[] = [];
  const code = findIn(block, 'code[class], code[data-lang], code[data-language], [class*="language-"]');
  if (code !== null) candidates.push(code);
  candidates.push(block);
  let wrapper = parentOf(block);
  for (let steps = 0; steps < 6 && isElement(wrapper); steps += 1) {
    if (!/^(?:div|figure|code|codeblock|pre|td|tr|tbody|table|section|span)$/.test(nameOf(wrapper))) break;
    candidates.push(wrapper);
    wrapper = parentOf(wrapper);
  }
  for (const candidate of candidates) {
    const language = languageFrom(candidate).toLowerCase();
    if (PLAIN.has(language)) return '';
    if (/^[\p{L}\p{N}_#+.\-/;]{1,40}$/u.test(language)) return language;
  }
  return '';
};

/** What the name of a file shown in a repository says of its language. */
export const languageOfFile = (address: string): string =>
  /\/(?:blob|src|raw)\/[^?#]*\.(\w{1,10})(?:[?#]|$)/.exec(address)?.[1]?.toLowerCase() ?? '';
