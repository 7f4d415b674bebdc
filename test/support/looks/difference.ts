/**
 * Where a picture differs from another so that a person would see it. What two runs of one machine differ in (a caret, a
 * shade in a rounded corner, the edge of a letter moved by less than a pixel) does not count.
 */
import type { Pixels } from '../png-pixels.ts';

/** A place where they differ: pixels of the smaller picture. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Edge of the square in which differences are counted, in pixels of half size. */
const SQUARE = 16;
const STEP = SQUARE / 2;
/** How far a channel may be off before a pixel is another colour: of 255. */
const OTHER_COLOUR = 32;
/** So many pixels of another colour in a square are something; a caret is at most 9. */
const OTHER_PIXELS = 11;
/** How far a whole square may be off on average: a token of another colour is further, other rounding is not. */
const OTHER_SHADE = 4;

/** Half as wide and high, four pixels to one: edges of letters melt, and so does what rounding makes of them. */
export const halved = ({ width, height, data }: Pixels): Pixels => {
  const [wide, high] = [width >> 1, height >> 1];
  const half = new Uint8Array(wide * high * 3);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        const from = (y * 2 * width + x * 2) * 3 + channel;
        const below = from + width * 3;
        const sum = (data[from] ?? 0) + (data[from + 3] ?? 0) + (data[below] ?? 0) + (data[below + 3] ?? 0);
        half[(y * wide + x) * 3 + channel] = Math.round(sum / 4);
      }
    }
  }
  return { width: wide, height: high, data: half };
};

const isLike = (one: Pixels, at: number, other: Pixels, there: number): boolean => {
  for (let channel = 0; channel < 3; channel += 1) {
    const off = (one.data[at * 3 + channel] ?? 0) - (other.data[there * 3 + channel] ?? 0);
    if (off > OTHER_COLOUR || off < -OTHER_COLOUR) return false;
  }
  return true;
};

/** Whether the other picture has this pixel's colour there or next to it. */
const isFound = (one: Pixels, x: number, y: number, other: Pixels): boolean => {
  const at = y * one.width + x;
  if (isLike(one, at, other, at)) return true;
  for (let row = Math.max(0, y - 1); row <= Math.min(one.height - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(one.width - 1, x + 1); column += 1) {
      if (isLike(one, at, other, row * one.width + column)) return true;
    }
  }
  return false;
};

/** How far apart two squares are on average, in the channel where they are furthest. */
const shadeApart = (one: Pixels, other: Pixels, { x, y }: Place): number => {
  const sums = [0, 0, 0];
  const [right, bottom] = [Math.min(one.width, x + SQUARE), Math.min(one.height, y + SQUARE)];
  for (let row = y; row < bottom; row += 1) {
    for (let column = x; column < right; column += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        const at = (row * one.width + column) * 3 + channel;
        sums[channel] = (sums[channel] ?? 0) + (one.data[at] ?? 0) - (other.data[at] ?? 0);
      }
    }
  }
  return Math.max(...sums.map(Math.abs)) / ((right - x) * (bottom - y));
};

/**
 * The squares in which two pictures of one size differ, from the top; none when a person sees the same. Squares overlap by
 * half, so that what is small lies whole in one of them.
 * @throws Error when their sizes differ
 */
export const placesOfDifference = (one: Pixels, other: Pixels): Place[] => {
  if (one.width !== other.width || one.height !== other.height)
    throw new Error(`${one.width} × ${one.height} instead of ${other.width} × ${other.height}`);
  const [wide, high] = [Math.ceil(one.width / STEP), Math.ceil(one.height / STEP)];
  const counts = new Uint16Array(wide * high);
  for (let y = 0; y < one.height; y += 1) {
    for (let x = 0; x < one.width; x += 1) {
      if (isFound(one, x, y, other) && isFound(other, x, y, one)) continue;
      const cell = Math.floor(y / STEP) * wide + Math.floor(x / STEP);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const places: Place[] = [];
  for (let row = 0; row < high; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      const place = { x: column * STEP, y: row * STEP };
      const right = column + 1 < wide ? 1 : 0;
      const below = row + 1 < high ? wide : 0;
      const cells = new Set([0, right, below, below + right].map((step) => row * wide + column + step));
      const pixels = [...cells].reduce((sum, cell) => sum + (counts[cell] ?? 0), 0);
      if (pixels >= OTHER_PIXELS || shadeApart(one, other, place) > OTHER_SHADE) places.push(place);
    }
  }
  return places;
};
