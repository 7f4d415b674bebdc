/** The words a person reads, from `_locales`. */
import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

export type MessageKey = keyof typeof messages;

/** The message in the interface's language, `$1` … replaced by the substitutions. */
export const translate = (key: MessageKey, ...substitutions: string[]): string =>
  browser.i18n.getMessage(key, substitutions);

/**
 * The language of the words that are shown, a BCP 47 tag: the browser's, with its region, where there are words in it. A browser
 * in another language shows our English, and then dates, plurals and the page's `lang` are English too.
 */
export const interfaceLanguage = (): string => {
  const shown = translate('interfaceLanguage');
  const asked = browser.i18n.getUILanguage();
  return asked.startsWith(shown) ? asked : shown;
};
