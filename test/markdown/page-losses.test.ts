/** Real pages, whole and by ten selections each: what the rendered Markdown lost and added against what is seen. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript, type ConverterPage, openConverterPage } from '../support/converter-page.ts';
import { needlessEscapes } from '../support/needless-escapes.ts';
import type { Losses } from '../support/page-inventory.ts';

const corpus = process.env.LANYARD_CORPUS ?? '';
const folder = join(corpus, 'pages');
const base = 'https://page.invalid/';

interface InPage {
  readonly LanyardLosses: typeof import('../support/page-losses.ts');
}

/** Shares of what is seen. Line numbers, edit links, tables for layout and formulas as drawn are lost on purpose. */
const sumOf = (all: readonly Losses[], part: keyof Losses): { lost: number; added: number } => {
  const sum = (pick: (losses: Losses) => number): number =>
    all.reduce((total, losses) => total + pick(losses), 0);
  const source = sum((losses) => losses[part].source);
  return {
    lost: sum((losses) => losses[part].lost) / source,
    added: sum((losses) => losses[part].added) / source,
  };
};

describe.skipIf(corpus === '')('real pages (needs LANYARD_CORPUS)', () => {
  let page: ConverterPage | null = null;
  const markdowns: string[] = [];
  const whole: Losses[] = [];
  const selections: Losses[] = [];

  beforeAll(async () => {
    page = await openConverterPage(await bundleScript('test/support/page-losses.ts', 'LanyardLosses'));
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
      const opened = await page.open(readFileSync(join(folder, file), 'utf8'));
      const losses = await opened.evaluate((address) => {
        const { LanyardLosses } = globalThis as unknown as InPage;
        return {
          whole: LanyardLosses.measureWhole('lanyard', address),
          selections: LanyardLosses.measureSelections(10, address),
        };
      }, base);
      whole.push(losses.whole);
      markdowns.push(losses.whole.markdown);
      selections.push(...losses.selections);
    }
  }, 180_000);

  afterAll(() => page?.close());

  it('keep their words', () => {
    expect(sumOf(whole, 'words').lost).toBeLessThan(0.0015);
    expect(sumOf(selections, 'words').lost).toBeLessThan(0.007);
  });
  it('have few backslashes that could be left out one by one', () => {
    expect(markdowns.flatMap(needlessEscapes).length).toBeLessThan(60);
  });
  it('keep their pictures', () => {
    expect(sumOf(whole, 'images')).toEqual({ lost: 0, added: 0 });
    expect(sumOf(selections, 'images')).toEqual({ lost: 0, added: 0 });
  });
  it('keep their links, list items, blocks of code', () => {
    expect(sumOf(whole, 'links').lost).toBeLessThan(0.06);
    expect(sumOf(whole, 'items').lost).toBeLessThan(0.01);
    expect(sumOf(whole, 'code').lost).toBeLessThan(0.04);
  });
});
