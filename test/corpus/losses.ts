/**
 * `npm run corpus -- losses <folder> [<out>]`: converts every `.html` file of the folder whole, by our converter and by
 * others, and by ten selections each, and counts what the rendered Markdown lost and added against what is seen, and the
 * backslashes that could be left out one by one.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleScript, openConverterPage } from '../support/converter-page.ts';
import { needlessEscapes } from '../support/needless-escapes.ts';
import type { Losses } from '../support/page-inventory.ts';

const [folder, out, only] = process.argv.slice(2);
if (folder === undefined) {
  console.error('npm run corpus -- losses <folder> [<out>] [<file>]');
  process.exit(2);
}

interface InPage {
  readonly LanyardLosses: typeof import('../support/page-losses.ts');
}

const PARTS = ['words', 'links', 'images', 'code', 'items', 'cells'] as const;
const line = (losses: Losses): string =>
  PARTS.map((part) => {
    const { source, lost, added } = losses[part];
    return lost === 0 && added === 0 ? `${part} ${source}` : `${part} ${source} -${lost} +${added}`;
  }).join('  ');

const page = await openConverterPage(await bundleScript('test/support/page-losses.ts', 'LanyardLosses'));
const totals = new Map<string, Record<string, number>>();
const add = (name: string, losses: Losses): void => {
  const total = totals.get(name) ?? {};
  for (const part of PARTS) {
    total[`${part} lost`] = (total[`${part} lost`] ?? 0) + losses[part].lost;
    total[`${part} added`] = (total[`${part} added`] ?? 0) + losses[part].added;
    total[part] = (total[part] ?? 0) + losses[part].source;
  }
  totals.set(name, total);
};
if (out !== undefined) mkdirSync(out, { recursive: true });
for (const file of readdirSync(folder).sort()) {
  if (!/\.html?$/i.test(file) || (only !== undefined && !file.includes(only))) continue;
  const opened = await page.open(readFileSync(join(folder, file), 'utf8'));
  const base = 'https://page.invalid/';
  for (const name of ['lanyard', 'turndown', 'joplin', 'rehype', 'defuddle']) {
    try {
      const { markdown, ...losses } = await opened.evaluate(
        ([name, base]) => (globalThis as unknown as InPage).LanyardLosses.measureWhole(name, base),
        [name, base] as const,
      );
      console.log(`${file} ${name}: ${line(losses)}`);
      add(name, losses);
      const total = totals.get(name) ?? {};
      total['needless \\'] = (total['needless \\'] ?? 0) + needlessEscapes(markdown).length;
      if (name === 'lanyard') {
        for (const part of PARTS)
          if (losses[part].samples.length > 0)
            console.log(`    ${part}: ${losses[part].samples.join(' | ')}`);
      }
      if (out !== undefined) writeFileSync(join(out, `${file}.${name}.md`), markdown);
    } catch (error) {
      console.log(`${file} ${name}: failed ${String(error).slice(0, 200)}`);
    }
  }
  const selections = await opened.evaluate(
    (base) => (globalThis as unknown as InPage).LanyardLosses.measureSelections(10, base),
    base,
  );
  for (const [index, { markdown, ...losses }] of selections.entries()) {
    add('lanyard, selections', losses);
    if (PARTS.every((part) => losses[part].lost + losses[part].added === 0)) continue;
    console.log(`  selection ${index}: ${line(losses)}`);
    for (const part of PARTS)
      if (losses[part].samples.length > 0) console.log(`      ${part}: ${losses[part].samples.join(' | ')}`);
    if (out !== undefined) writeFileSync(join(out, `${file}.selection-${index}.md`), markdown);
  }
}
await page.close();
console.table(Object.fromEntries(totals));
