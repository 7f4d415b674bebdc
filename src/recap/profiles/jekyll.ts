/** Jekyll: `_posts/YYYY-MM-DD-slug.md`, images under `/assets` (jekyllrb.com, "Posts"). */
import { escapeJekyll } from './escape-liquid.ts';
import type { SiteProfile } from './site-profile.ts';

export const JEKYLL: SiteProfile = {
  id: 'jekyll',
  name: 'Jekyll',
  formats: ['yaml'],
  extensions: ['md'],
  paths: {
    post: '_posts/{date}-{slug}.{extension}',
    images: 'assets/images/{slug}/',
    imageAddress: '/assets/images/{slug}/',
    link: '{% post_url {date}-{slug} %}',
  },
  keys: [
    { key: 'layout', from: 'fixed', value: 'post' },
    { key: 'title', from: 'title' },
    { key: 'date', from: 'date' },
    { key: 'last_modified_at', from: 'lastmod' },
    { key: 'description', from: 'description' },
    { key: 'keywords', from: 'keywords' },
    { key: 'tags', from: 'tags' },
  ],
  dateForm: 'spaced',
  lists: 'flow',
  summaryMarker: () => '<!--more-->',
  rawHtml: 'passes',
  required: [],
  refused: [],
  escapeBlock: escapeJekyll,
};
