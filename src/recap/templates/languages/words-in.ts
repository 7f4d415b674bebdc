/** All languages that a recap can be written in. */
import type { RecapLanguage } from '../../../model/event.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { RECAP_WORDS, type RecapWords } from './recap-words.ts';
import { zh } from './zh.ts';

const LANGUAGES = { en, ko, ja, de, fr, es, zh } satisfies Record<RecapLanguage, RecapWords>;

/**
 * The words of a language; English for one that is not known.
 *
 * @param own what the person words otherwise; blank text counts as nothing
 */
export const wordsIn = (language: RecapLanguage, own: Readonly<Record<string, string>> = {}): RecapWords => {
  const words: RecapWords = LANGUAGES[language] ?? en;
  const chosen = RECAP_WORDS.filter((word) => Object.hasOwn(own, word) && own[word]?.trim() !== '');
  if (chosen.length === 0) return words;
  return { ...words, ...Object.fromEntries(chosen.map((word) => [word, own[word]?.trim() ?? ''])) };
};
