import { describe, expect, it } from 'vitest';
import { readStructuredFacts } from '../../src/capture/json-ld.ts';

describe('readStructuredFacts', () => {
  it('reads the article among other things', () => {
    const script = JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Site' },
        {
          '@type': ['BlogPosting'],
          headline: ' Title ',
          author: [{ '@type': 'Person', name: 'A. One' }, 'B. Two', { url: 'https://e.org/c' }],
          datePublished: '2026-03-01',
          image: [{ url: '/p.png' }],
          publisher: { name: 'Pub' },
        },
      ],
    });
    expect(readStructuredFacts(['not json', script])).toEqual({
      title: 'Title',
      authors: ['A. One', 'B. Two'],
      publishedOn: '2026-03-01',
      description: '',
      site: 'Pub',
      picture: '/p.png',
    });
  });
  it.each([
    [''],
    ['null'],
    ['[]'],
    ['{"@type":"WebSite"}'],
    ['{"__proto__":{"@type":"Article"}}'],
    ['"x"'],
    [`${'['.repeat(5000)}`],
  ])('finds nothing in %s', (script) => {
    expect(readStructuredFacts([script.slice(0, 6000)])).toBeNull();
  });
});
