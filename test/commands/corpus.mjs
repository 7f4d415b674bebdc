/** `npm run corpus -- <what> <folder> [<out>]`: tries a reader or converter on a folder of unseen files. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, runTool } from './processes.mjs';
import { ensureChromium, ensurePackages, runCommand } from './setup.mjs';

const FOLDER = join(ROOT, 'test', 'corpus');

await runCommand(async () => {
  const [what, ...args] = process.argv.slice(2);
  const known = existsSync(FOLDER)
    ? readdirSync(FOLDER).flatMap((name) => (name.endsWith('.ts') ? [basename(name, '.ts')] : []))
    : [];
  if (what === undefined || !known.includes(what)) {
    console.error(`npm run corpus -- <what> <folder> [<out>]\nwhat: ${known.join(', ') || '(none yet)'}`);
    return 2;
  }
  const [folder] = args;
  if (folder !== undefined && !existsSync(folder)) {
    console.error(`npm run corpus: there is no folder ${folder}`);
    return 2;
  }
  await ensurePackages();
  await ensureChromium();
  return (await runTool('tsx', [join(FOLDER, `${what}.ts`), ...args])).code;
});
