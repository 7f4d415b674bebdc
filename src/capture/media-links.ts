/** The slides and recordings that a page leads to, read when a talk's page is clipped and some are still to come. */
import { safeAddress } from '../model/address.ts';
import { runInPage } from '../platform/scripting.ts';
import { linkKindOf } from './link-kind.ts';
import type { PageClip } from './page-clip.ts';

export interface MediaLink {
  readonly url: string;
  readonly kind: 'slides' | 'recording';
}

interface FoundLink {
  readonly href: string;
  readonly text: string;
}

/** Runs in the page. What it links and embeds, with the words on it. */
const collectLinks = (): FoundLink[] => {
  const MOST = 1500;
  const found: FoundLink[] = [];
  for (const element of document.querySelectorAll('a[href], iframe[src], video[src], video source[src]')) {
    if (found.length >= MOST) break;
    // A page chooses its own address to resolve against; what its author wrote counts.
    const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    if (address.length > 2000 || !URL.canParse(address, document.baseURI)) continue;
    const words = `${element.textContent ?? ''} ${element.getAttribute('title') ?? ''} ${element.getAttribute('aria-label') ?? ''}`;
    const isVideo = element.matches('video[src], video source[src]');
    found.push({
      href: new URL(address, document.baseURI).href,
      text: isVideo ? 'recording' : words.trim().slice(0, 200),
    });
  }
  return found;
};

const SLIDES =
  /\b(?:slides?|slide ?deck|presentation|folien|diapositives|diapositivas)\b|슬라이드|발표\s*자료|スライド|発表資料/i;
const RECORDING = /\b(?:recording|video|watch|aufzeichnung|enregistrement|grabación)\b|녹화|영상|録画|動画/i;

/** A player's address as the page that a person opens. */
const watched = (url: string): string => {
  const [, id] = /^https:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,})/.exec(url) ?? [];
  if (id !== undefined) return `https://www.youtube.com/watch?v=${id}`;
  const [, vimeo] = /^https:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(url) ?? [];
  return vimeo === undefined ? url : `https://vimeo.com/${vimeo}`;
};

/** What the address says counts more than the words on it: menus say "Videos" too. */
const kindOf = ({ href, text }: FoundLink): MediaLink['kind'] | null => {
  const kind = linkKindOf(href);
  if (kind === 'slides' || kind === 'recording') return kind;
  const isFile = /\.(?:pdf|mp4|webm)$/i.test(new URL(href).pathname);
  if (isFile && SLIDES.test(text)) return 'slides';
  return isFile && RECORDING.test(text) ? 'recording' : null;
};

/** @throws PageNotReadable */
const readMediaLinks = async (tabId: number): Promise<readonly MediaLink[]> => {
  const links = await runInPage(tabId, collectLinks, []);
  return links.flatMap((link) => {
    const url = safeAddress(watched(link.href));
    const kind = url === null ? null : kindOf({ ...link, href: url });
    return url === null || kind === null ? [] : [{ url, kind }];
  });
};

/** The page of a tab for `fillPending`; one that may not be read leads nowhere. */
export const talkPageOf = ({ canonicalUrl, url, title, linkKind }: PageClip, tabId: number | null) => ({
  url: canonicalUrl || url,
  title,
  kind: linkKind,
  mediaLinks: (): Promise<readonly MediaLink[]> =>
    tabId === null ? Promise.resolve([]) : readMediaLinks(tabId).catch(() => []),
});
