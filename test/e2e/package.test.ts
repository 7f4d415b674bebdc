/** What goes to the stores: the source archive builds the same bytes elsewhere, and each archive holds what it should. */
import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readZip } from '../support/unzip.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

const archivesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name))]),
  );

describe('npm run package', () => {
  let folder: string;
  const runs: ReadonlyMap<string, Buffer>[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lanyard-package-'));
    const runIn = async (root: string, name: string): Promise<ReadonlyMap<string, Buffer>> => {
      const target = join(folder, name);
      await promisify(execFile)(process.execPath, [join(root, 'test/commands/package.mjs'), target]);
      return archivesIn(target);
    };
    const first = await runIn(ROOT, 'first');
    // The second run is a reviewer's: the source archive, unpacked elsewhere on the disk, and the same packages.
    const elsewhere = join(folder, 'elsewhere');
    const source = readZip(first.get(`lanyard-${version}-source.zip`) ?? Buffer.alloc(0), { inflate: true });
    for (const [path, content] of source) {
      mkdirSync(dirname(join(elsewhere, path)), { recursive: true });
      writeFileSync(join(elsewhere, path), content);
    }
    symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'));
    runs.push(first, await runIn(elsewhere, 'second'));
  }, 180_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('makes a zip for each store and one of the source, named for the version', () => {
    expect([...(runs[0]?.keys() ?? [])]).toEqual(
      ['chromium', 'firefox', 'source'].map((kind) => `lanyard-${version}-${kind}.zip`),
    );
  });

  it.each(['chromium', 'firefox', 'source'])('gives the same bytes from the unpacked source: %s', (kind) => {
    const name = `lanyard-${version}-${kind}.zip`;
    const [first, second] = runs.map((archives) => archives.get(name));
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });

  it.each(['chromium', 'firefox'])(
    'has the manifest of %s on top, and nothing that is not part of it',
    (kind) => {
      const files = readZip(runs[0]?.get(`lanyard-${version}-${kind}.zip`) ?? Buffer.alloc(0), {
        inflate: true,
      });
      const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}');
      expect(manifest.version).toBe(version);
      expect('browser_specific_settings' in manifest).toBe(kind === 'firefox');
      expect(
        [...files.keys()].filter(
          (path) => !/^(manifest\.json|[\w-]+\.js|(_locales|assets|icons|src)\/)/.test(path),
        ),
      ).toEqual([]);
    },
  );

  it('has in the source what builds it, and nothing that was built', () => {
    const files = readZip(runs[0]?.get(`lanyard-${version}-source.zip`) ?? Buffer.alloc(0), {
      inflate: true,
    });
    for (const path of [
      'README.md',
      'package.json',
      'package-lock.json',
      'manifest.json',
      'vite.config.ts',
      'src/background/main.ts',
    ])
      expect(files.get(path)?.equals(readFileSync(join(ROOT, path)))).toBe(true);
    expect([...files.keys()].filter((path) => /^(node_modules|dist|out|\.git|\.cache)\//.test(path))).toEqual(
      [],
    );
  });
});
