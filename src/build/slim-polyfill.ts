/**
 * Build-time surgery on webextension-polyfill 0.12.0: it carries a table of every interface there is, a tenth of what a
 * surface loads. Only what `platform` uses stays; anything else would still be the browser's own, which answers with
 * promises too.
 */
import type { Plugin } from 'vite';

const USED = new Set(['commands', 'contextMenus', 'permissions', 'runtime', 'tabs', 'windows']);
const TABLE = /const apiMetadata = (\{[\s\S]*?\n {6}\});/;

export const slimPolyfill = (): Plugin => ({
  name: 'lanyard-slim-polyfill',
  transform(code, id) {
    if (!/webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js/.test(id)) return null;
    const table = TABLE.exec(code)?.[1];
    if (table === undefined) throw new Error('webextension-polyfill has no table where it had one');
    const parsed: Record<string, unknown> = JSON.parse(table);
    const used = Object.fromEntries(Object.entries(parsed).filter(([name]) => USED.has(name)));
    return code.replace(table, JSON.stringify(used));
  },
});
