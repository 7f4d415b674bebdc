/** Embedded media as links: a player cannot stand in Markdown, its address can. */
import { safeAddress } from '../../model/address.ts';
import { attributeOf, findIn, nameOf } from './dom-access.ts';

export interface MediaLink {
  readonly url: string;
  readonly text: string;
}

interface Embed {
  readonly pattern: RegExp;
  readonly page: (id: string) => string;
  readonly name: string;
}

const EMBEDS: readonly Embed[] = [
  {
    pattern: /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?!videoseries)([\w-]+)/,
    page: (id) => `https://www.youtube.com/watch?v=${id}`,
    name: 'YouTube',
  },
  {
    pattern: /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/,
    page: (id) => `https://vimeo.com/${id}`,
    name: 'Vimeo',
  },
  {
    pattern: /^https?:\/\/(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/,
    page: (id) => `https://www.dailymotion.com/video/${id}`,
    name: 'Dailymotion',
  },
  {
    pattern: /^https?:\/\/player\.bilibili\.com\/player\.html\?.*\bbvid=(\w+)/,
    page: (id) => `https://www.bilibili.com/video/${id}`,
    name: 'Bilibili',
  },
];
/** Hosts whose frames are worth a link under their own address. */
const KNOWN_FRAMES =
  /(?:^|\.)(?:speakerdeck\.com|slideshare\.net|slides\.com|docs\.google\.com|codepen\.io|codesandbox\.io|stackblitz\.com|jsfiddle\.net|soundcloud\.com|spotify\.com|youtube\.com|youtube-nocookie\.com|vimeo\.com|ted\.com|wistia\.net|loom\.com|figma\.com|openstreetmap\.org|archive\.org|nicovideo\.jp|media\.ccc\.de|tube\.\w+)$/;

const fileNameOf = (url: string): string => {
  const name = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    // A stray percent sign: the name as it stands.
    return name;
  }
};

const frameLink = (frame: Element, base: string): MediaLink | null => {
  const source =
    attributeOf(frame, 'src') || attributeOf(frame, 'data-src') || attributeOf(frame, 'data-lazy-src');
  const url = source === '' ? null : safeAddress(source, base);
  const card = cardAddressOf(frame);
  if (card !== null) return { url: card, text: card };
  if (url === null || !url.startsWith('http')) return null;
  const title = attributeOf(frame, 'title').trim() || attributeOf(frame, 'aria-label').trim();
  for (const { pattern, page, name } of EMBEDS) {
    const id = pattern.exec(url)?.[1];
    if (id !== undefined) return { url: page(id) + startOf(url), text: title || name };
  }
  const { hostname } = new URL(url);
  return KNOWN_FRAMES.test(hostname) ? { url, text: title || hostname } : null;
};

/** A card in a frame says the address it is for. */
const cardAddressOf = (frame: Element): string | null => {
  const content = attributeOf(frame, 'data-content');
  if (!/^https?(?::|%3A)/i.test(content)) return null;
  try {
    return safeAddress(decodeURIComponent(content));
  } catch {
    // A stray percent sign: no address.
    return null;
  }
};

const startOf = (url: string): string => {
  const start = new URL(url).searchParams.get('start');
  return start !== null && /^\d+$/.test(start) ? `&t=${start}s` : '';
};

/** The link for a frame, a player or an embed; `null` when there is nothing to link. */
export const mediaLinkOf = (element: Element, base: string): MediaLink | null => {
  const name = nameOf(element);
  if (name === 'iframe' || name === 'embed') return frameLink(element, base);
  if (/youtube/.test(name)) {
    const id = ['videoid', 'video-id', 'data-videoid']
      .map((attribute) => attributeOf(element, attribute))
      .join('');
    const text = attributeOf(element, 'playlabel') || attributeOf(element, 'title') || 'YouTube';
    return /^[\w-]+$/.test(id) ? { url: `https://www.youtube.com/watch?v=${id}`, text } : null;
  }
  const inner = findIn(element, 'source[src]');
  const source =
    attributeOf(element, 'src') ||
    attributeOf(element, 'data') ||
    (inner === null ? '' : attributeOf(inner, 'src'));
  const url = source === '' ? null : safeAddress(source, base);
  if (url === null || !url.startsWith('http') || /\.swf(?:$|\?)/i.test(url)) return null;
  const title = attributeOf(element, 'title').trim() || attributeOf(element, 'aria-label').trim();
  return { url, text: title || fileNameOf(url) || new URL(url).hostname };
};
