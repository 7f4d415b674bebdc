/** Zola's shortcodes in a body: shown, never run. They run everywhere, also in code (getzola.org, "Shortcodes"). */
import { codeRanges, visitNodes } from '../../markdown/code-ranges.ts';
import { type Replacement, replaceRanges, spelledOutLink } from '../../markdown/plain-commonmark.ts';
import type { EscapedBody } from './site-profile.ts';

/** A call, and a call with a body, which needs its `{% end %}`. */
const INLINE = /\{\{(-?\s*[a-zA-Z_]\w*\s*\([\s\S]*?\)\s*-?)\}\}/g;
const WITH_BODY = /\{%(-?\s*[a-zA-Z_]\w*\s*\([\s\S]*?\)\s*-?)%\}([\s\S]*?)\{%(-?\s*end\s*-?)%\}/g;

/**
 * In text a backslash that does not show; in code the comment form, which Zola prints as a plain call. Zola's Markdown makes
 * no links of bare addresses (seen in 0.22): they are spelled out.
 */
export const escapeZola = (body: string): EscapedBody => escapeTera(spellLinksOut(body));

const spellLinksOut = (body: string): string => {
  const edits: Replacement[] = [];
  if (/https?:|www\.|@/i.test(body)) {
    visitNodes(body, (node, range) => {
      const text = spelledOutLink(node, body.slice(...range));
      if (text !== null) edits.push({ range, text });
    });
  }
  return replaceRanges(body, edits);
};

const escapeTera = (body: string): EscapedBody => {
  if (!/\{[{%]/.test(body)) return { body, altered: false };
  const code = codeRanges(body);
  let result = '';
  let position = 0;
  for (const [from, to] of code) {
    if (from < position) continue;
    result += escapeText(body.slice(position, from)) + escapeCode(body.slice(from, to));
    position = to;
  }
  return { body: result + escapeText(body.slice(position)), altered: false };
};

const escapeText = (text: string): string => text.replace(/\{([{%])/g, '{\\$1');

const escapeCode = (code: string): string =>
  code.replace(WITH_BODY, '{%/*$1*/%}$2{%/*$3*/%}').replace(INLINE, '{{/*$1*/}}');
