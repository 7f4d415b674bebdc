import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { characterReferenceTable } from './src/markdown/character-references.ts';
import { slimGrayMatter } from './src/markdown/slim-gray-matter.ts';

/**
 * crxjs lists injected scripts as web-accessible; `scripting.executeScript` does not need that, and pages must not see
 * them. It also leaves a copy of each as a module that nothing loads.
 */
const noWebAccessibleResources = (): Plugin => ({
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
const asciiScripts = (): Plugin => ({
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

export default defineConfig({
  resolve: { alias: characterReferenceTable },
  plugins: [
    slimGrayMatter(),
    crx({ manifest: manifest as ManifestV3Export, browser: 'chrome' }),
    noWebAccessibleResources(),
    asciiScripts(),
  ],
  build: {
    outDir: 'dist/chromium',
    emptyOutDir: true,
    target: 'chrome146',
    modulePreload: false,
    rolldownOptions: { input: { recap: 'src/recap-page/recap.html' } },
  },
});
