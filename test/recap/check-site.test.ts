import { describe, expect, it } from 'vitest';
import type { ConferenceEvent, RecapOptions } from '../../src/model/event.ts';
import type { SiteSettings } from '../../src/model/site-settings.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { checkRecap } from '../../src/recap/checks/check-recap.ts';
import { pathsOfOthers } from '../../src/recap/checks/check-site.ts';
import type { RecapInput } from '../../src/recap/recap.ts';
import { makeEvent, makeImage, makeNote, makeSession, type NoteFields } from '../support/records.ts';

const eventFor = (
  siteProfile: string,
  settings: SiteSettings = {},
  fields: Partial<ConferenceEvent> = {},
): ConferenceEvent => {
  const base = makeEvent({ description: 'd', ...fields });
  const recapOptions: RecapOptions = {
    ...base.recapOptions,
    siteProfile,
    sites: { [siteProfile]: settings },
  };
  return { ...base, recapOptions };
};

const check = (
  event: ConferenceEvent,
  notes: readonly NoteFields[] = [{ markdown: 'x' }],
  more: Partial<RecapInput> = {},
) => {
  const session = makeSession(event, { speakers: [{ name: 'A', affiliation: '', role: '', url: '' }] });
  const records = notes.map((fields) => makeNote(event, session, fields));
  const input = { event, sessions: [session], notes: records, images: [], ...more };
  return checkRecap(input, assembleRecap(input)).map(({ severity: _, where, ...rest }) => ({
    ...rest,
    note: records.findIndex(({ id }) => id === where.noteId),
  }));
};

describe('what a site will not take', () => {
  it('Zenn’s limits: title, topics, slug', () => {
    const event = eventFor(
      'zenn',
      {},
      {
        name: 'あ'.repeat(71),
        slug: 'Kurz',
        tags: ['a', 'b', 'c', 'd', 'e', 'averyverylongtopicname'],
      },
    );
    expect(check(event)).toEqual([
      { code: 'title-too-long', limit: 70, note: -1 },
      { code: 'tags-too-many', limit: 5, note: -1 },
      { code: 'slug-unfit', slug: 'Kurz', note: -1 },
      { code: 'tag-too-long', tag: 'averyverylongtopicname', limit: 18, note: -1 },
    ]);
  });

  it('a derived slug and cleaned topics fit Zenn', () => {
    expect(check(eventFor('zenn', {}, { name: '夜の勉強会', tags: ['Type Script', 'c++'] }))).toEqual([]);
  });

  it('keys that are refused, twice, without a name, or missing', () => {
    const keys = [
      { key: 'title', from: 'title' },
      { key: 'tags', from: 'tags' },
      { key: 'title', from: 'slug' },
      { key: ' ', from: 'fixed', value: 'x' },
    ] as const;
    const event = eventFor('zenn', { keys }, { tags: ['go'], slug: 'a-slug-that-fits' });
    expect(check(event).map(({ note: _, ...rest }) => rest)).toEqual([
      { code: 'key-missing', key: 'emoji' },
      { code: 'key-missing', key: 'type' },
      { code: 'key-missing', key: 'topics' },
      { code: 'key-missing', key: 'published' },
      { code: 'key-refused', key: 'tags' },
      { code: 'key-twice', key: 'title' },
      { code: 'key-empty' },
    ]);
  });

  it('a required key without a value', () => {
    const codes = check(eventFor('astro', {}, { description: '' })).map(({ code }) => code);
    expect(codes).toEqual(['description-missing', 'key-missing']);
  });

  it('a date without an offset, unless the site writes days alone', () => {
    const frontMatter = { title: null, date: '2024-05-10', lastmod: null, keywords: [] };
    expect(check(eventFor('hugo', {}, { frontMatter }))).toEqual([
      { code: 'date-without-offset', key: 'date', value: '2024-05-10', note: -1 },
    ]);
    expect(check(eventFor('hugo', { dateForm: 'day' }, { frontMatter }))).toEqual([]);
  });

  it('a file that another post of the same site has', () => {
    const one = eventFor('hugo', {}, { name: 'Demo' });
    const same = eventFor('hugo', {}, { name: 'demo' });
    const elsewhere = eventFor('jekyll', {}, { name: 'Demo' });
    expect(pathsOfOthers(one, [one, elsewhere])).toEqual(new Set());
    const taken = pathsOfOthers(one, [one, same]);
    const input = { event: one, sessions: [], notes: [makeNote(one, null, { markdown: 'x' })], images: [] };
    expect(checkRecap(input, assembleRecap(input), taken)).toMatchObject([
      { code: 'path-taken', path: 'demo/index.md', severity: 'error' },
    ]);
  });
});

describe('what in the notes will not come out', () => {
  it.each([
    ['hugo', 'a <b>bold</b> word', ['html-dropped']],
    ['hugo', 'in `<b>` code, <!-- a remark -->, https://e.org/<x> and 1 < 2', ['html-dropped']],
    ['astro', 'a <b>bold</b> word', []],
    ['astro', 'a Vec<T> of it', ['html-dropped']],
    ['jekyll', '`Vec<T>`', []],
  ])('%s: %s', (site, markdown, codes) => {
    expect(check(eventFor(site), [{ markdown }]).map(({ code }) => code)).toEqual(codes);
  });

  it('headings that skip a level, over notes of one session', () => {
    const notes = [
      { markdown: '# One' },
      { markdown: 'text' },
      { markdown: '### Three\n\n#### Four' },
      { markdown: '# Five' },
    ];
    expect(check(eventFor('hugo'), notes)).toEqual([{ code: 'heading-jump', heading: '### Three', note: 2 }]);
  });

  it('the same link twice, whatever its fragment of tracking', () => {
    const link = { kind: 'link', url: 'https://example.org/a', title: 'A' } as const;
    expect(check(eventFor('hugo'), [link, link])).toEqual([
      { code: 'link-twice', address: 'https://example.org/a', note: 1 },
    ]);
  });

  it('images too large in bytes or pixels, never moving ones', () => {
    const event = eventFor('hugo');
    const images = [
      makeImage(event, { width: 4000 }),
      makeImage(event, { bytes: 3_000_000 }),
      makeImage(event, { bytes: 3_000_000, type: 'image/gif' }),
      makeImage(event),
    ];
    const notes = images.map(({ id }) => ({ kind: 'image', markdown: `![a](image:${id})` }) as const);
    expect(check(event, notes, { images })).toEqual([
      { code: 'image-too-large', imageId: images[0]?.id, bytes: 70, note: 0 },
      { code: 'image-too-large', imageId: images[1]?.id, bytes: 3_000_000, note: 1 },
    ]);
  });

  it('an image too large in the answer to a question', () => {
    const event = eventFor('hugo');
    const image = makeImage(event, { width: 4000 });
    const question = { kind: 'question', markdown: 'How wide?', answer: `![a](image:${image.id})` } as const;
    expect(check(event, [question], { images: [image] })).toEqual([
      { code: 'image-too-large', imageId: image.id, bytes: 70, note: 0 },
    ]);
  });
});
