/**
 * Build-time surgery on webextension-polyfill 0.12.0: it carries a table of every interface there is, a tenth of what a
 * surface loads. Only what `platform` uses stays; anything else would still be the browser's own, which answers with
 * promises too.
 */
import type { Plugin } from 'vite';

const USED: ReadonlyMap<string, readonly string[]> = new Map([
  ['commands', ['getAll']],
  ['contextMenus', ['removeAll']],
  ['permissions', ['remove', 'request']],
  ['runtime', ['sendMessage']],
  ['tabs', ['captureVisibleTab', 'create', 'query', 'update']],
  ['windows', ['update']],
]);
const TABLE = /const apiMetadata = (\{[\s\S]*?\n {6}\});/;

export const slimPolyfill = (): Plugin => ({
  name: 'lanyard-slim-polyfill',
  transform(code, id) {
    if (!/webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js/.test(id)) return null;
    const table = TABLE.exec(code)?.[1];
    if (table === undefined) throw new Error('webextension-polyfill has no table where it had one');
    const parsed: Record<string, Record<string, unknown>> = JSON.parse(table);
    const used = Object.fromEntries(
      [...USED].map(([name, methods]) => [
        name,
        Object.fromEntries(methods.map((method) => [method, parsed[name]?.[method]])),
      ]),
    );
    return code.replace(table, JSON.stringify(used));
  },
});
