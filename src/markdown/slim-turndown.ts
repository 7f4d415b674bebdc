/**
 * Build-time surgery on turndown 7. As it loads, it tries out `DOMParser` on a string, which our pages' policy refuses with
 * a line in the console: it is given nodes only, so it needs no parser. Its own rules and escapes are left out, as
 * `html/rules.ts` has one for every kind of node and escapes by itself: a tenth of the script that goes into pages.
 */
import type { Plugin } from 'vite';

const CUTS: readonly (readonly [RegExp, string])[] = [
  [/canParseHTMLNatively\(\) \? root\.DOMParser : createHTMLParser\(\)/, 'null'],
  [/(?<=^var rules = \{\};\n)[\s\S]*?(?=^\/\*\*\n \* Manages a collection of rules)/m, ''],
  [/(?<=^var markdownEscapes = )\[.*\](?=;$)/m, '[]'],
];

/** The Vite plugin; the bundler's own hook, so that it serves a dependency optimiser as well. */
export const slimTurndown = (): Plugin => ({
  name: 'lanyard-slim-turndown',
  transform(code, id) {
    if (!/turndown[\\/]lib[\\/]turndown\.browser\.es\.js/.test(id)) return null;
    return CUTS.reduce((slimmed, [pattern, put]) => {
      if (!pattern.test(slimmed)) throw new Error(`turndown has changed: look at ${pattern} again`);
      return slimmed.replace(pattern, put);
    }, code);
  },
});
