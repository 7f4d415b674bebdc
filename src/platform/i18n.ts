/** The words a person reads, from `_locales`. */
import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

export type MessageKey = keyof typeof messages;

/** The message in the interface's language, `$1` … replaced by the substitutions. */
export const translate = (key: MessageKey, ...substitutions: string[]): string =>
  browser.i18n.getMessage(key, substitutions);
