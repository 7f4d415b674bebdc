/** Zola: `<slug>/index.md`, TOML, taxonomies in a table of their own (getzola.org, "Page"). */
import { escapeZola } from './escape-zola.ts';
import type { SiteProfile } from './site-profile.ts';

export const ZOLA: SiteProfile = {
  id: 'zola',
  name: 'Zola',
  formats: ['toml', 'yaml'],
  extensions: ['md'],
  paths: { post: '{slug}/index.{extension}', images: '{slug}/', imageAddress: './', link: '../{slug}/' },
  keys: [
    { key: 'title', from: 'title' },
    { key: 'description', from: 'description' },
    { key: 'date', from: 'date' },
    { key: 'updated', from: 'lastmod' },
    { key: 'taxonomies.tags', from: 'tags' },
    { key: 'extra.keywords', from: 'keywords' },
  ],
  dateForm: 'offset',
  lists: 'flow',
  summaryMarker: () => '<!-- more -->',
  rawHtml: 'passes',
  required: [],
  // An unknown key is an error, and so is an empty slug.
  refused: ['tags', 'categories', 'keywords', 'lastmod'],
  // A term without a letter or a digit has an empty slug, which stops the build.
  tagOf: (tag) => (/[\p{L}\p{N}]/u.test(tag) ? tag : null),
  escapeBlock: escapeZola,
};
