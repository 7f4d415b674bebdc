/** Lists of words in one field: tags, keywords. */

const SEPARATOR = /[,、，;\n\t]+/;

/** The words of a text, without repetitions; a leading `#` goes. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(SEPARATOR)
      .map((word) => word.trim().replace(/^#+(?=\S)/, ''))
      .filter((word) => word !== ''),
  ),
];

/** The list with the words of a text at its end; those that are in it already stay where they are. */
export const withWords = (words: readonly string[], text: string): string[] => [
  ...new Set([...words, ...wordsIn(text)]),
];

/** True when a text ends a word by what separates words. */
export const endsWord = (text: string): boolean => SEPARATOR.test(text);
