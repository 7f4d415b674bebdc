/** What counts as a difference between two pictures, and what does not. */
import { describe, expect, it } from 'vitest';
import { makePng, writePng } from '../png.ts';
import { type Pixels, readPng } from '../png-pixels.ts';
import { halved, placesOfDifference } from './difference.ts';

type Colour = readonly [number, number, number];
const PAPER: Colour = [250, 250, 248];
const INK: Colour = [30, 34, 40];
const ACCENT: Colour = [12, 110, 100];

const paper = (): Pixels => {
  const data = new Uint8Array(320 * 240 * 3);
  for (let at = 0; at < data.length; at += 1) data[at] = PAPER[at % 3] ?? 0;
  return { width: 320, height: 240, data };
};

const draw = (pixels: Pixels, colour: Colour, x: number, y: number, wide: number, high: number): void => {
  for (let row = y; row < y + high; row += 1) {
    for (let column = x; column < x + wide; column += 1) {
      pixels.data.set(colour, (row * pixels.width + column) * 3);
    }
  }
};

const darken = (pixels: Pixels, by: (at: number) => number): void => {
  for (const [at, byte] of pixels.data.entries()) pixels.data[at] = Math.max(0, byte - by(at));
};

/** Stems of letters, as a line of words has them. */
const words = (pixels: Pixels, x: number, y: number, colour: Colour = INK): void => {
  for (let letter = 0; letter < 24; letter += 1) {
    draw(pixels, colour, x + letter * 7, y, 1, 10);
    draw(pixels, colour, x + letter * 7, y + (letter % 3) * 4, 4, 1);
  }
};

/** A ring of two pixels, 14 wide, as our icons are. */
const icon = (pixels: Pixels, x: number, y: number): void => {
  draw(pixels, INK, x, y, 14, 2);
  draw(pixels, INK, x, y + 12, 14, 2);
  draw(pixels, INK, x, y, 2, 14);
  draw(pixels, INK, x + 12, y, 2, 14);
};

interface Look {
  readonly button?: { readonly x?: number; readonly colour?: Colour };
  readonly hasIcon?: boolean;
  readonly line?: { readonly x?: number; readonly colour?: Colour };
  readonly over?: (pixels: Pixels) => void;
}

const surface = ({ button = {}, hasIcon = true, line = {}, over }: Look = {}): Pixels => {
  const pixels = paper();
  words(pixels, 20 + (line.x ?? 0), 30, line.colour);
  words(pixels, 20, 60);
  draw(pixels, button.colour ?? ACCENT, 200 + (button.x ?? 0), 150, 80, 28);
  if (hasIcon) icon(pixels, 290, 20);
  over?.(pixels);
  return pixels;
};

const places = (look: Look): number => placesOfDifference(halved(surface()), halved(surface(look))).length;

describe('placesOfDifference', () => {
  it.each<[string, Look]>([
    ['a button 8 px further', { button: { x: 8 } }],
    ['a token of another colour', { button: { colour: [12, 110, 130] } }],
    ['paper of another shade', { over: (pixels) => darken(pixels, () => 6) }],
    ['an icon that is missing', { hasIcon: false }],
    ['words 3 px further', { line: { x: 3 } }],
    ['words of another colour', { line: { colour: [150, 150, 150] } }],
    ['a line across', { over: (pixels) => draw(pixels, INK, 0, 100, 320, 1) }],
    ['a word that is gone', { over: (pixels) => draw(pixels, PAPER, 20, 30, 40, 12) }],
  ])('sees %s', (_, look) => {
    expect(places(look)).toBeGreaterThan(0);
  });

  it.each<[string, Look]>([
    ['the same', {}],
    ['a caret', { over: (pixels) => draw(pixels, INK, 40, 120, 1, 18) }],
    ['edges of letters drawn otherwise', { line: { colour: [44, 50, 52] } }],
    ['a line of words one pixel further', { line: { x: 1 } }],
    ['rounding', { over: (pixels) => darken(pixels, (at) => at % 4) }],
  ])('does not count %s', (_, look) => {
    expect(places(look)).toBe(0);
  });

  it('says where', () => {
    const [place] = placesOfDifference(halved(surface()), halved(surface({ hasIcon: false })));
    expect(place).toEqual({ x: 136, y: 0 });
  });

  it('refuses pictures of two sizes', () => {
    expect(() => placesOfDifference(surface(), halved(surface()))).toThrow('320 × 240 instead of 160 × 120');
  });
});

describe('readPng', () => {
  it('gives back the pixels that were written', () => {
    const pixels = surface();
    const read = readPng(writePng(pixels));
    expect([read.width, read.height]).toEqual([320, 240]);
    expect(Buffer.from(read.data).equals(Buffer.from(pixels.data))).toBe(true);
    expect(readPng(makePng(64, 32)).data.subarray(0, 3)).toEqual(new Uint8Array([248, 248, 250]));
  });
});
