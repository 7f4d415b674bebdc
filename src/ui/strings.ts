/** The words of the interface. A surface provides the translator at its start; everything else asks here. */
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages & string;
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;

let translator: Translate = (key) => key;
let language = 'en';
let plurals = new Intl.PluralRules(language);
let numbers = new Intl.NumberFormat(language);

/** To be called once by a surface's entry, before anything is rendered. */
export const provideStrings = (translate: Translate, interfaceLanguage: string): void => {
  translator = translate;
  language = interfaceLanguage;
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language);
};

/** The message of this key in the interface's language. */
export const t: Translate = (key, ...substitutions) => translator(key, ...substitutions);

/** One of two messages by the plural rule of the interface's language; the number is the first substitution. */
export const tCount = (one: MessageKey, other: MessageKey, count: number): string =>
  t(plurals.select(count) === 'one' ? one : other, numbers.format(count));

/** The interface's language for `Intl`. */
export const uiLanguage = (): string => language;
