/** Docusaurus' blog: `YYYY-MM-DD-slug/index.md`, read as MDX whatever its extension (docusaurus.io, "Blog"). */
import { escapeMdx } from './escape-mdx.ts';
import type { SiteProfile } from './site-profile.ts';

export const DOCUSAURUS: SiteProfile = {
  id: 'docusaurus',
  name: 'Docusaurus',
  formats: ['yaml'],
  extensions: ['md', 'mdx'],
  paths: {
    post: '{date}-{slug}/index.{extension}',
    images: '{date}-{slug}/',
    imageAddress: './',
    link: '../{date}-{slug}/index.{extension}',
  },
  keys: [
    { key: 'title', from: 'title' },
    { key: 'date', from: 'date' },
    { key: 'last_update.date', from: 'lastmod' },
    { key: 'description', from: 'description' },
    { key: 'keywords', from: 'keywords' },
    { key: 'tags', from: 'tags' },
  ],
  dateForm: 'offset',
  lists: 'flow',
  summaryMarker: (extension) => (extension === 'mdx' ? '{/* truncate */}' : '<!-- truncate -->'),
  rawHtml: 'passes',
  required: [],
  refused: [],
  escapeBlock: escapeMdx,
};
