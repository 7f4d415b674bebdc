/** The parts of a line that are written by themselves: code, addresses, titles, alternative texts. */
import { escapeText, isBalanced, type Rivals } from './escape-text.ts';

export interface WritePlace {
  /** `cell` and `heading` are one line. */
  readonly block: 'paragraph' | 'heading' | 'cell';
  readonly rawHtml: boolean;
  readonly shortcodes: 'hugo' | 'none';
}

/** A shortcode inside code as Hugo shows it; an opening that nothing closes is parted by a zero-width space. */
export const disarmShortcodes = (code: string, shortcodes: 'hugo' | 'none'): string =>
  shortcodes === 'none' || !code.includes('{{')
    ? code
    : code
        .replace(/\{\{<(?!\/\*)([^<>]*?)>\}\}/g, '{{</*$1*/>}}')
        .replace(/\{\{%(?!\/\*)([^%]*?)%\}\}/g, '{{%/*$1*/%}}')
        .replace(/\{\{(?=[<%])(?![<%]\/\*)/g, '{\u200b{');

/** A code span (CommonMark 6.1): fenced by the shortest run of backticks that is not in it. */
export const codeSpan = (text: string, place: WritePlace): string => {
  const code = disarmShortcodes(text, place.shortcodes);
  const runs = new Set((code.match(/`+/g) ?? []).map((run) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const fence = '`'.repeat(length);
  const padding = /^`|`$|^ .*[^ ].* $/.test(code) ? ' ' : '';
  const content = place.block === 'cell' ? code.replace(/\|/g, '\\|') : code;
  return fence + padding + content + padding + fence;
};

/** An address as the target of a link or an image (CommonMark 6.3). */
export const destination = (url: string, place: WritePlace): string => {
  let address = url
    .replace(/[\s<>\\]/g, encodeURIComponent)
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/\{\{/g, '%7B%7B');
  if (place.block === 'cell') address = address.replace(/\|/g, '%7C');
  return hasBalancedParentheses(address) ? address : address.replace(/[()]/g, '\\$&');
};

const hasBalancedParentheses = (text: string): boolean => {
  let depth = 0;
  for (const character of text.match(/[()]/g) ?? []) {
    depth += character === '(' ? 1 : -1;
    if (depth < 0 || depth > 20) return false;
  }
  return depth === 0;
};

export const titlePart = (title: string, place: WritePlace): string => {
  if (title.trim() === '') return '';
  const text = (place.block === 'paragraph' ? title : title.trim())
    .replace(/\s*\n\s*/g, place.block === 'paragraph' ? '\n' : ' ')
    .replace(/["\\]|&(?=#?\w+;)/g, '\\$&')
    .replace(/\{\{(?=[<%])/g, '{\\{');
  return ` "${place.block === 'cell' ? text.replace(/\|/g, '\\|') : text}"`;
};

/**
 * Alternative text as Hugo shows it right, which takes it as it is written: no brackets but those that need no backslash,
 * as it would be seen; no signs that smart typography puts a reference for, which would be seen too, but what it means.
 */
export const alternative = (alt: string, place: WritePlace): string => {
  const bracketsStand = isBalanced(alt) && !/\][([:]|\[\^/.test(alt);
  const text = typeset((bracketsStand ? alt : alt.replace(/[[\]]/g, '')).replace(/\s+/g, ' ').trim());
  const isTwice = (sign: RegExp): boolean => (text.match(sign)?.length ?? 0) > 1;
  // What stands in the brackets pairs up there or not at all, but for backticks.
  const rivals: Rivals = {
    backtick: true,
    star: isTwice(/\*+/g),
    underscore: isTwice(/_+/g),
    tilde: isTwice(/~+/g),
  };
  const edges = { before: '[', after: ']', atLineStart: false, inLink: true, inCell: place.block === 'cell' };
  return escapeText(text, { ...edges, rivals });
};

/** Straight quotes, dots and hyphens as smart typography sets them. */
const typeset = (text: string): string =>
  /["']|--|\.\.\.|<<|>>/.test(text)
    ? text
        .replace(/(?<!\d)"([^"]*)"/g, '“$1”')
        .replace(/(?<=^|[\s\p{Ps}\p{Pi}\p{Pd}])'/gu, '‘')
        .replace(/"/g, '”')
        .replace(/'/g, '’')
        .replace(/---/g, '—')
        .replace(/--/g, '–')
        .replace(/\.\.\./g, '…')
        .replace(/<</g, '«')
        .replace(/>>/g, '»')
    : text;

/** An address that is its own text is written as `<https://…>`: nothing in it can be taken for markup. */
export const isAutolink = (text: string, url: string, place: WritePlace): boolean =>
  !/[\s<>]/.test(text) &&
  !text.includes('{{') &&
  !(place.block === 'cell' && text.includes('|')) &&
  (text === url || (url === `mailto:${text}` && /^[\w.+-]+@[\w.-]+$/.test(text)));
