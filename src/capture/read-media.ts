/** The video or sound that a page plays: where it stands, and the picture it shows. */
import type { EncodedImage } from './page-clip.ts';
import { encodeBlob } from './read-image.ts';

const areaOf = (media: HTMLMediaElement): number => {
  const { width, height } = media.getBoundingClientRect();
  return width * height;
};

/** The one a person watches: playing before paused, large before small; previews without sound do not count. */
const mainMedia = (page: Document): HTMLMediaElement | null => {
  const started = [...page.querySelectorAll<HTMLMediaElement>('video, audio')].filter(
    (media) => media.currentTime > 0 && !(media.loop && media.muted),
  );
  const rank = (media: HTMLMediaElement): number => areaOf(media) + (media.paused ? 0 : 1e9);
  return started.sort((left, right) => rank(right) - rank(left))[0] ?? null;
};

/** Whole seconds played, or `null` when nothing is or was played. */
export const readMediaSeconds = (page: Document): number | null => {
  const media = mainMedia(page);
  return media === null || !Number.isFinite(media.currentTime) ? null : Math.floor(media.currentTime);
};

/** The frame that the page's video shows; `null` where there is none or its host does not allow it. */
export const readFrame = async (page: Document): Promise<{ readonly image: EncodedImage | null }> => {
  const media = mainMedia(page);
  if (!(media instanceof HTMLVideoElement) || media.videoWidth === 0) return { image: null };
  try {
    const canvas = new OffscreenCanvas(media.videoWidth, media.videoHeight);
    canvas.getContext('2d')?.drawImage(media, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return { image: { type: blob.type, base64: await encodeBlob(blob), alt: '' } };
  } catch {
    // A video from another origin may be shown but not read.
    return { image: null };
  }
};
