/** Makes real PNG files (RFC 2083), so that no binary fixture stands in the repository. */
import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return framed;
};

/**
 * A picture of soft stripes that tells one seed from another.
 * @param width in pixels
 * @param height in pixels
 * @param seed any number: other seed, other colours, other bytes
 */
export const makePng = (width: number, height: number, seed = 0): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const stride = width * 3 + 1;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const stripe = Math.floor((x + y) / 24) % 3;
      const at = y * stride + 1 + x * 3;
      pixels[at] = (70 + seed * 47 + stripe * 18) % 256;
      pixels[at + 1] = (110 + seed * 29 + stripe * 22) % 256;
      pixels[at + 2] = (160 + seed * 13 + stripe * 26) % 256;
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
