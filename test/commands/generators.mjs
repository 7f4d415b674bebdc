/**
 * `npm run generators`: builds exported posts with the real site generators. What they need is installed once, outside the
 * project's own packages: from npm into a cache folder, Jekyll from the system.
 *
 * Docusaurus itself is left out: its 1,100 packages take longer to install than all the others together. Its parser, MDX, is here.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

const cacheFolder = () =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lanyard', 'generators');

/** Installs beside the final place and moves it there when it is whole, so that an interrupted install leaves nothing. */
const ensureGenerator = async (name, dependencies) => {
  const manifest = JSON.stringify({ private: true, type: 'module', dependencies });
  const key = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const folder = join(cacheFolder(), `${name}-${key}`);
  if (!existsSync(folder)) {
    const making = `${folder}.${process.pid}`;
    mkdirSync(making, { recursive: true });
    writeFileSync(join(making, 'package.json'), manifest);
    console.log(`setup: npm install ${Object.keys(dependencies).join(' ')}`);
    const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
    const { code, output } = await run('npm', ['install', '--prefix', making, ...options], {
      quiet: true,
      timeoutMs: 300_000,
    });
    if (code !== 0) {
      rmSync(making, { recursive: true, force: true });
      throw new Error(`setup: ${name} could not be installed from the npm registry\n${output.slice(-1500)}`);
    }
    if (existsSync(folder)) rmSync(making, { recursive: true, force: true });
    else renameSync(making, folder);
  }
  process.env[`LANYARD_${name.toUpperCase()}`] = folder;
};

/** Also a part of `npm test`. A generator that is missing fails, with its reason. */
export const runGenerators = async () => {
  for (const [name, dependencies] of Object.entries(FROM_NPM)) await ensureGenerator(name, dependencies);
  await ensureJekyll();
  return runVitest('generators');
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(async () => {
    await ensurePackages();
    return report([await runGenerators()]);
  });
}
