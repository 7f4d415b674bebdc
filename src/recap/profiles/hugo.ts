/** Hugo: a leaf bundle, `<slug>/index.md` with its images beside it (gohugo.io, "Page bundles"). */
import { escapeShortcodes } from './escape-hugo.ts';
import type { SiteProfile } from './site-profile.ts';

export const HUGO: SiteProfile = {
  id: 'hugo',
  name: 'Hugo',
  formats: ['yaml', 'toml'],
  extensions: ['md'],
  paths: { post: '{slug}/index.{extension}', images: '{slug}/', imageAddress: './', link: '../{slug}/' },
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
  summaryMarker: () => '<!--more-->',
  rawHtml: 'dropped',
  required: [],
  refused: [],
  escapeBlock: escapeShortcodes,
};
