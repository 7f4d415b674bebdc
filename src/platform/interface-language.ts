/** The language that the interface is in: for pages alone. */
import { browser } from './browser.ts';
import { translate } from './i18n.ts';

/**
 * The language of the words that are shown, a BCP 47 tag: the browser's, with its region, where there are words in it. A browser
 * in another language shows our English, and then dates, plurals and the page's `lang` are English too.
 */
export const interfaceLanguage = (): string => {
  const shown = translate('interfaceLanguage');
  const asked = browser.i18n.getUILanguage();
  return asked.startsWith(shown) ? asked : shown;
};
