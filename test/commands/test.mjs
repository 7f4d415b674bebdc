/** `npm test`: installs what is missing and runs every suite. The last line is `N passed, N failed`. */
import { runChecks } from './check.mjs';
import { runGenerators } from './generators.mjs';
import { ensureAll, runCommand } from './setup.mjs';
import { report, runBrowserSuite, runVitest } from './suites.mjs';

await runCommand(async () => {
  await ensureAll();
  const outcomes = await runChecks();
  outcomes.push(await runVitest('unit'));
  outcomes.push(await runGenerators());
  for (const project of ['browser', 'e2e']) outcomes.push(await runBrowserSuite(project));
  return report(outcomes);
});
