/** All languages that a recap can be written in. */
import type { RecapLanguage } from '../../../model/event.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { RecapWords } from './recap-words.ts';

const LANGUAGES = { en, ko, ja } satisfies Record<RecapLanguage, RecapWords>;

/** The words of a language; English for one that is not known. */
export const wordsIn = (language: RecapLanguage): RecapWords => LANGUAGES[language] ?? en;
