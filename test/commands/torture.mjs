/**
 * `npm run torture [-- <seed>] [<name> …]`: the suites of `test/torture/` with their full numbers of trials, against a fresh
 * build. The seed is printed; the same seed does the same again. `npm test` runs the same suites with few trials.
 */

import { runTool } from './processes.mjs';
import { ensureChromium, ensurePackages, runCommand } from './setup.mjs';

await runCommand(async () => {
  await ensurePackages();
  await ensureChromium();
  const asked = process.argv.slice(2);
  const seed = asked.find((word) => /^\d+$/.test(word)) ?? String(Date.now() % 1e9);
  const names = asked.filter((word) => !/^\d+$/.test(word)).map((name) => `test/torture/${name}`);
  console.log(
    `torture: seed ${seed}; the same again: npm run torture -- ${seed} ${names.join(' ')}`.trimEnd(),
  );
  const built = await runTool('vite', ['build']);
  if (built.code !== 0) return built.code;
  const env = {
    LANYARD_TORTURE: 'full',
    LANYARD_SEED: seed,
    VITE_TORTURE_SEED: seed,
    VITE_TORTURE_STORES: '1000',
    VITE_TORTURE_SEEDS: '20',
    VITE_TORTURE_MODELS: '100',
    VITE_TORTURE_EDITS: '1000',
    VITE_TORTURE_OPERATIONS: '10000',
  };
  let code = 0;
  for (const project of ['browser', 'e2e']) {
    const paths = names.length === 0 ? ['test/torture/'] : names;
    const args = ['run', '--project', project, '--passWithNoTests', '--testTimeout=3600000', ...paths];
    const run = await runTool('vitest', args, { env });
    code ||= run.code;
  }
  return code;
});
