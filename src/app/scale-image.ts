/** Puts a smaller picture in the place of an image; every note that shows it follows. */
import { NotFound } from '../model/errors.ts';
import type { Id } from '../model/ids.ts';
import { LARGEST_BYTES } from '../recap/checks/check-body.ts';
import type { Ports } from './ports.ts';

/** Pixels of the longer side after scaling: as wide as a page is on a sharp screen. */
const WANTED_SIDE = 1920;
/** A photo kept as a PNG stays large at that size: then smaller step by step, but not below what can be read. */
const STEP = 0.8;
const LEAST_SIDE = 480;

/**
 * @param scale draws a picture smaller
 * @returns the bytes before and after
 * @throws NotFound, UnusableImage
 */
export const scaleStoredImage = async (
  { store, measureImage }: Pick<Ports, 'store' | 'measureImage'>,
  imageId: Id,
  scale: (picture: Blob, side: number) => Promise<Blob>,
): Promise<{ readonly before: number; readonly after: number }> => {
  const image = await store.getImage(imageId);
  const picture = image === null ? null : await store.getBlob(image.hash);
  if (image === null || picture === null) throw new NotFound('images', imageId);
  let side = Math.min(WANTED_SIDE, Math.max(image.width, image.height) || WANTED_SIDE);
  let scaled = await scale(picture, side);
  while (scaled.size > LARGEST_BYTES && side * STEP >= LEAST_SIDE) {
    side = Math.round(side * STEP);
    scaled = await scale(picture, side);
  }
  const { blob, ...measured } = await measureImage(scaled, image.name);
  const record = { ...image, ...measured, bytes: blob.size };
  await store.write({
    label: 'image-scaled',
    puts: [{ type: 'images', base: image.revision, record }],
    blobs: [{ hash: measured.hash, blob }],
  });
  return { before: image.bytes, after: blob.size };
};
