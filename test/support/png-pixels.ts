/** Reads the pixels out of a PNG as browsers and `writePng` make them: 8 bits, RGB or RGBA, not interlaced (RFC 2083). */
import { inflateSync } from 'node:zlib';

/** Three bytes for each pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner;
  const [far, high, wide] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (far <= high && far <= wide) return left;
  return high <= wide ? above : corner;
};

/** Undoes the filter of one row (RFC 2083, 6), in place. */
const unfilterRow = (row: Uint8Array, above: Uint8Array, filter: number, size: number): void => {
  for (let at = 0; at < row.length; at += 1) {
    const left = at < size ? 0 : (row[at - size] ?? 0);
    const over = above[at] ?? 0;
    let guess = 0;
    if (filter === 1) guess = left;
    else if (filter === 2) guess = over;
    else if (filter === 3) guess = (left + over) >> 1;
    else guess = paeth(left, over, at < size ? 0 : (above[at - size] ?? 0));
    row[at] = (row[at] ?? 0) + guess;
  }
};

/** @throws Error when it is another kind of PNG */
export const readPng = (png: Buffer): Pixels => {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = png[25] === 2 ? 3 : png[25] === 6 ? 4 : 0;
  if (png[24] !== 8 || size === 0 || png[28] !== 0) throw new Error('not an RGB picture of 8 bits');
  const rows = new Uint8Array(inflateSync(Buffer.concat(parts)));
  const stride = width * size;
  const data = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const filter = rows[start] ?? 0;
    const row = rows.subarray(start + 1, start + 1 + stride);
    if (filter !== 0) unfilterRow(row, above, filter, size);
    above = row;
    for (let x = 0, to = y * width * 3; x < stride; x += size, to += 3) {
      data[to] = row[x] ?? 0;
      data[to + 1] = row[x + 1] ?? 0;
      data[to + 2] = row[x + 2] ?? 0;
    }
  }
  return { width, height, data };
};
