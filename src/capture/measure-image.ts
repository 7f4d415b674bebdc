/** What a browser knows of an image: its true type by magic bytes, its size by decoding, its hash. */
import { UnusableImage } from '../model/errors.ts';
import { hexOf } from '../model/hex.ts';
import { imageTypeOf, type MeasuredImage } from '../model/image.ts';

/** Bytes of one image at the most. */
const MAX_IMAGE_BYTES = 50 * 1024 * 1024;

const looksLikeSvg = (head: Uint8Array): boolean => /<svg|<\?xml/i.test(new TextDecoder().decode(head));

/** @throws UnusableImage for an empty file, no image, SVG (it can carry script), or one that cannot be decoded */
export const measureImage = async (file: Blob, name: string): Promise<MeasuredImage> => {
  if (file.size === 0) throw new UnusableImage(name, 'empty');
  if (file.size > MAX_IMAGE_BYTES) throw new UnusableImage(name, 'too-large');
  const bytes = await file.arrayBuffer();
  const head = new Uint8Array(bytes.slice(0, 256));
  const type = imageTypeOf(head);
  if (type === null) throw new UnusableImage(name, looksLikeSvg(head) ? 'svg' : 'not-an-image');
  // Not made of the bytes: a file stays where it is, so that a hundred of them take no memory while they wait.
  const blob = file.slice(0, file.size, type);
  const bitmap = await createImageBitmap(blob).catch(() => {
    throw new UnusableImage(name, 'unreadable');
  });
  const { width, height } = bitmap;
  bitmap.close();
  const hash = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
  return { type, width, height, hash, blob };
};
