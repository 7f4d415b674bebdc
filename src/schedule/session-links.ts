/** Sorting a session's links: its page, its slides, its recording, the rest. */
import { safeAddress } from '../model/address.ts';
import type { ProgrammeLink } from './programme.ts';
import type { RawSession, RemarkCollector } from './raw-programme.ts';

/** A link as a file states it, with the word it uses for its kind. */
export interface StatedLink extends ProgrammeLink {
  readonly type: string;
}

const RECORDING_TITLE =
  /\b(?:recording|video|aufzeichnung|mitschnitt|vidéo|grabación)\b|録画|動画|영상|녹화/i;
const RECORDING_ADDRESS =
  /\.(?:mp4|webm|mkv|m4v)(?:$|[?#])|^https?:\/\/(?:www\.)?(?:youtube\.com\/(?:watch|live)|youtu\.be\/|media\.ccc\.de\/v\/|vimeo\.com\/\d)/i;
const SLIDES_TITLE =
  /\b(?:slides?|slide ?deck|folien|präsentation|diapositives|diapos|presentation)\b|スライド|発表資料|슬라이드|발표\s*자료/i;
const SLIDES_ADDRESS = /^https?:\/\/(?:www\.)?(?:speakerdeck\.com|slideshare\.net|slides\.com)\/./i;
const FEEDBACK = /feedback/i;

const isRecording = ({ type, title, url }: StatedLink): boolean =>
  /^(?:recording|video)$/i.test(type) || RECORDING_TITLE.test(title) || RECORDING_ADDRESS.test(url);
const isSlides = ({ type, title, url }: StatedLink): boolean =>
  /^slides?$/i.test(type) || SLIDES_TITLE.test(title) || SLIDES_ADDRESS.test(url);

/** The first link of each kind, and the others without those that ask for feedback. */
export const sortLinks = (
  links: readonly StatedLink[],
): Pick<RawSession, 'slides' | 'recording' | 'otherLinks'> => {
  const stated = links.filter(({ url }) => url !== '');
  const slides = stated.find(isSlides);
  const recording = stated.find((link) => link !== slides && isRecording(link));
  return {
    slides: slides?.url ?? '',
    recording: recording?.url ?? '',
    otherLinks: stated
      .filter((link) => link !== slides && link !== recording)
      .filter(({ type, title }) => !FEEDBACK.test(type) && !FEEDBACK.test(title))
      .map(({ url, title }) => ({ url, title })),
  };
};

/** Canonical addresses of the web; what is none, is left out with a remark. */
export const safeLink = (
  url: string,
  base: string,
  place: string,
  remarks: RemarkCollector,
): string | null => {
  if (url === '') return null;
  const absolute = safeAddress(url) ?? (base === '' ? null : safeAddress(url, base));
  if (absolute === null) remarks.fault('unsafe-address', place, { url: url.slice(0, 200) });
  return absolute;
};
