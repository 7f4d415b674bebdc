/** The recap language that fits the interface's; English where there is none. */
import { RECAP_LANGUAGES, type RecapLanguage } from '../model/event.ts';
import { uiLanguage } from './strings.ts';

export const recapLanguage = (): RecapLanguage =>
  RECAP_LANGUAGES.find((language) => uiLanguage().startsWith(language)) ?? 'en';
