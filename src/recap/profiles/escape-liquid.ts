/** Liquid and Nunjucks in a body: shown, never run. They run everywhere, also in code. */
import { visitNodes } from '../../markdown/code-ranges.ts';
import {
  fencedCode,
  type Replacement,
  replaceRanges,
  spelledOutLink,
  wordedAutolink,
} from '../../markdown/plain-commonmark.ts';
import { isKnownHtml } from './raw-html.ts';
import type { EscapedBody } from './site-profile.ts';

/** Each opening alone is wrapped; what follows it is text then. Nunjucks has the same `raw`, and `{#` for comments. */
const wrapOpenings = (body: string): string => body.replace(/\{[{%#]/g, '{% raw %}$&{% endraw %}');

/** Eleventy's templates, and what its Markdown leaves out: bare addresses are no links, indented code is none. */
export const escapeEleventy = (body: string): EscapedBody => {
  const edits: Replacement[] = [];
  if (/https?:|www\.|@|(^|\n)[ \t>*+\-\d.)]*( {4}|\t)/i.test(body)) {
    visitNodes(body, (node, range) => {
      const text = spelledOutLink(node, body.slice(...range)) ?? fencedCode(node, range, body);
      if (text !== null) edits.push({ range, text });
    });
  }
  return { body: wrapOpenings(replaceRanges(body, edits)), altered: false };
};

const UNTOUCHED: ReadonlySet<string> = new Set(['code', 'inlineCode', 'table', 'html', 'definition']);

/**
 * Jekyll's Liquid, and what kramdown reads otherwise than CommonMark: `{:.class}` is an attribute, a bar makes a table of
 * any line, a bare address is no link, a quote ends an address, an unknown tag swallows what follows (kramdown.gettalong.org, "Syntax").
 */
export const escapeJekyll = (body: string): EscapedBody => {
  const edits: Replacement[] = [];
  if (/\{:|[|\\<]|https?:|www\.|@/i.test(body)) {
    visitNodes(body, (node, range) => {
      const source = body.slice(...range);
      // kramdown reads `&amp;` in an address between angle brackets.
      const odd = source.includes('&') ? wordedAutolink(node, source) : null;
      const link = spelledOutLink(node, source) ?? odd;
      if (link !== null) edits.push({ range, text: link });
      else if (node.type === 'html' && !isKnownHtml(source)) {
        edits.push({ range, text: source.replaceAll('<', '\\<') });
      } else if (UNTOUCHED.has(node.type)) edits.push({ range, text: source });
      else if ((node.type === 'link' || node.type === 'image') && node.url.includes('"') && !node.title) {
        const at = source.lastIndexOf('](');
        const destination: Replacement['range'] = [range[0] + at, range[1]];
        edits.push({ range: destination, text: source.slice(at).replaceAll('"', '%22') });
      }
    });
  }
  return { body: wrapOpenings(replaceRanges(body, edits, escapeKramdown)), altered: false };
};

/** Behind an odd number of backslashes a character is escaped already; some kramdown knows no backslash for. */
const escapeKramdown = (text: string): string =>
  text.replace(/(\\*)(\{:|\||(?<=\\)[%&,/;?@^])/g, (found, slashes: string, active: string) => {
    const escaped = slashes.length % 2 === 1;
    if (escaped === (active === '|' || active === '{:')) return found;
    return escaped ? `${slashes.slice(1)}&#${active.charCodeAt(0)};` : `${slashes}\\${active}`;
  });
