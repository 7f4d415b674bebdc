/** What the documents say of packages and browsers is what is installed and asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { firefoxManifest } from '../../src/build/firefox-manifest.ts';
import { ROOT } from './source-files.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json'));
const [, packages = ''] = read('CONTRIBUTING.md').split('## Dependencies');
const [table = '', development = ''] = packages.split('Development: ');

it('every package of the product stands in the table of dependencies, and no other', () => {
  const named = table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| package'))
    .flatMap((line) => (line.split('|')[1] ?? '').split(',').map((name) => name.trim()));
  expect(named.toSorted()).toEqual(Object.keys(dependencies).toSorted());
});

it.each(Object.keys(devDependencies).filter((name) => !name.startsWith('@types/')))(
  'it is said what %s is there for',
  (name) => {
    const words = development.split(/[\s,;()]+/).map((word) => word.replace(/\.$/, ''));
    expect(words.some((word) => word === name || word === name.split('/').at(-1))).toBe(true);
  },
);

it('the oldest browsers are those of the manifests', () => {
  const { gecko } = Object(firefoxManifest(manifest, '1.0.0')).browser_specific_settings;
  const readme = read('README.md');
  expect(readme).toContain(`version ${manifest.minimum_chrome_version} or later`);
  expect(readme).toContain(`Firefox ${Number.parseInt(gecko.strict_min_version, 10)} or later`);
});
