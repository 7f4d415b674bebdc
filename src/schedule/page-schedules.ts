/** Where a conference page's schedule is published: its own links, and the known addresses of the systems behind it. */
import { addressKey, safeAddress } from '../model/address.ts';

/** A link of the page: `a` and `link` elements, and the `src` of scripts and frames. */
export interface PageLink {
  readonly href: string;
  /** The `type` attribute, empty when there is none. */
  readonly type: string;
  /** The `rel` attribute, empty when there is none. */
  readonly rel: string;
}

export interface ScheduleAddress {
  readonly url: string;
  /**
   * `stated`: the page says that this is its schedule; `linked`: a link that looks like one; `known`: made from the
   * page's own address by what its system promises.
   */
  readonly source: 'stated' | 'linked' | 'known';
  readonly system: 'c3voc' | 'pretalx' | 'frab' | 'sessionize' | 'sched' | 'indico' | 'calendar' | 'unknown';
}

type Finding = Omit<ScheduleAddress, 'source'>;

const STATED_TYPES: readonly (readonly [RegExp, ScheduleAddress['system']])[] = [
  [/^application\/vnd\.c3voc\.schedule\+(?:xml|json)/i, 'c3voc'],
  [/^text\/calendar/i, 'calendar'],
];

/** Sessionize's embed and API addresses carry the id that its views need. */
const SESSIONIZE = /^https:\/\/(?:[\w-]+\.)?sessionize\.com\/api\/v2\/([a-z0-9]+)\//i;
const PRETALX_EXPORT = /^(.*?\/)schedule(?:\/v\/[^/]+)?\/(?:export\/schedule\.(?:xml|json|ics)|widget\/)/i;
/** Pages of pretalx: schedule, talk list, one talk, one speaker, featured. */
const PRETALX_PAGE = /^(\/(?:[\w-]+\/)*?[\w-]+\/)(?:schedule|talk|speaker|featured|sneak)(?:\/|$)/i;
const FRAB_FILE =
  /\/(?:Fahrplan|schedule|fahrplan|programme?)[\w./-]*?schedule\.(?:xml|json)$|\/schedule\.(?:xml|json|ics)$|\/schedule\/xml$/i;
const INDICO_PAGE = /^(.*?\/event\/[\w.-]+)(?:\/|$)/i;

const pretalxExports = (base: string): readonly Finding[] =>
  [`${base}schedule/export/schedule.xml`, `${base}schedule/export/schedule.json`].map((url) => ({
    url,
    system: 'pretalx',
  }));

const sessionizeViews = (id: string): readonly Finding[] =>
  ['All', 'GridSmart'].map((view) => ({
    url: `https://sessionize.com/api/v2/${id}/view/${view}`,
    system: 'sessionize',
  }));

/** What one address of the page leads to. */
const fromLink = (url: string): readonly Finding[] => {
  const sessionize = SESSIONIZE.exec(url);
  if (sessionize?.[1] !== undefined) return sessionizeViews(sessionize[1]);
  const pretalx = PRETALX_EXPORT.exec(url);
  if (pretalx?.[1] !== undefined) return pretalxExports(pretalx[1]);
  const { hostname, pathname } = new URL(url);
  if (/(?:^|\.)sched\.com$/i.test(hostname) && /\.ics$/i.test(pathname)) return [{ url, system: 'sched' }];
  if (FRAB_FILE.test(pathname)) return [{ url, system: 'frab' }];
  return /\.ics$/i.test(pathname) ? [{ url, system: 'calendar' }] : [];
};

/** What the page's own address promises. */
const fromPage = (page: URL): readonly Finding[] => {
  const { origin, hostname, pathname } = page;
  if (/^[\w-]+\.sched\.com$/i.test(hostname)) return [{ url: `${origin}/all.ics`, system: 'sched' }];
  const isPretalxHost = /(?:^|\.)pretalx\.\w+$/i.test(hostname);
  const event =
    PRETALX_PAGE.exec(pathname)?.[1] ?? (isPretalxHost ? /^\/[\w-]+\//.exec(pathname)?.[0] : undefined);
  if (event !== undefined) return pretalxExports(`${origin}${event}`);
  const indico = /indico|^events\./i.test(hostname) ? INDICO_PAGE.exec(pathname)?.[1] : undefined;
  return indico === undefined
    ? []
    : [{ url: `${origin}${indico}/event.ics?scope=contribution`, system: 'indico' }];
};

/**
 * Finds what could be fetched as the schedule of the page. Nothing is fetched here, and none of it is certain but what
 * the page states.
 *
 * @param pageUrl the page's address; relative links are resolved against it
 * @returns each address once: first what the page states, then what it links, then what its address promises
 */
export const scheduleAddressesOf = (
  pageUrl: string,
  links: readonly PageLink[],
): readonly ScheduleAddress[] => {
  const page = safeAddress(pageUrl);
  if (page === null || !/^https?:/i.test(page)) return [];
  const absolute = links.flatMap((link) => {
    // webcal: is https by another name, for calendar programs.
    const url = safeAddress(link.href.replace(/^webcals?:/i, 'https:'), page);
    return url === null || !/^https?:/i.test(url) ? [] : [{ ...link, href: url }];
  });
  const stated = absolute.flatMap(({ href, type }): readonly ScheduleAddress[] => {
    const system = STATED_TYPES.find(([pattern]) => pattern.test(type))?.[1];
    return system === undefined ? [] : [{ url: href, source: 'stated', system }];
  });
  const linked = absolute.flatMap(({ href }) =>
    fromLink(href).map((found) => ({ ...found, source: 'linked' as const })),
  );
  const known = fromPage(new URL(page)).map((found) => ({ ...found, source: 'known' as const }));
  const seen = new Set<string>();
  return [...stated, ...linked, ...known].filter(({ url }) => {
    const key = addressKey(url);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

const WEB_PAGE =
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i;

/** True for the text of a web page, whatever its server calls it. */
export const isWebPage = (text: string): boolean => WEB_PAGE.test(text);

const TAG = /<(?:a|link|script|iframe)\b[^>]{0,2000}>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2f': '/',
  '#47': '/',
};

const attributeIn = (tag: string, name: string): string => {
  const [, quoted, apostrophed, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, 'i').exec(tag) ?? [];
  return (quoted ?? apostrophed ?? bare ?? '').replace(
    /&(amp|quot|#39|#x27|#x2f|#47);/gi,
    (entity, code: string) => ENTITIES[code.toLowerCase()] ?? entity,
  );
};

/** The links of a page that was fetched as text; nothing of it is parsed as a document. */
export const linksInHtml = (html: string): readonly PageLink[] =>
  [...html.matchAll(TAG)].map(([tag]) => ({
    href: attributeIn(tag, 'href') || attributeIn(tag, 'src'),
    type: attributeIn(tag, 'type'),
    rel: attributeIn(tag, 'rel'),
  }));
