/** Zenn: `articles/<slug>.md`, images under `/images/<slug>/` (zenn.dev, "Zenn CLI で記事・本を管理する方法"). */
import { keepBlock, type SiteProfile } from './site-profile.ts';

const SHORTEST_SLUG = 12;
const LONGEST_SLUG = 50;

/** Latin letters, digits, `_` and `-`, 12 to 50 of them; the day fills up one that is too short. */
const zennSlug = (slug: string, day: string): string => {
  const plain = slug
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST_SLUG)
    .replace(/-+$/, '');
  if (plain.length >= SHORTEST_SLUG) return plain;
  return `${plain === '' ? 'recap' : plain}-${day}`.slice(0, LONGEST_SLUG);
};

export const ZENN: SiteProfile = {
  id: 'zenn',
  name: 'Zenn',
  formats: ['yaml'],
  extensions: ['md'],
  paths: {
    post: 'articles/{slug}.{extension}',
    images: 'images/{slug}/',
    imageAddress: '/images/{slug}/',
    link: './{slug}',
  },
  keys: [
    { key: 'title', from: 'title' },
    { key: 'emoji', from: 'fixed', value: '"🎤"' },
    { key: 'type', from: 'fixed', value: 'tech' },
    { key: 'topics', from: 'tags' },
    { key: 'published', from: 'fixed', value: 'true' },
    { key: 'published_at', from: 'date' },
  ],
  dateForm: 'tokyo',
  lists: 'flow',
  summaryMarker: null,
  rawHtml: 'dropped',
  required: ['title', 'emoji', 'type', 'topics', 'published'],
  refused: ['tags'],
  limits: { title: 70, tags: 5, tag: 18, slug: /^[0-9a-z_-]{12,50}$/ },
  slugOf: zennSlug,
  // Topics are letters and digits of any script.
  tagOf: (tag) => tag.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').toLowerCase() || null,
  escapeBlock: keepBlock,
};
