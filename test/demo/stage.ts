/** Sets pictures of surfaces on a stage with a caption, and joins stages into one animated PNG. */
import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { Page } from 'playwright-core';

export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly caption: string;
  readonly lang: string;
  /** PNG files, side by side; each fills its share of the width. */
  readonly pictures: readonly { readonly png: Buffer; readonly share: number }[];
}

const asData = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
const escaped = (text: string): string => text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** @param canvas a page that is nothing but the stage; of its size afterwards */
export const drawStage = async (canvas: Page, stage: Stage): Promise<Buffer> => {
  const { width, height, caption, lang, pictures } = stage;
  await canvas.setViewportSize({ width, height });
  await canvas.setContent(`<!doctype html><html lang="${lang}"><style>
    body { display: grid; grid-template: auto 1fr / 100%; margin: 0; height: 100vh; overflow: hidden; background: #e6e8fc; font-family: system-ui, sans-serif; color: #1b1b22; }
    h1 { margin: 0; padding: ${height * 0.045}px 4% ${height * 0.035}px; font-size: ${height * 0.052}px; line-height: 1.2; letter-spacing: -0.02em; text-align: center; text-wrap: balance; word-break: keep-all; }
    div { display: flex; gap: 2.5%; justify-content: center; min-height: 0; padding: 0 4%; }
    img { display: block; align-self: start; flex: none; border-radius: 10px; box-shadow: 0 8px 32px rgb(30 30 90 / 22%); }
  </style><h1>${escaped(caption)}</h1><div>${pictures
    .map(({ png, share }) => `<img style="width: ${share * 100}%" src="${asData(png)}">`)
    .join('')}</div></html>`);
  await canvas.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  return canvas.screenshot();
};

const SIGNATURE_BYTES = 8;

const chunksOf = (png: Buffer): { readonly type: string; readonly data: Buffer }[] => {
  const chunks = [];
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({
      type: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    });
    at += length + 12;
  }
  return chunks;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

const frameControl = (sequence: number, size: Buffer, seconds: number): Buffer => {
  const data = Buffer.alloc(26);
  data.writeUInt32BE(sequence, 0);
  size.copy(data, 4, 0, 8);
  data.writeUInt16BE(Math.round(seconds * 100), 20);
  data.writeUInt16BE(100, 22);
  return chunk('fcTL', data);
};

/** An animated PNG (https://www.w3.org/TR/png-3/#apng-frame-based-animation) of frames that have one size; it plays for ever. */
export const animate = (frames: readonly { readonly png: Buffer; readonly seconds: number }[]): Buffer => {
  const [first] = frames;
  const header = first === undefined ? undefined : chunksOf(first.png).find(({ type }) => type === 'IHDR');
  if (first === undefined || header === undefined) throw new Error('no frames');
  const control = Buffer.alloc(8);
  control.writeUInt32BE(frames.length, 0);
  const parts = [first.png.subarray(0, SIGNATURE_BYTES), chunk('IHDR', header.data), chunk('acTL', control)];
  let sequence = 0;
  for (const [index, { png, seconds }] of frames.entries()) {
    parts.push(frameControl(sequence++, header.data, seconds));
    for (const { type, data } of chunksOf(png)) {
      if (type !== 'IDAT') continue;
      if (index === 0) {
        parts.push(chunk('IDAT', data));
        continue;
      }
      const numbered = Buffer.alloc(4);
      numbered.writeUInt32BE(sequence++);
      parts.push(chunk('fdAT', Buffer.concat([numbered, data])));
    }
  }
  return Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]);
};
