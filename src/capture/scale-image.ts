/** A picture drawn smaller: same proportions, same type where the browser can write it, else JPEG. */

const QUALITY = 0.85;

/**
 * @param side pixels of the longer side at most
 * @returns the smaller one of the picture as it was and as it is drawn
 */
export const scaleImage = async (picture: Blob, side: number): Promise<Blob> => {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const type = ['image/png', 'image/webp'].includes(picture.type) ? picture.type : 'image/jpeg';
  const drawn = await canvas.convertToBlob({ type, quality: QUALITY });
  return drawn.size < picture.size || scale < 1 ? drawn : picture;
};
