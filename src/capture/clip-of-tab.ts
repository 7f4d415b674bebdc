/** What is known of a page that may not be read: its title and address. */
import { safeAddress } from '../model/address.ts';
import { linkKindOf } from './link-kind.ts';
import type { PageClip } from './page-clip.ts';

/** @param tab title and address as the browser tells them */
export const clipOfTab = (tab: { readonly title: string; readonly url: string }): PageClip => ({
  title: tab.title,
  url: tab.url,
  canonicalUrl: safeAddress(tab.url) ?? tab.url,
  site: '',
  author: '',
  publishedOn: '',
  description: '',
  language: '',
  pictureUrl: '',
  linkKind: linkKindOf(tab.url),
  mediaSeconds: null,
  selection: null,
  notices: ['pageNotReadable'],
});
