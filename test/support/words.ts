/** The interface's words in a language, and the languages it has: the folders of `public/_locales`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MessageKey } from '../../src/ui/strings.ts';

const LOCALES = fileURLToPath(new URL('../../public/_locales', import.meta.url));

/** The names of the folders: `en`, `zh_CN`. */
export const INTERFACE_LANGUAGES: readonly string[] = readdirSync(LOCALES).sort();

/** What a key says in this language, as it stands in the file: with its `$1`. */
export const wordsIn = (language: string): ((key: MessageKey) => string) => {
  const file = join(LOCALES, language, 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { readonly message: string }>;
  return (key) => {
    const said = messages[key]?.message;
    if (said === undefined) throw new Error(`${language} has no ${key}`);
    return said;
  };
};
