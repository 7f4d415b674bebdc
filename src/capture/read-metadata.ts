/**
 * What a page says of itself. Order of trust for each field: JSON-LD, `citation_*`, Open Graph, Twitter, Dublin Core,
 * plain names, then what is seen on the page. Titles prefer Open Graph: JSON-LD often has a headline cut for search.
 */
import { safeAddress } from '../model/address.ts';
import { readStructuredFacts } from './json-ld.ts';
import { dayIn } from './stated-day.ts';

export interface Metadata {
  readonly title: string;
  /** As the page states it, or empty. */
  readonly canonicalUrl: string;
  readonly site: string;
  readonly author: string;
  readonly publishedOn: string;
  readonly description: string;
  readonly language: string;
  readonly pictureUrl: string;
}

const LONGEST = 2000;

type Metas = ReadonlyMap<string, readonly string[]>;

/** Contents of the `meta` elements by lower-case name. */
const metasOf = (page: Document): Metas => {
  const metas = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = (meta.getAttribute('content') ?? '').trim().slice(0, LONGEST);
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = meta.getAttribute(attribute)?.toLowerCase();
      if (name === undefined) continue;
      const known = metas.get(name);
      if (known === undefined) metas.set(name, [content]);
      else known.push(content);
    }
  }
  return metas;
};

const firstOf = (metas: Metas, ...names: string[]): string => {
  for (const name of names) {
    const [content] = metas.get(name) ?? [];
    if (content !== undefined) return content;
  }
  return '';
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);

/** Names without addresses and without repeats. */
const authorsOf = (names: readonly string[]): string =>
  [...new Set(names.map(oneLine))].filter((name) => name !== '' && !/^https?:/.test(name)).join(', ');

const authorIn = (page: Document, metas: Metas, structured: readonly string[]): string => {
  const candidates: (readonly string[])[] = [
    structured,
    metas.get('citation_author') ?? [],
    metas.get('article:author') ?? [],
    metas.get('dc.creator') ?? metas.get('dcterms.creator') ?? [],
    metas.get('author') ?? [],
    metas.get('parsely-author') ?? metas.get('sailthru.author') ?? [],
    [
      page.querySelector(
        '[itemprop="author"] [itemprop="name"], a[rel~="author"], .byline .author, .p-author',
      )?.textContent ?? '',
    ],
  ];
  for (const names of candidates) {
    const found = authorsOf(names);
    if (found !== '' && found.length < 300) return found;
  }
  return '';
};

/** Where a page shows when it was written. */
const SEEN_DAYS =
  '[itemprop="datePublished"], article time, main time, .published, .post-date, .entry-date, article .date, main .date';

const publishedIn = (page: Document, metas: Metas, structured: string): string => {
  const stated =
    structured ||
    firstOf(
      metas,
      'article:published_time',
      'citation_publication_date',
      'citation_date',
      'og:published_time',
      'dc.date',
      'dc.date.issued',
      'dcterms.created',
      'datepublished',
      'uploaddate',
      'date',
      'parsely-pub-date',
      'pubdate',
    ) ||
    (page
      .querySelector('time[itemprop="datePublished"], article time[datetime], time[pubdate]')
      ?.getAttribute('datetime') ??
      '');
  const day = oneLine(stated).slice(0, 40);
  if (day !== '') return /^\d{4}-\d\d\b/.test(day) ? day : dayIn(day) || day;
  const seen = [...page.querySelectorAll(SEEN_DAYS)].slice(0, 5).map((element) => element.textContent ?? '');
  return seen.map((text) => dayIn(oneLine(text).slice(0, 60))).find(Boolean) ?? '';
};

/** The site's name without what the address says anyway. */
const hostOf = (page: Document): string => page.location.hostname.replace(/^www\./, '');

const canonicalIn = (page: Document, metas: Metas): string => {
  const link = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  for (const stated of [link ?? '', firstOf(metas, 'og:url')]) {
    const address = stated === '' ? null : safeAddress(stated, page.baseURI);
    if (address?.startsWith('http') && isPlausible(address, page)) return address;
  }
  return '';
};

/** A canonical address that leads to the front page from deep within is a mistake of the site. */
const isPlausible = (address: string, page: Document): boolean =>
  new URL(address).pathname !== '/' || page.location.pathname === '/';

/** What parts the name of the site from a title. */
const SITE_AFTER = /^(?:\s+[-–—·•»|/]\s+|\s*(?:[|｜_]|::)\s*)(?:.*\s[-–—·•»|/]\s|.*[|｜_])?\s*(\S.*)$/u;

/** The title without the site's name, where the page has the title alone as its heading; and that name. */
const titleAndSite = (page: Document, stated: string): readonly [title: string, site: string] => {
  for (const element of page.querySelectorAll('h1')) {
    const heading = oneLine(element.textContent ?? '').replace(/\s*[#¶§🔗]$/u, '');
    const site = stated.startsWith(heading) ? SITE_AFTER.exec(stated.slice(heading.length))?.[1] : undefined;
    if (heading !== '' && site !== undefined) return [heading, site];
  }
  return [stated, ''];
};

/** Reads the page; nothing in it is changed. */
export const readMetadata = (page: Document): Metadata => {
  const metas = metasOf(page);
  const scripts = [...page.querySelectorAll('script[type="application/ld+json" i]')].map(
    (script) => script.textContent ?? '',
  );
  const structured = readStructuredFacts(scripts);
  const picture =
    structured?.picture || firstOf(metas, 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src');
  const stated = oneLine(
    firstOf(metas, 'citation_title', 'og:title', 'twitter:title') ||
      structured?.title ||
      firstOf(metas, 'dc.title') ||
      page.title ||
      page.querySelector('h1')?.textContent ||
      '',
  );
  const [title, titled] = titleAndSite(page, stated);
  return {
    title,
    canonicalUrl: canonicalIn(page, metas),
    site: oneLine(
      firstOf(
        metas,
        'og:site_name',
        'citation_journal_title',
        'citation_conference_title',
        'application-name',
      ) ||
        structured?.site ||
        titled ||
        titleAndSite(page, oneLine(page.title))[1] ||
        hostOf(page),
    ),
    author: authorIn(page, metas, structured?.authors ?? []),
    publishedOn: publishedIn(page, metas, structured?.publishedOn ?? ''),
    description: oneLine(
      firstOf(metas, 'og:description', 'description', 'twitter:description', 'dc.description') ||
        structured?.description ||
        '',
    ),
    language: oneLine(
      page.documentElement.lang || firstOf(metas, 'og:locale', 'content-language', 'dc.language'),
    ).replace('_', '-'),
    pictureUrl: (picture !== '' && safeAddress(picture, page.baseURI)) || '',
  };
};
