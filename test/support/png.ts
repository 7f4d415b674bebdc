/** Makes real PNG files (RFC 2083), so that no binary fixture stands in the repository. */
import { crc32, deflateSync } from 'node:zlib';
import type { Pixels } from './png-pixels.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return framed;
};

/** A PNG of these pixels, without loss; each row as its difference from the one above. */
export const writePng = ({ width, height, data }: Pixels): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const stride = width * 3;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * (stride + 1)] = 2;
    for (let at = 0; at < stride; at += 1) {
      const here = y * stride + at;
      rows[y * (stride + 1) + 1 + at] = (data[here] ?? 0) - (y === 0 ? 0 : (data[here - stride] ?? 0));
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Height of a bar, 0.15 to 0.95 of the picture: any number will do, the same for the same place and seed. */
const barHeight = (bar: number, seed: number): number =>
  0.15 + (((bar * 37 + seed * 61 + 11) % 97) / 97) * 0.8;

const BARS = 12;

/**
 * A picture of a bar chart, as slides have them.
 * @param width in pixels
 * @param height in pixels
 * @param seed any number: other seed, other bars, other bytes
 */
export const makePng = (width: number, height: number, seed = 0): Buffer => {
  const data = new Uint8Array(width * height * 3);
  const ink = [(40 + seed * 53) % 160, (90 + seed * 31) % 160, 190];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = (x / width) * BARS;
      const isBar = place % 1 > 0.25 && 1 - y / height < barHeight(Math.floor(place), seed);
      data.set(isBar ? ink : [248, 248, 250], (y * width + x) * 3);
    }
  }
  return writePng({ width, height, data });
};
