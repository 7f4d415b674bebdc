/** Reads what a page says of itself and what is selected in it. */
import { safeAddress } from '../model/address.ts';
import type { PageClip } from './page-clip.ts';
import { readSelection } from './read-selection.ts';

const meta = (page: Document, ...names: string[]): string => {
  for (const name of names) {
    const found = page.querySelector(
      `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`,
    );
    const content = found?.getAttribute('content')?.trim();
    if (content) return content;
  }
  return '';
};

/** The page as it stands now; nothing in it is changed. */
export const readPage = (page: Document): PageClip => {
  const url = page.location.href;
  const canonical = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
  return {
    title: meta(page, 'og:title', 'twitter:title') || page.title.trim(),
    url,
    canonicalUrl: (canonical && safeAddress(canonical, page.baseURI)) || url,
    site: meta(page, 'og:site_name', 'application-name') || page.location.hostname.replace(/^www\./, ''),
    author: meta(page, 'author', 'article:author', 'citation_author', 'dc.creator'),
    publishedOn: meta(
      page,
      'article:published_time',
      'citation_publication_date',
      'dc.date',
      'datePublished',
    ),
    description: meta(page, 'og:description', 'description', 'twitter:description'),
    language: page.documentElement.lang,
    pictureUrl: safeAddress(meta(page, 'og:image', 'twitter:image') || ':', page.baseURI) ?? '',
    linkKind: 'article',
    mediaSeconds: null,
    selection: readSelection(page),
    notices: [],
  };
};
