/**
 * `npm run package [-- <folder>]`: what the stores take, in `out/packages`: a zip for each browser, and the source that
 * Mozilla asks for. The same source gives the same bytes; each file's SHA-256 is printed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ROOT, run, runTool } from './processes.mjs';
import { ensurePackages, runCommand } from './setup.mjs';
import { zip } from './zip.mjs';

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

/** What the project is made of: what git knows of, else (an unpacked source archive) all but what is made. */
const sourceFiles = async () => {
  const { code, output } = await run(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      quiet: true,
    },
  );
  if (code === 0) return output.split('\0').filter(Boolean);
  return filesUnder(ROOT).filter((path) => !/^(node_modules|dist|out|\.cache|\.git)\//.test(path));
};

const write = (folder, kind, base, paths) => {
  const archive = zip(new Map(paths.map((path) => [path, readFileSync(join(base, path))])));
  const file = join(folder, `${name}-${version}-${kind}.zip`);
  writeFileSync(file, archive);
  const hash = createHash('sha256').update(archive).digest('hex');
  console.log(`${hash}  ${relative(ROOT, file)}  ${archive.length} bytes, ${paths.length} files`);
};

await runCommand(async () => {
  await ensurePackages();
  const folder = resolve(ROOT, process.argv[2] ?? join('out', 'packages'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [browser, mode] of [
    ['chromium', 'production'],
    ['firefox', 'firefox'],
  ]) {
    const built = join(folder, browser);
    const { code } = await runTool(
      'vite',
      ['build', '--mode', mode, '--outDir', built, '--logLevel', 'warn'],
      {
        // Whatever the shell, or a test runner, has set.
        env: { NODE_ENV: 'production', VITEST: '' },
      },
    );
    if (code !== 0) return code;
    write(folder, browser, built, filesUnder(built));
    rmSync(built, { recursive: true });
  }
  write(folder, 'source', ROOT, await sourceFiles());
  return 0;
});
