/** Eleventy: any Markdown file; Liquid or Nunjucks runs in the body (11ty.dev, "Markdown"). */
import { escapeEleventy } from './escape-liquid.ts';
import type { SiteProfile } from './site-profile.ts';

export const ELEVENTY: SiteProfile = {
  id: 'eleventy',
  name: 'Eleventy',
  formats: ['yaml'],
  extensions: ['md'],
  paths: { post: '{slug}/index.{extension}', images: '{slug}/', imageAddress: './', link: '../{slug}/' },
  keys: [
    { key: 'title', from: 'title' },
    // A date alone would be midnight in UTC: a day early in the west.
    { key: 'date', from: 'date' },
    { key: 'updated', from: 'lastmod' },
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
  escapeBlock: escapeEleventy,
};
