/** Text as it is compared when something is looked for, in any script, and where a find stands in the text as written. */

const ASCII = /^[\0-\x7f]*$/;

/**
 * Letter case, width, composed forms and the accents of Latin, Greek and Cyrillic letters do not count. Korean syllables
 * are taken apart into their letters, so that one half typed finds those that begin like it.
 */
export const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replaceAll('ß', 'ss');

/** Scripts that are written without spaces, or with spaces that not everybody sets alike. */
const UNSPACED = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}]/u;

/** Folded text without its spaces, for a text of such a script that has any; `null` where that adds nothing. */
export const squeeze = (text: string, folded: string): string | null =>
  UNSPACED.test(text) && /\s/.test(folded) ? folded.replace(/\s+/g, '') : null;

/**
 * Where the first match of a folded term stands in the text as written, `[start, end)`.
 *
 * @param at of the match in the folded text
 * @param squeezed the match was found in the text without its spaces
 */
export const placeIn = (
  text: string,
  at: number,
  length: number,
  squeezed: boolean,
): readonly [number, number] => {
  if (ASCII.test(text) && !squeezed) return [at, at + length];
  let read = 0;
  let start = text.length;
  let index = 0;
  for (const character of text) {
    if (read >= at + length) break;
    const before = read;
    read += squeezed && /\s/.test(character) ? 0 : fold(character).length;
    if (before <= at && read > at) start = index;
    index += character.length;
  }
  return [Math.min(start, index), index];
};
