/**
 * Build-time surgery on turndown 7. As it loads, it tries out `DOMParser` on a string, which our pages' policy refuses with
 * a line in the console: it is given nodes only, so it needs no parser. Its own rules and escapes are left out, as
 * `markdown/html/rules.ts` has one for every kind of node and escapes by itself; so is what it knows of blanks and of spaces,
 * as all our nodes are blocks with something in them: eight per cent of the script that goes into pages.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CUTS: readonly (readonly [RegExp, string])[] = [
  [/canParseHTMLNatively\(\) \? root\.DOMParser : createHTMLParser\(\)/, 'null'],
  [/(?<=^var rules = \{\};\n)[\s\S]*?(?=^\/\*\*\n \* Manages a collection of rules)/m, ''],
  [/(?<=^function isBlock\(node\) \{\n)[\s\S]*?(?=^\})/m, '  return true;\n'],
  [/(?<=^function isBlank\(node\) \{\n)[\s\S]*?(?=^\})/m, '  return false;\n'],
  [/(?<=^function RootNode[^}]*\} else \{[^}]*\}\n) {2}collapseWhitespace\(\{[^}]*\}\);\n/m, ''],
  [
    /(?<=^function flankingWhitespace\(node, options\) \{\n)[\s\S]*?(?=^\})/m,
    "  return { leading: '', trailing: '' };\n",
  ],
  [/(?<=^var markdownEscapes = )\[.*\](?=;$)/m, '[]'],
];

const packageFile = (path: string): URL => new URL(`../../node_modules/${path}`, import.meta.url);

/** Writes the slimmed module and gives the alias that leads to it: crxjs builds injected scripts with aliases, without plugins. */
export const slimTurndown = (): { readonly turndown: string } => {
  const code = readFileSync(packageFile('turndown/lib/turndown.browser.es.js'), 'utf8');
  const slimmed = CUTS.reduce((text, [pattern, put]) => {
    if (!pattern.test(text)) throw new Error(`turndown has changed: look at ${pattern} again`);
    return text.replace(pattern, put);
  }, code);
  mkdirSync(packageFile('.cache/lanyard/'), { recursive: true });
  const file = packageFile('.cache/lanyard/turndown.js');
  writeFileSync(file, slimmed);
  return { turndown: fileURLToPath(file) };
};
