/**
 * Build-time surgery on turndown 7: as it loads, it tries out `DOMParser` on a string, which our pages' policy refuses with
 * a line in the console. It is given nodes only (see `html/rules.ts`), so it needs no parser.
 */
import type { Plugin } from 'vite';

/** The Vite plugin; the bundler's own hook, so that it serves a dependency optimiser as well. */
export const quietTurndown = (): Plugin => ({
  name: 'lanyard-quiet-turndown',
  transform(code, id) {
    if (!/turndown[\\/]lib[\\/]turndown\.browser\.es\.js/.test(id)) return null;
    const quiet = code.replace('canParseHTMLNatively() ? root.DOMParser : createHTMLParser()', 'null');
    if (quiet === code) throw new Error('turndown has changed: look at its parser again');
    return quiet;
  },
});
