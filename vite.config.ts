import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import about from './package.json' with { type: 'json' };
import { characterReferenceTable } from './src/build/character-references.ts';
import { firefoxManifest } from './src/build/firefox-manifest.ts';
import { asciiScripts, noInnerHtml, noNodeWorkers, noWebAccessibleResources } from './src/build/plugins.ts';
import { slimGrayMatter } from './src/build/slim-gray-matter.ts';
import { slimPolyfill } from './src/build/slim-polyfill.ts';
import { slimTurndown } from './src/build/slim-turndown.ts';

/** `vite build` makes Chromium's extension, `vite build --mode firefox` Firefox's; `npm run build` makes both. */
export default defineConfig(({ mode }) => {
  const inFirefox = mode === 'firefox';
  return {
    resolve: { alias: { ...characterReferenceTable, ...slimTurndown() } },
    plugins: [
      slimGrayMatter(),
      noInnerHtml(),
      noNodeWorkers(),
      slimPolyfill(),
      crx(
        inFirefox
          ? { manifest: firefoxManifest(manifest, about.version), browser: 'firefox' }
          : { manifest: { ...manifest, version: about.version } as ManifestV3Export, browser: 'chrome' },
      ),
      noWebAccessibleResources(),
      asciiScripts(),
    ],
    build: {
      outDir: inFirefox ? 'dist/firefox' : 'dist/chromium',
      emptyOutDir: true,
      target: inFirefox ? 'firefox148' : 'chrome146',
      modulePreload: false,
      rolldownOptions: {
        // Without hashes: an extension's files have no cache to pass by, and crxjs's depend on the folder of the build.
        output: {
          entryFileNames: 'assets/[name].js',
          chunkFileNames: 'assets/[name].js',
          assetFileNames: 'assets/[name][extname]',
        },
        // Where a build spent its time is no warning.
        checks: { bundlerTimings: false },
        // yaml does not say that its modules have no effects: its parser, loaded with imports, would open every page.
        treeshake: { moduleSideEffects: [{ test: /node_modules\/yaml\//, sideEffects: false }] },
        input: {
          recap: 'src/recap-page/recap.html',
          // crxjs does not look into `sidebar_action`.
          ...(inFirefox ? { panel: manifest.side_panel.default_path } : {}),
        },
      },
    },
  };
});
