/**
 * `npm run bench [-- <name> …]`: runs `test/bench/*.ts` one after another against a fresh build and prints one table.
 * Each prints its figures as lines of JSON: `{ "measure", "value", "unit" }`, with `budget` where there is one.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ensureOutside } from './outside-packages.mjs';
import { ROOT, runTool } from './processes.mjs';
import { ensureChromium, ensurePackages, runCommand } from './setup.mjs';

const FOLDER = join(ROOT, 'test', 'bench');

/** Libraries that are measured beside ours, in exact versions; the converters are development packages of the project. */
const PEERS = {
  fflate: '0.8.3',
  jszip: '3.10.2',
  '@zip.js/zip.js': '2.24.0',
  dexie: '4.4.7',
  localforage: '1.10.0',
  'pouchdb-browser': '9.0.0',
  // What pouchdb-browser takes for granted.
  events: '3.3.0',
};

const figuresIn = (bench, output) =>
  output.split('\n').flatMap((line) => {
    try {
      const figure = line.startsWith('{') ? JSON.parse(line) : null;
      return figure === null ? [] : [{ bench, ...figure }];
    } catch {
      return [];
    }
  });

const rounded = (value) => (typeof value === 'number' ? String(Number(value.toPrecision(3))) : String(value));

const rowOf = ({ bench, measure, value, unit = '', budget, ...rest }) => [
  bench,
  measure ?? '',
  value === undefined ? '' : `${rounded(value)} ${unit}`.trim(),
  budget === undefined ? '' : `≤ ${budget}${value > budget ? ' !' : ''}`,
  Object.entries(rest)
    .map(([key, other]) => `${key} ${rounded(other)}`)
    .join(', '),
];

const printTable = (rows) => {
  const header = ['bench', 'measure', 'value', 'budget', ''];
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  for (const row of [header, ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  }
};

await runCommand(async () => {
  await ensurePackages();
  await ensureChromium();
  const wanted = process.argv.slice(2);
  const benches = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => basename(name, '.ts'))
    .filter((name) => wanted.length === 0 || wanted.includes(name));
  process.env.LANYARD_PEERS = await ensureOutside('bench', 'peers', PEERS);
  const build = await runTool('vite', ['build', '--logLevel', 'warn']);
  if (build.code !== 0) return build.code;
  const figures = [];
  const failed = [];
  for (const bench of benches) {
    console.log(`── ${bench}`);
    const { code, output } = await runTool('tsx', [join(FOLDER, `${bench}.ts`)]);
    figures.push(...figuresIn(bench, output));
    if (code !== 0) failed.push(bench);
  }
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(join(ROOT, 'out', 'bench.json'), `${JSON.stringify(figures, null, 2)}\n`);
  console.log('');
  printTable(figures.map(rowOf));
  if (failed.length > 0) console.error(`\nnot measured: ${failed.join(', ')}`);
  return failed.length === 0 && benches.length > 0 ? 0 : 1;
});
