/** Obsidian: a note in a folder of its own, properties on top (help.obsidian.md, "Properties", "Tags"). */
import { keepBlock, type SiteProfile } from './site-profile.ts';

export const OBSIDIAN: SiteProfile = {
  id: 'obsidian',
  name: 'Obsidian',
  formats: ['yaml', 'none'],
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
    { key: 'modified', from: 'lastmod' },
    { key: 'description', from: 'description' },
    { key: 'tags', from: 'tags' },
  ],
  dateForm: 'local',
  lists: 'block',
  summaryMarker: null,
  rawHtml: 'passes',
  required: [],
  refused: [],
  // Letters, digits, `_`, `-` and `/`; a tag of digits alone is none.
  tagOf: (tag) => {
    const word = tag.replace(/[^\p{L}\p{M}\p{N}\p{So}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
    return /[^\d/-]/.test(word) ? word : null;
  },
  escapeBlock: keepBlock,
};
