/** What an address that a session is linked to leads to, by its host and path. */
import type { SessionLinkKind } from '../../model/session.ts';

const RECORDING =
  /^(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com|media\.ccc\.de|video\.fosdem\.org|infoq\.com|dailymotion\.com|bilibili\.com|nicovideo\.jp|tv\.naver\.com|peertube\.[\w.]+)$/;
const SLIDES =
  /^(?:[\w-]+\.)*(?:speakerdeck\.com|slideshare\.net|slides\.com|docswell\.com|noti\.st|talks\.godoc\.org|go-talks\.appspot\.com|slid\.es)$/;
const PAGE = /^(?:[\w-]+\.)*(?:sched\.com|sched\.org|pretalx\.com|sessionize\.com|cfp\.[\w.-]+)$/;
const TALK_PATH = /\/(?:talks?|sessions?|proposals?|presentations?|program(?:me)?|schedule|timetable)\/[^/]/i;
const SLIDE_PATH = /\/(?:slides?|presentation_slides)\b|\/presentation\/d\/|\.(?:pdf|key|pptx?|slide)$/i;

/** `null` when the address does not say that it is about one session. */
export const talkAddressKind = (address: string): SessionLinkKind | null => {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, protocol } = new URL(address);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  if (RECORDING.test(hostname)) return /^\/(?:@|user\/|c\/|channel\/)/.test(pathname) ? null : 'recording';
  if (SLIDES.test(hostname) || SLIDE_PATH.test(pathname) || /\/slides\//.test(pathname)) return 'slides';
  if (/\/(?:speakers?|users?|people|author)s?\//i.test(pathname)) return null;
  return PAGE.test(hostname) || TALK_PATH.test(pathname) ? 'page' : null;
};

/** A page about a person. */
export const isPersonAddress = (address: string): boolean =>
  /\/(?:speakers?|people|presenters?|orateurs?)\//i.test(address);

const PROFILE =
  /^https?:\/\/(?:(?:www\.|mobile\.)?(?:twitter\.com|x\.com|github\.com|qiita\.com|gitlab\.com)\/@?[\w.-]+|(?:[\w-]+\.)?linkedin\.com\/in\/[^/]+|bsky\.app\/profile\/[^/]+|[\w.-]+\/@[\w.-]+|plus\.google\.com\/[^/]+)\/?$/i;

/** Where somebody is found: a page about them, a profile of theirs, an address with a part of their name in it. */
export const isOwnAddress = (address: string, name: string): boolean => {
  if (isPersonAddress(address) || PROFILE.test(address)) return true;
  if (!URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  if (/(?:^|\.)wikipedia\.org$/.test(hostname) || pathname.split('/').length > 3) return false;
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}]+/u).some((word) => word.length > 3 && hostname.includes(word));
};
