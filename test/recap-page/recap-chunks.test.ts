import { describe, expect, it } from 'vitest';
import type { OutlineEntry, Recap, RecapImage } from '../../src/recap/recap.ts';
import { chunksOf, headOf } from '../../src/recap-page/recap-chunks.ts';

const image = (address: string): RecapImage => ({
  path: address.slice(2),
  address,
  imageId: `id of ${address}`,
  hash: '',
  type: 'image/png',
  alt: '',
});

const recap = (
  body: string,
  outline: readonly OutlineEntry[],
  images: readonly RecapImage[] = [],
): Recap => ({
  slug: 'x',
  folder: 'x',
  path: 'index.md',
  text: `---\ntitle: "x"\n---\n\n${body}`,
  facts: { title: 'x', date: '', lastmod: '', description: '', keywords: [], tags: [], slug: 'x' },
  frontMatter: new Map(),
  body,
  images,
  outline,
  noteLines: [{ noteId: 'text', from: 8, to: 9 }],
  pages: [],
  problems: [],
});

const BODY = '## Overview\n\n![a](./1.png)\n\n## Sessions\n\n### One\n\nText\n\n### Two\n\n![b](./2.png)\n';
const OUTLINE: readonly OutlineEntry[] = [
  { level: 2, text: 'Overview', sessionId: null, line: 0 },
  { level: 2, text: 'Sessions', sessionId: null, line: 4 },
  { level: 3, text: 'One', sessionId: 'one', line: 6 },
  { level: 3, text: 'Two', sessionId: 'two', line: 10 },
];

describe('chunksOf', () => {
  it('cuts at the headings and loses nothing', () => {
    const chunks = chunksOf(recap(BODY, OUTLINE));
    expect(chunks.map(({ markdown }) => markdown).join('')).toBe(BODY);
    expect(chunks.map(({ key }) => key)).toEqual(['section-Overview', 'section-Sessions', 'one', 'two']);
  });

  it('gives each piece its images', () => {
    const chunks = chunksOf(recap(BODY, OUTLINE, [image('./1.png'), image('./2.png')]));
    expect(chunks.map(({ images }) => [...images.keys()])).toEqual([['./1.png'], [], [], ['./2.png']]);
  });

  it('keeps what stands before the first heading, and sections of one name apart', () => {
    const body = 'Before\n\n## A\n\n## A\n';
    const chunks = chunksOf(
      recap(body, [
        { level: 2, text: 'A', sessionId: null, line: 2 },
        { level: 2, text: 'A', sessionId: null, line: 4 },
      ]),
    );
    expect(chunks.map(({ key, markdown }) => [key, markdown])).toEqual([
      ['start', 'Before\n\n'],
      ['section-A', '## A\n\n'],
      ['section-A-1', '## A\n'],
    ]);
  });

  it('tells each piece which of its lines come from which note', () => {
    const chunks = chunksOf(recap(BODY, OUTLINE));
    expect(chunks.map(({ noteLines }) => noteLines)).toEqual([
      [],
      [],
      [{ noteId: 'text', from: 2, to: 3 }],
      [],
    ]);
  });

  it('has no pieces of nothing', () => expect(chunksOf(recap('', []))).toEqual([]));
});

describe('headOf', () => {
  it('is what stands before the body', () => {
    const whole = recap(BODY, OUTLINE);
    expect(headOf(whole) + whole.body).toBe(whole.text);
    expect(headOf(recap('', []))).toBe('---\ntitle: "x"\n---\n\n');
  });
});
