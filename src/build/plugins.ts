/** What the bundler must do to crxjs's output before a browser and a store take it. */
import type { Plugin } from 'vite';

/**
 * crxjs lists injected scripts as web-accessible; `scripting.executeScript` does not need that, and pages must not see
 * them. It also leaves a copy of each as a module that nothing loads.
 */
export const noWebAccessibleResources = (): Plugin => ({
  name: 'lanyard-no-web-accessible-resources',
  enforce: 'post',
  generateBundle: {
    // After crxjs has written its last word.
    order: 'post',
    handler(_options, bundle) {
      const asset = bundle['manifest.json'];
      if (asset?.type !== 'asset') return;
      const built = JSON.parse(String(asset.source));
      delete built.web_accessible_resources;
      asset.source = JSON.stringify(built, null, 2);
      for (const [name, output] of Object.entries(bundle)) {
        if (
          output.type === 'chunk' &&
          /\/src\/capture\/(?:article-)?injected\.ts$/.test(output.facadeModuleId ?? '')
        )
          delete bundle[name];
      }
    },
  },
});

/**
 * Chromium refuses to inject a script that holds a noncharacter ("It isn't UTF-8 encoded"), and minifiers write escapes out:
 * every character beyond ASCII goes back to its escape, which means the same in strings, templates and patterns.
 */
export const asciiScripts = (): Plugin => ({
  name: 'lanyard-ascii-scripts',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const escaped = (code: string): string =>
      code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    for (const output of Object.values(bundle)) {
      if (output.type === 'chunk') output.code = escaped(output.code);
      else if (output.fileName.endsWith('.js')) output.source = escaped(String(output.source));
    }
  },
});

/** Preact 11.2's way of writing `dangerouslySetInnerHTML` into the page, in the minified module that it publishes. */
const PREACT_SETS_HTML =
  /(\w)\?\((\w)\|\|(\w)&&\(\1\.__html==\3\.__html\|\|\1\.__html==(\w)\.innerHTML\)\|\|\(\4\.innerHTML=\1\.__html\),(\w)\.__k=\[\]\):\(\3&&\(\4\.textContent=""\),/;
const PREACT_TAKES_HTML = /"dangerouslySetInnerHTML"==\w\?\w=\w:/g;

/** Takes the one place out of Preact that writes text as HTML: no surface can reach it, and stores need not ask why it is there. */
export const noInnerHtml = (): Plugin => ({
  name: 'lanyard-no-inner-html',
  transform(code, id) {
    if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs$/.test(id)) return null;
    if (!PREACT_SETS_HTML.test(code))
      throw new Error('Preact sets innerHTML in another way now: see src/build/plugins.ts');
    return code.replace(PREACT_SETS_HTML, '(').replace(PREACT_TAKES_HTML, '');
  },
});

/** unzipit's way to workers of Node, behind a test that is false in every browser: the bundler would ask what it is. */
export const noNodeWorkers = (): Plugin => ({
  name: 'lanyard-no-node-workers',
  transform(code, id) {
    if (!/[\\/]unzipit[\\/]dist[\\/]unzipit\.module\.js$/.test(id)) return null;
    const plain = code.replace(/const isNode = [^;]+;/, 'const isNode = false;');
    if (plain === code) throw new Error('unzipit has changed: see src/build/plugins.ts');
    return plain;
  },
});
