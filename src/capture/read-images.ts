/** Reads several images of a page, leaving out those whose bytes it does not give. */
import { readImage } from './page.ts';
import type { PageImage } from './page-clip.ts';

/** Images that are read for one clip; the others stay addresses. */
const MAX_IMAGES = 20;

export interface ReadImage {
  readonly blob: Blob;
  readonly name: string;
  /** As it stands in the Markdown. */
  readonly sourceUrl: string;
}

export const readImages = async (tabId: number, images: readonly PageImage[]): Promise<ReadImage[]> => {
  const read: ReadImage[] = [];
  for (const { url } of images.slice(0, MAX_IMAGES)) {
    const image = await readImage(tabId, url).catch(() => null);
    if (image !== null) read.push({ blob: image.blob, name: image.name, sourceUrl: url });
  }
  return read;
};
