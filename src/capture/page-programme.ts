/**
 * The programme that the page in front points to: its links, and the text behind one of them. Both run in the page: what
 * is fetched is fetched by the page's own rights, so the extension needs none, and no request leaves but on a click.
 */
import { runInPage } from '../platform/scripting.ts';

interface FoundLink {
  readonly href: string;
  readonly type: string;
  readonly rel: string;
}

/** Runs in the page. Links that can be of a programme, by their words; what they are is decided elsewhere. */
const collectLinks = (): FoundLink[] => {
  const MOST = 400;
  const links: FoundLink[] = [];
  for (const element of document.querySelectorAll('a[href], link[href], script[src], iframe[src]')) {
    const address = element.getAttribute('href') ?? element.getAttribute('src') ?? '';
    const type = element.getAttribute('type') ?? '';
    if (address.length > 2000) continue;
    const isLikely =
      /schedule|fahrplan|program|pretalx|sessionize|sched\.com|\.ics|^webcal/i.test(address) ||
      /c3voc|calendar/i.test(type);
    if (isLikely) links.push({ href: address, type, rel: element.getAttribute('rel') ?? '' });
    if (links.length >= MOST) break;
  }
  return links;
};

/** Runs in the page. What it states about itself and its events, as text; nothing of it is parsed here. */
const collectStatements = (): string[] => {
  const MOST = 20;
  const LONGEST = 500_000;
  return [...document.querySelectorAll('script[type="application/ld+json"]')]
    .map((script) => script.textContent ?? '')
    .filter((text) => text.length <= LONGEST)
    .slice(0, MOST);
};

/** Runs in the page. The first of these addresses that answers with something other than a web page. */
const fetchFirst = async (urls: readonly string[]): Promise<{ url: string; text: string } | null> => {
  const ANSWER_MS = 15_000;
  const LONGEST = 20_000_000;
  for (const url of urls) {
    try {
      const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(ANSWER_MS) });
      if (!response.ok || Number(response.headers.get('content-length')) > LONGEST) continue;
      const text = await response.text();
      // By its words: servers name the type of such files as they like.
      const isPage = /^\s*<(?:!doctype html|html)\b/i.test(text);
      if (!isPage && text.trim() !== '' && text.length <= LONGEST) return { url, text };
    } catch {
      // Another origin that does not allow it, or no answer: the next one.
    }
  }
  return null;
};

/** @throws PageNotReadable */
export const readPageLinks = (tabId: number): Promise<readonly FoundLink[]> =>
  runInPage(tabId, collectLinks, []);

/** The texts of the page's JSON-LD. @throws PageNotReadable */
export const readPageStatements = (tabId: number): Promise<readonly string[]> =>
  runInPage(tabId, collectStatements, []);

/**
 * Fetches a programme as the page itself would.
 *
 * @returns `null` when none of the addresses gave one
 * @throws PageNotReadable
 */
export const fetchPageProgramme = (
  tabId: number,
  urls: readonly string[],
): Promise<{ readonly url: string; readonly text: string } | null> => runInPage(tabId, fetchFirst, [urls]);
