/** Compares pictures in the browser itself, and keeps the accepted ones small (WebP). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = fileURLToPath(new URL('../../e2e/looks/', import.meta.url));
const MADE_WITH = join(FOLDER, 'made-with.json');
/** Where the pictures of this run land, whole. */
export const OUT = fileURLToPath(new URL('../../../out/looks/', import.meta.url));

/** Set by `UPDATE_LOOKS=1`: what is seen now is right from now on. */
export const isUpdate = process.env.UPDATE_LOOKS === '1';

/** Set by `COMPARE_LOOKS=1`: pictures too, and not only layout, contrast and names. */
export const isComparison = process.env.COMPARE_LOOKS === '1';

/** Part of the pixels that may differ: a blinking edge, not a moved line. */
const TOLERANCE = 0.004;

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

const pathOf = (name: string): string => join(FOLDER, `${name}.webp`);

/** Keeps a picture (PNG) as the accepted one, at half its size. */
export const acceptPicture = async (canvas: Page, name: string, png: Buffer): Promise<void> => {
  const webp = await canvas.evaluate(async (base64) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const drawn = new OffscreenCanvas(Math.floor(bitmap.width / 2), Math.floor(bitmap.height / 2));
    const brush = drawn.getContext('2d');
    if (brush === null) throw new Error('no canvas');
    brush.imageSmoothingQuality = 'high';
    brush.drawImage(bitmap, 0, 0, drawn.width, drawn.height);
    const blob = await drawn.convertToBlob({ type: 'image/webp', quality: 0.6 });
    return btoa(
      Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''),
    );
  }, png.toString('base64'));
  mkdirSync(dirname(pathOf(name)), { recursive: true });
  writeFileSync(pathOf(name), Buffer.from(webp, 'base64'));
};

/**
 * How a picture differs from the accepted one; `null` when it does not. Both are taken at half their size, so that the
 * edges of letters and the losses of WebP do not count.
 */
export const differenceOf = async (canvas: Page, name: string, png: Buffer): Promise<string | null> => {
  if (!existsSync(pathOf(name))) return `${name}: no accepted picture`;
  const accepted = readFileSync(pathOf(name)).toString('base64');
  const part = await canvas.evaluate(
    async ([now, then]) => {
      const pixels = async (url: string, scale: number) => {
        const bitmap = await createImageBitmap(await (await fetch(url)).blob());
        const [width, height] = [Math.floor(bitmap.width * scale), Math.floor(bitmap.height * scale)];
        const brush = new OffscreenCanvas(width, height).getContext('2d');
        if (brush === null) throw new Error('no canvas');
        brush.imageSmoothingQuality = 'high';
        brush.drawImage(bitmap, 0, 0, width, height);
        return { data: brush.getImageData(0, 0, width, height).data, size: `${width} × ${height}` };
      };
      const [one, other] = await Promise.all([
        pixels(`data:image/png;base64,${now}`, 0.5),
        pixels(`data:image/webp;base64,${then}`, 1),
      ]);
      if (one.size !== other.size) return `${one.size} instead of ${other.size}`;
      let wrong = 0;
      for (let at = 0; at < one.data.length; at += 4) {
        const far = [0, 1, 2].some(
          (channel) => Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > 48,
        );
        if (far) wrong += 1;
      }
      return wrong / (one.data.length / 4);
    },
    [png.toString('base64'), accepted] as const,
  );
  if (typeof part === 'string') return `${name}: ${part}`;
  return part <= TOLERANCE ? null : `${name}: ${(part * 100).toFixed(2)} % of it differs`;
};
