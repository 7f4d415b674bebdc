/** Escapes text so that it is shown as it stands: no more than its neighbours make necessary. */
import { couldDelimit } from './characters.ts';

/** Where a piece of text stands. */
export interface TextPlace {
  /** The characters before and after it in the output; empty at the edge of the block. */
  readonly before: string;
  readonly after: string;
  readonly atLineStart: boolean;
  /** What its block holds beside it: a lone delimiter that nothing can answer needs no escape. */
  readonly inLink: boolean;
  readonly inCell: boolean;
  readonly rivals: Rivals;
}

/** Which delimiters of a block could pair up. */
export interface Rivals {
  readonly backtick: boolean;
  readonly star: boolean;
  readonly underscore: boolean;
  readonly tilde: boolean;
}

const SPECIAL = /\\|`+|\*+|_+|~+|<+|>{2,}|[[\]&!|]|\{\{(?=[<%])|--(?=[A-Za-z])/g;
const NEEDS_LOOK = /[\\`*_~[\]<&!|{]|--|>>/;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,40});/y;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/;

const escapeEach = (run: string): string => run.replace(/./g, '\\$&');

/** Signs of comparison that smart typography would make quotes of. */
const parted = (run: string): string => escapeEach(run.slice(1)) + run.slice(0, 1);

export const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const character of text) {
    if (character === '[') depth += 1;
    else if (character === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

/** What begins a block where a line begins (CommonMark chapter 4 and 5; tables, definition lists, directives). */
const LINE_STARTS: readonly (readonly [RegExp, string])[] = [
  [/^(#{1,6})(?=\s|$)/, '\\$1'],
  [/^([-+*])(?=\s|$)/, '\\$1'],
  [/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'],
  [/^>/, '\\>'],
  [/^:(?=\s|::)/, '\\:'],
  [/^(?=-{2,}\s*$|=+\s*$|~{3}|`{3}|(?:\*\s*){3,}$|(?:_\s*){3,}$)/, '\\'],
  [/^(?=[|:-][-| :]*$)/, '\\'],
  [/^(?=\[(?:[ xX]\](?:\s|$)|[^\]]{1,999}\]:))/, '\\'],
];

const escapeLineStart = (escaped: string, text: string): string => {
  for (const [pattern, replacement] of LINE_STARTS) {
    if (!pattern.test(text)) continue;
    return escaped.startsWith('\\') ? escaped : escaped.replace(pattern, replacement);
  }
  return escaped;
};

/** The text as Markdown source that shows it. */
export const escapeText = (text: string, place: TextPlace): string => {
  const escaped = NEEDS_LOOK.test(text) || endsInAddress(text, place) ? escapeParts(text, place) : text;
  return place.atLineStart ? escapeLineStart(escaped, text) : escaped;
};

/** What renderers make a link of by themselves (GFM, section 6.9; Hugo also with ftp): it takes in backslashes. */
const BARE_ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<]+/gi;
const STARTS_MARKUP = /^[*_~`[!<]/;

const endsInAddress = (text: string, place: TextPlace): boolean =>
  STARTS_MARKUP.test(place.after) && /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<]+$/i.test(text.slice(-2000));

const escapeParts = (text: string, place: TextPlace): string => {
  let escaped = '';
  let done = 0;
  const escapeTo = (from: number, to: number): string =>
    escapeInside(text.slice(from, to), {
      ...place,
      before: from === 0 ? place.before : (text[from - 1] ?? ''),
      after: to === text.length ? place.after : (text[to] ?? ''),
    });
  for (const { 0: address, index } of place.inLink ? [] : text.matchAll(BARE_ADDRESS)) {
    const end = index + address.length;
    const isSafe = escapeTo(index, end) === address && !STARTS_MARKUP.test(text[end] ?? place.after);
    if (isSafe) continue;
    escaped += escapeTo(done, index);
    // Written so that the renderer reads it as we mean it, and leaves what follows alone.
    const plain = /^https?:\/\/[^\s<>"'`\\|*[\]{}]*[^\s<>"'`\\|*[\]{}.,:;!?)_~]/i.exec(address)?.[0];
    const lead = plain ?? address.slice(0, /^www/i.test(address) ? 3 : address.indexOf(':'));
    escaped += plain === undefined ? `${lead}\\` : `<${plain}>`;
    done = index + lead.length;
  }
  return escaped + escapeTo(done, text.length);
};

const escapeInside = (text: string, place: TextPlace): string => {
  const bracketsStand = !place.inLink || isBalanced(text);
  return text.replace(SPECIAL, (run: string, offset: number) => {
    const before = offset > 0 ? (text[offset - 1] ?? '') : place.before;
    const after = text[offset + run.length] ?? place.after;
    switch (run[0]) {
      case '\\':
        return ASCII_PUNCTUATION.test(after) ? '\\\\' : run;
      case '`':
        return place.rivals.backtick ? escapeEach(run) : run;
      case '*':
        return place.rivals.star && couldDelimit('*', before, after) ? escapeEach(run) : run;
      case '_':
        return place.rivals.underscore && couldDelimit('_', before, after) ? escapeEach(run) : run;
      case '~':
        return place.rivals.tilde && couldDelimit('~', before, after) ? escapeEach(run) : run;
      case '[':
        return after === '^' || !bracketsStand ? '\\[' : run;
      case ']':
        return after === '(' || !bracketsStand ? '\\]' : run;
      case '<':
        return /[A-Za-z/!?]/.test(after) ? escapeEach(run) : parted(run);
      case '>':
        return parted(run);
      case '&':
        ENTITY.lastIndex = offset;
        return ENTITY.test(text) ? '\\&' : run;
      case '!':
        return offset + 1 === text.length && after === '[' ? '\\!' : run;
      case '|':
        return place.inCell ? '\\|' : run;
      case '{':
        return '{\\{';
      default:
        // Two hyphens before a word are an option of a command, and would be set as a dash by smart typography.
        return /[\w-]/.test(before) ? run : '\\--';
    }
  });
};
