/** `npm run check`: format and lint, types, unused code, the build, and the rules of structure. A warning fails. */
import { pathToFileURL } from 'node:url';
import { BUILD_WARNING } from './build-warning.mjs';
import { ensureChromium, ensurePackages, runCommand } from './setup.mjs';
import { report, runStep, runVitest } from './suites.mjs';

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
