/** Reads what a page says of itself and what is selected in it. */
import { safeAddress } from '../model/address.ts';
import { cleanAddress } from './clean-address.ts';
import { linkKindOf } from './link-kind.ts';
import type { PageClip } from './page-clip.ts';
import { readMediaSeconds } from './read-media.ts';
import { readMetadata } from './read-metadata.ts';
import { readSelection } from './read-selection.ts';
import { readSite } from './read-site.ts';

/** The canonical address keeps the place in the page that is open: a line, a second, a section. */
const withPlace = (canonical: string, open: string): string => {
  const [page, address] = [new URL(open), new URL(canonical)];
  if (address.hash === '' && address.pathname === page.pathname) address.hash = page.hash;
  return address.href;
};

/** The page as it stands now; nothing in it is changed. */
export const readPage = (page: Document): PageClip => {
  const url = cleanAddress(page.location.href);
  const metadata = readMetadata(page);
  const site = readSite(page);
  const canonicalUrl =
    metadata.canonicalUrl === '' ? url : withPlace(cleanAddress(metadata.canonicalUrl), url);
  return {
    title: site.title || metadata.title || safeAddress(url) || url,
    url,
    canonicalUrl,
    site: metadata.site,
    author: site.author || metadata.author,
    publishedOn: metadata.publishedOn,
    description: metadata.description,
    language: metadata.language,
    pictureUrl: metadata.pictureUrl,
    linkKind: linkKindOf(canonicalUrl),
    mediaSeconds: readMediaSeconds(page),
    ...readSelection(page),
  };
};
