/**
 * `npm run generators`: builds exported posts with the real site generators. What they need is installed once, outside the
 * project's own packages: from npm into a cache folder, Jekyll from the system.
 *
 * Docusaurus itself is left out: its 1,100 packages take longer to install than all the others together. Its parser, MDX, is here.
 */
import { pathToFileURL } from 'node:url';
import { ensureOutside } from './outside-packages.mjs';
import { ensureJekyll, ensurePackages, runCommand } from './setup.mjs';
import { report, runVitest } from './suites.mjs';

/** Exact versions: a new release must not fail a build that nobody touched. */
const FROM_NPM = {
  eleventy: { '@11ty/eleventy': '3.1.8' },
  astro: { astro: '5.18.2' },
  mdx: {
    '@mdx-js/mdx': '3.1.1',
    'remark-frontmatter': '5.0.0',
    'remark-gfm': '4.0.1',
    preact: '10.29.8',
    'preact-render-to-string': '6.8.2',
  },
  zenn: { 'zenn-model': '0.1.155', 'zenn-markdown-html': '0.4.4' },
};

/** Also a part of `npm test`. A generator that is missing fails, with its reason. */
export const runGenerators = async () => {
  for (const [name, dependencies] of Object.entries(FROM_NPM)) {
    process.env[`LANYARD_${name.toUpperCase()}`] = await ensureOutside('generators', name, dependencies);
  }
  await ensureJekyll();
  return runVitest('generators');
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(async () => {
    await ensurePackages();
    return report([await runGenerators()]);
  });
}
