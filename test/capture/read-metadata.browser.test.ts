/** What pages state of themselves, in the order of trust. */
import { afterEach, expect, it } from 'vitest';
import { readMetadata } from '../../src/capture/read-metadata.ts';

const titleBefore = document.title;
afterEach(() => {
  for (const element of document.head.querySelectorAll('[data-test]')) element.remove();
  document.body.replaceChildren();
  document.title = titleBefore;
});

const state = (name: string, attributes: Record<string, string>, text = ''): void => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries({ ...attributes, 'data-test': '' }))
    element.setAttribute(key, value);
  element.textContent = text;
  document.head.append(element);
};

it('prefers what is stated more exactly', () => {
  document.title = 'Post | Site';
  state('meta', { property: 'og:title', content: 'Post' });
  state('meta', { property: 'og:site_name', content: 'Site' });
  state('meta', { property: 'og:image', content: '/p.png' });
  state('meta', { name: 'author', content: 'meta author' });
  state('meta', { name: 'DC.date', content: '2025-01-01' });
  state('link', { rel: 'canonical', href: '/post' });
  state(
    'script',
    { type: 'application/ld+json' },
    '{"@type":"Article","author":{"name":"LD Author"},"datePublished":"2026-02-03"}',
  );
  expect(readMetadata(document)).toMatchObject({
    title: 'Post',
    site: 'Site',
    author: 'LD Author',
    publishedOn: '2026-02-03',
    canonicalUrl: new URL('/post', document.baseURI).href,
    pictureUrl: new URL('/p.png', document.baseURI).href,
  });
});

it('reads papers', () => {
  state('meta', { name: 'citation_title', content: 'Paper' });
  state('meta', { name: 'citation_author', content: 'One, A.' });
  state('meta', { name: 'citation_author', content: 'Two, B.' });
  state('meta', { name: 'citation_publication_date', content: '2024/05' });
  expect(readMetadata(document)).toMatchObject({
    title: 'Paper',
    author: 'One, A., Two, B.',
    publishedOn: '2024/05',
  });
});

it('takes no address that leads elsewhere by mistake or by malice', () => {
  state('link', { rel: 'canonical', href: 'javascript:alert(1)' });
  state('meta', { property: 'og:image', content: 'data:image/png;base64,AA' });
  state('meta', { property: 'article:author', content: 'https://facebook.com/someone' });
  expect(readMetadata(document)).toMatchObject({ canonicalUrl: '', pictureUrl: '', author: '' });
});

it('falls back on what is seen', () => {
  document.title = '';
  document.body.innerHTML =
    '<h1>Seen <em>title</em></h1><article><time datetime="2026-01-02T03:04:05Z">x</time></article>';
  expect(readMetadata(document)).toMatchObject({ title: 'Seen title', publishedOn: '2026-01-02T03:04:05Z' });
});

it.each([
  ['Otters — Guide', 'Otters', 'Guide'],
  ['Otters - Rivers | Guide', 'Otters', 'Guide'],
  ['Otters_动物_百科', 'Otters', '百科'],
  ['Otters-at-play', 'Otters-at-play', ''],
  ['Guide | Otters', 'Guide | Otters', ''],
  ['Otters: a guide', 'Otters: a guide', ''],
])('tells the title %s from the name of the site', (stated, title, site) => {
  document.title = stated;
  document.body.innerHTML = '<h1>Otters<a href="#o">¶</a></h1>';
  expect(readMetadata(document)).toMatchObject({ title, site: site || location.hostname });
});

it.each([
  ['<article><time>April 8, 2026</time></article>', '2026-04-08'],
  ['<main><p class="date">3rd of Oct 2025</p></main>', '2025-10-03'],
  ['<p class="post-date">2025년 10월 3일 09:00</p>', '2025-10-03'],
  ['<article><time>yesterday</time><time>2025. 1. 2.</time></article>', '2025-01-02'],
  ['<p>Written on May 1, 2020</p>', ''],
])('reads the day that %s shows', (html, day) => {
  document.body.innerHTML = html;
  expect(readMetadata(document).publishedOn).toBe(day);
});

it.each([
  ['Oct 20, 2025', '2025-10-20'],
  ['Fri, 03 Oct 2025 10:00:00 GMT', '2025-10-03'],
  ['2025/10/3', '2025-10-03'],
  ['2025年10月3日', '2025-10-03'],
  ['2025-10-03T10:00', '2025-10-03T10:00'],
  ['Smarch 13, 2025', 'Smarch 13, 2025'],
])('reads the day that is stated as %s', (stated, day) => {
  state('meta', { name: 'date', content: stated });
  expect(readMetadata(document).publishedOn).toBe(day);
});
