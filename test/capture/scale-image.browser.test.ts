/** A picture that is too large, drawn smaller by the browser. */
import { describe, expect, it } from 'vitest';
import { scaleImage } from '../../src/capture/scale-image.ts';

const draw = async (width: number, height: number, type: string): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas');
  for (let x = 0; x < width; x += 10) {
    pen.fillStyle = `hsl(${x % 360} 80% 50%)`;
    pen.fillRect(x, 0, 10, height);
  }
  return canvas.convertToBlob({ type });
};

const sizeOf = async (picture: Blob): Promise<readonly [number, number]> => {
  const bitmap = await createImageBitmap(picture);
  const size = [bitmap.width, bitmap.height] as const;
  bitmap.close();
  return size;
};

describe('scaling a picture', () => {
  it.each([
    ['image/png', 3840, 1000, 1920, 500],
    ['image/jpeg', 1000, 3840, 500, 1920],
    ['image/webp', 2400, 2400, 1920, 1920],
  ] as const)(
    'keeps its kind and its proportions: %s, %i × %i',
    async (type, width, height, toWidth, toHeight) => {
      const picture = await draw(width, height, type);
      const scaled = await scaleImage(picture, 1920);
      expect(scaled.type).toBe(type);
      expect(await sizeOf(scaled)).toEqual([toWidth, toHeight]);
    },
  );

  it('draws none larger', async () => {
    expect(await sizeOf(await scaleImage(await draw(300, 200, 'image/png'), 1920))).toEqual([300, 200]);
  });

  it('refuses what is no picture', async () => {
    await expect(scaleImage(new Blob(['text'], { type: 'image/png' }), 1920)).rejects.toThrow();
  });
});
