/** The accepted pictures: kept at half their size, and what is seen now held against them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { writePng } from '../png.ts';
import { readPng } from '../png-pixels.ts';
import { halved, placesOfDifference } from './difference.ts';

const FOLDER = fileURLToPath(new URL('../../e2e/looks/', import.meta.url));
const MADE_WITH = join(FOLDER, 'made-with.json');
/** Where the pictures of this run land, whole. */
export const OUT = fileURLToPath(new URL('../../../out/looks/', import.meta.url));

/** Set by `UPDATE_LOOKS=1`: what is seen now is right from now on. */
export const isUpdate = process.env.UPDATE_LOOKS === '1';

/** Set by `COMPARE_LOOKS=1`: pictures are compared, and one that differs is a fault. It takes minutes. */
export const isStrict = process.env.COMPARE_LOOKS === '1';

/** What decides how letters come out: the browser's version, and how wide words of each script are. */
export const machineOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const brush = new OffscreenCanvas(1, 1).getContext('2d');
    const widths = ['system-ui', 'monospace', 'Noto Sans CJK KR', 'Noto Sans CJK JP'].flatMap((font) => {
      if (brush === null) return [];
      brush.font = `40px ${font}, sans-serif`;
      return ['Harbour ÄÖß 019', '대한민국 고퍼콘', '講演のメモ', 'שלום مرحبا'].map(
        (words) => Math.round(brush.measureText(words).width * 100) / 100,
      );
    });
    const version = /Chrom\w+\/(\d+)/.exec(navigator.userAgent)?.[1] ?? '?';
    return `Chromium ${version}, letters ${widths.join(' ')}`;
  });

/** The machine on which the accepted pictures were made; `null` while there are none. */
export const acceptedMachine = (): string | null =>
  existsSync(MADE_WITH) ? (JSON.parse(readFileSync(MADE_WITH, 'utf8')) as { machine: string }).machine : null;

export const acceptMachine = (machine: string): void => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(MADE_WITH, `${JSON.stringify({ machine }, null, 2)}\n`);
};

const pathOf = (name: string): string => join(FOLDER, `${name}.png`);

/** Keeps a picture as the accepted one: at half its size, without loss. */
export const acceptPicture = (name: string, png: Buffer): void => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(pathOf(name), writePng(halved(readPng(png))));
};

/** Takes away the accepted pictures of states that there are no more. */
export const forgetOthers = (names: readonly string[]): void => {
  for (const file of readdirSync(FOLDER)) {
    if (file.endsWith('.png') && !names.includes(file.slice(0, -4))) rmSync(join(FOLDER, file));
  }
};

/**
 * How a picture differs from the accepted one so that a person would see it; `null` when it does not. The accepted one is
 * then laid beside it, as `<name>-accepted.png`.
 */
export const differenceOf = (name: string, png: Buffer): string | null => {
  if (!existsSync(pathOf(name))) return `${name}: no accepted picture`;
  const accepted = readFileSync(pathOf(name));
  const [now, then] = [halved(readPng(png)), readPng(accepted)];
  const beside = join(OUT, `${name}-accepted.png`);
  if (now.width !== then.width || now.height !== then.height) {
    writeFileSync(beside, accepted);
    return `${name}: ${now.width} × ${now.height} instead of ${then.width} × ${then.height}`;
  }
  const places = placesOfDifference(now, then);
  if (places.length === 0) {
    rmSync(beside, { force: true });
    return null;
  }
  writeFileSync(beside, accepted);
  const first = places.slice(0, 6).map(({ x, y }) => `${x * 2},${y * 2}`);
  return `${name}: differs in ${places.length} squares, at ${first.join(' ')}`;
};
