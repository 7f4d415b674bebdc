/** What goes to the stores: bytes of each zip as `npm run package` makes it, and what the extension in it asks for. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printFigure } from '../support/figures.ts';
import { readZip } from '../support/unzip.ts';

const COMMAND = fileURLToPath(new URL('../commands/package.mjs', import.meta.url));

interface Asking {
  readonly permissions?: readonly string[];
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: readonly { readonly matches: readonly string[] }[];
}

const folder = mkdtempSync(join(tmpdir(), 'lanyard-package-'));
try {
  execFileSync(process.execPath, [COMMAND, folder], { stdio: 'pipe' });
  for (const name of readdirSync(folder).sort()) {
    const archive = readFileSync(join(folder, name));
    const kind = name.replace(/^.*-(\w+)\.zip$/, '$1');
    printFigure({ measure: `package: ${kind}`, value: archive.length / 1024, unit: 'KiB' });
    if (kind === 'source') continue;
    const text = readZip(archive, { inflate: true }).get('manifest.json')?.toString() ?? '';
    const { permissions = [], host_permissions = [], content_scripts = [] } = JSON.parse(text) as Asking;
    const sites = [...host_permissions, ...content_scripts.flatMap(({ matches }) => matches)];
    printFigure({ measure: `${kind}: permissions at install`, value: permissions.length, unit: '' });
    printFigure({
      measure: `${kind}: sites open to it at install`,
      value: sites.length,
      unit: '',
      budget: 0,
    });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
