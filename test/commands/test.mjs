/** `npm test`: installs what is missing and runs every suite. The last line is `N passed, N failed`. */
import { runChecks } from './check.mjs';
import { ensureAll, runCommand } from './setup.mjs';
import { report, runVitest } from './suites.mjs';

await runCommand(async () => {
  await ensureAll();
  const outcomes = await runChecks();
  for (const project of ['unit', 'browser', 'e2e']) outcomes.push(await runVitest(project));
  return report(outcomes);
});
