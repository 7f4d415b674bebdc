/** Plain Markdown: the title as a heading, no front matter, images beside the file. */
import { keepBlock, type SiteProfile } from './site-profile.ts';

export const PLAIN: SiteProfile = {
  id: 'plain',
  name: 'Markdown',
  formats: ['none', 'yaml', 'toml'],
  extensions: ['md'],
  paths: {
    post: '{slug}/{slug}.{extension}',
    images: '{slug}/',
    imageAddress: './',
    link: '../{slug}/{slug}.md',
  },
  keys: [
    { key: 'title', from: 'title' },
    { key: 'date', from: 'date' },
    { key: 'lastmod', from: 'lastmod' },
    { key: 'description', from: 'description' },
    { key: 'keywords', from: 'keywords' },
    { key: 'tags', from: 'tags' },
  ],
  dateForm: 'offset',
  lists: 'flow',
  summaryMarker: null,
  rawHtml: 'passes',
  required: [],
  refused: [],
  escapeBlock: keepBlock,
};
