/** `npm run check`: format and lint, types, unused code, the build, and the rules of structure. A warning fails. */
import { pathToFileURL } from 'node:url';
import { ensureChromium, ensurePackages, runCommand } from './setup.mjs';
import { report, runStep, runVitest } from './suites.mjs';

/**
 * What the bundler warns of. crxjs 3 hands Vite 8 an option for injected scripts that Rolldown ignores: nothing of ours can
 * change it, and nothing is wrong with what is built. Its logger says `WARN  inlineDynamicImports …` in a terminal and
 * `[warn] \`inlineDynamicImports\` …` in CI.
 */
const BUILD_WARNING = /^\[(?:[A-Z_]{4,}|plugin [^\]]+)\]|\bwarn(?:ing)?\b(?!\W+inlineDynamicImports)/i;
const buildFor = (name, args) =>
  runStep(`vite: build for ${name}`, 'vite', ['build', ...args, '--logLevel', 'warn'], BUILD_WARNING);

/** Also the first part of `npm test`. Leaves fresh builds in `dist`. */
export const runChecks = async () => [
  await runStep('biome: format and lint', 'biome', ['ci', '--colors=off', '--error-on-warnings', '.']),
  await runStep('tsc: types', 'tsc', ['-p', '.']),
  await runStep('knip: unused code and packages', 'knip', ['--treat-config-hints-as-errors']),
  await buildFor('Chromium', []),
  await buildFor('Firefox', ['--mode', 'firefox']),
  await runVitest('structure'),
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runCommand(async () => {
    await ensurePackages();
    await ensureChromium();
    return report(await runChecks());
  });
}
