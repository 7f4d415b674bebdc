/** Astro: a content collection's entry, `<slug>/index.md`; the keys are those of the starter's schema. */
import { keepBlock, type SiteProfile } from './site-profile.ts';

export const ASTRO: SiteProfile = {
  id: 'astro',
  name: 'Astro',
  formats: ['yaml', 'toml'],
  extensions: ['md'],
  paths: { post: '{slug}/index.{extension}', images: '{slug}/', imageAddress: './', link: '../{slug}/' },
  keys: [
    { key: 'title', from: 'title' },
    { key: 'description', from: 'description' },
    { key: 'pubDate', from: 'date' },
    { key: 'updatedDate', from: 'lastmod' },
    { key: 'tags', from: 'tags' },
  ],
  dateForm: 'offset',
  lists: 'flow',
  summaryMarker: null,
  rawHtml: 'passes',
  required: ['title', 'description', 'pubDate'],
  refused: [],
  escapeBlock: keepBlock,
};
