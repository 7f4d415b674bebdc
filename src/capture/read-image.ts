/** Reads the bytes of an image that a page shows, with the page's own rights. */
import type { EncodedImage } from './page-clip.ts';

const MAX_BYTES = 25_000_000;

/** The bytes as base64. */
export const encodeBlob = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const text = String(reader.result);
      resolve(text.slice(text.indexOf(',') + 1));
    };
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });

const fetchImage = async (url: string): Promise<Blob | null> => {
  try {
    const response = await fetch(url, { credentials: 'include' });
    const blob = response.ok ? await response.blob() : null;
    return blob?.type.startsWith('image/') && blob.size > 0 ? blob : null;
  } catch {
    // Another origin that does not share: the picture on screen may still be readable.
    return null;
  }
};

const drawImage = async (image: HTMLImageElement): Promise<Blob | null> => {
  try {
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    return null;
  }
};

/** @param url as the Markdown has it; `image` is null where the bytes may not be read. */
export const readImage = async (page: Document, url: string): Promise<{ image: EncodedImage | null }> => {
  const shown = [...page.images].find((image) => image.currentSrc === url || image.src === url);
  const fetched = await fetchImage(url);
  const blob = fetched ?? (shown === undefined || shown.naturalWidth === 0 ? null : await drawImage(shown));
  if (blob === null || blob.size > MAX_BYTES) return { image: null };
  return { image: { type: blob.type, base64: await encodeBlob(blob), alt: shown?.alt ?? '' } };
};
