/** The recap language that fits the interface's, else the browser's; English where there is none. */
import { RECAP_LANGUAGES, type RecapLanguage } from '../model/event.ts';
import { uiLanguage } from './strings.ts';

export const recapLanguage = (): RecapLanguage =>
  RECAP_LANGUAGES.find((language) =>
    // English stands in for languages that the interface does not have; a post can be in one of them.
    (uiLanguage().startsWith('en') ? navigator.language : uiLanguage()).startsWith(language),
  ) ?? 'en';
