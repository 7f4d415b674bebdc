/** What CommonMark (section 6.2) makes of the characters beside a run of delimiters. */

/**
 * Versions of the specification differ on symbols (0.31 counts them as punctuation, 0.30 did not), so both readings
 * must hold: inside a mark a symbol counts as punctuation, outside of it as a letter.
 */
const INSIDE_PUNCTUATION = /[\p{P}\p{S}]/u;
const OUTSIDE_PUNCTUATION = /[\p{P}$+<=>^`|~]/u;
const SPACE = /\s/u;

/** True when a mark whose first or last character inside is `inside` takes effect beside `outside` (empty: none). */
export const takesEffect = (inside: string, outside: string): boolean =>
  outside === '' ||
  !INSIDE_PUNCTUATION.test(inside) ||
  OUTSIDE_PUNCTUATION.test(outside) ||
  SPACE.test(outside);

const isSpaceOrEdge = (character: string): boolean => character === '' || SPACE.test(character);
const isPunctuation = (character: string): boolean => character !== '' && INSIDE_PUNCTUATION.test(character);

/** Whether a run of `*`, `_` or `~` standing in text between these characters could open or close a mark. */
export const couldDelimit = (run: string, before: string, after: string): boolean => {
  const left = !isSpaceOrEdge(after);
  const right = !isSpaceOrEdge(before);
  if (!left && !right) return false;
  if (run !== '_') return true;
  const intraword = left && right && !isPunctuation(before) && !isPunctuation(after);
  return !intraword;
};

/** The last whole character of text, or empty. */
export const lastCharacter = (text: string): string => {
  const code = text.codePointAt(text.length - 2);
  return code !== undefined && code > 0xffff ? text.slice(-2) : text.slice(-1);
};

/** The first whole character of text, or empty. */
export const firstCharacter = (text: string): string => {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** The character as a numeric reference: the same to a reader of the page, punctuation to a parser. */
export const asReference = (character: string): string =>
  `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;
