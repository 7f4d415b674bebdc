import { describe, expect, it } from 'vitest';
import type { ConferenceEvent } from '../../src/model/event.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';

const EVENT = makeEvent();

describe('images', () => {
  const images = [
    makeImage(EVENT, { name: 'IMG_1.PNG', hash: 'one' }),
    makeImage(EVENT, { name: 'photo.png', hash: 'two', type: 'image/jpeg' }),
    makeImage(EVENT, { name: 'copy.png', hash: 'one' }),
  ];
  const [first, second, copy] = images;
  const session = makeSession(EVENT);
  const notes = [second, first, second, copy].map((image) =>
    makeNote(EVENT, session, { kind: 'image', markdown: `![Alt ${image?.hash}](image:${image?.id})` }),
  );

  it('are numbered by appearance, each picture once, with the extension of its type', () => {
    const recap = assembleRecap({ event: EVENT, sessions: [session], notes, images });
    expect(recap.images.map(({ path, imageId, alt }) => [path, imageId, alt])).toEqual([
      ['1.jpg', second?.id, 'Alt two'],
      ['2.png', first?.id, 'Alt one'],
    ]);
    expect(recap.body.match(/\.\/\d\.\w+/g)).toEqual(['./1.jpg', './2.png', './1.jpg', './2.png']);
  });

  it('are named after their text where names are wanted', () => {
    const event = { ...EVENT, recapOptions: { ...EVENT.recapOptions, imageNames: 'named' as const } };
    const named = assembleRecap({ event, sessions: [session], notes, images });
    expect(named.images.map(({ path }) => path)).toEqual(['alt-two.jpg', 'alt-one.png']);
  });

  it('that are missing are left out and reported', () => {
    const recap = assembleRecap({ event: EVENT, sessions: [session], notes, images: images.slice(0, 1) });
    expect(recap.problems.map((problem) => problem.code)).toEqual([
      'image-missing',
      'image-missing',
      'image-missing',
    ]);
    expect(recap.problems[0]?.where).toEqual({
      eventId: EVENT.id,
      sessionId: session.id,
      noteId: notes[0]?.id,
    });
    expect(recap.body).not.toContain('image:');
  });
});

describe('front matter', () => {
  const frontOf = (fields: Partial<ConferenceEvent>, nowMs?: number) => {
    const recap = assembleRecap({
      event: makeEvent(fields),
      sessions: [],
      notes: [],
      images: [],
      ...(nowMs && { nowMs }),
    });
    return {
      lines: recap.text.split('\n---')[0]?.split('\n').slice(1),
      problems: recap.problems.map(({ code }) => code),
    };
  };
  const choices = { title: null, date: null, lastmod: null, keywords: [] };

  it.each<[string, Partial<ConferenceEvent>, string[], string[]]>([
    [
      'the first day in its zone',
      { startsOn: '2024-01-02', timeZone: 'Asia/Seoul' },
      ['date: 2024-01-02T00:00:00+09:00', 'lastmod: 2024-05-10T17:00:00+09:00'],
      [],
    ],
    [
      'the day it was made',
      { startsOn: null, timeZone: 'UTC' },
      ['date: 2024-05-10T08:00:00+00:00', 'lastmod: 2024-05-10T08:00:00+00:00'],
      [],
    ],
    [
      'never lastmod before date',
      { startsOn: '2024-12-24', timeZone: 'UTC' },
      ['date: 2024-12-24T00:00:00+00:00', 'lastmod: 2024-12-24T00:00:00+00:00'],
      [],
    ],
    [
      'a midnight that the clocks skip',
      { startsOn: '2024-09-08', timeZone: 'America/Santiago' },
      ['date: 2024-09-08T01:00:00-03:00', 'lastmod: 2024-09-08T01:00:00-03:00'],
      [],
    ],
    [
      'a zone that is none',
      { startsOn: '2024-01-02', timeZone: 'Nowhere' },
      ['date: 2024-01-02T00:00:00+00:00', 'lastmod: 2024-05-10T08:00:00+00:00'],
      [],
    ],
    [
      'chosen dates',
      { timeZone: 'UTC', frontMatter: { ...choices, date: '2024-01-01', lastmod: '2024-01-02T10:00:00Z' } },
      ['date: 2024-01-01', 'lastmod: 2024-01-02T10:00:00Z'],
      [],
    ],
    [
      'a chosen date that is none',
      { timeZone: 'UTC', frontMatter: { ...choices, date: '2024-02-30' } },
      ['date: 2024-05-10T00:00:00+00:00', 'lastmod: 2024-05-10T08:00:00+00:00'],
      ['date-invalid'],
    ],
  ])('dates: %s', (_name, fields, lines, problems) => {
    const front = frontOf(fields);
    expect(front.lines?.filter((line) => /^(date|lastmod)/.test(line))).toEqual(lines);
    expect(front.problems).toEqual(problems);
  });

  it('reports dates in the future', () => {
    expect(frontOf({ startsOn: '2024-05-10' }, Date.parse('2024-05-01T00:00:00Z')).problems).toEqual([
      'date-in-future',
      'date-in-future',
    ]);
  });

  it('leaves empty keys out', () => {
    expect(frontOf({ name: ' ', tags: ['', ' '] }).lines?.map((line) => line.split(':')[0])).toEqual([
      'date',
      'lastmod',
    ]);
  });

  it('takes the chosen title, keywords, and tags once', () => {
    const { lines } = frontOf({
      tags: ['go', 'go ', 'a'],
      frontMatter: { ...choices, title: 'Mine', keywords: ['k'] },
    });
    expect(lines?.filter((line) => !/^(date|lastmod)/.test(line))).toEqual([
      'title: "Mine"',
      'keywords: ["k"]',
      'tags: ["go", "a"]',
    ]);
  });
});

describe('records', () => {
  it('that are deleted, left out, of another event or in the inbox are passed over', () => {
    const other = makeEvent();
    const deletedAt = '2024-05-10T09:00:00.000Z';
    const out = makeSession(EVENT, { title: 'out', leftOut: true });
    const gone = makeSession(EVENT, { title: 'gone', deletedAt });
    const kept = makeSession(EVENT, { title: 'kept' });
    const recap = assembleRecap({
      event: { ...EVENT, startsOn: null },
      sessions: [out, gone, kept, makeSession(other)],
      images: [],
      notes: [
        makeNote(EVENT, out, { markdown: 'out' }),
        makeNote(EVENT, gone, { markdown: 'gone' }),
        makeNote(EVENT, kept, { markdown: 'deleted', deletedAt }),
        makeNote(other, null, { markdown: 'other' }),
        makeNote(EVENT, null, { markdown: 'inbox', eventId: null }),
      ],
    });
    expect(recap.body).toBe('## Sessions\n\n### kept\n');
    expect(recap.problems).toEqual([]);
  });

  it('whose session is not there are reported', () => {
    const lost = makeNote(EVENT, makeSession(EVENT), { markdown: 'lost' });
    const { problems } = assembleRecap({ event: EVENT, sessions: [], notes: [lost], images: [] });
    expect(problems).toMatchObject([{ code: 'session-missing', where: { noteId: lost.id } }]);
  });
});

describe('outline', () => {
  it('tells the line of each heading in the body', () => {
    const session = makeSession(EVENT, { title: 'A *b*' });
    const notes = [
      makeNote(EVENT, null, { markdown: 'a\nb' }),
      makeNote(EVENT, session, { kind: 'link', url: 'https://e.org' }),
    ];
    const { body, outline } = assembleRecap({ event: EVENT, sessions: [session], notes, images: [] });
    const lines = body.split('\n');
    expect(outline.map(({ line }) => lines[line])).toEqual([
      '## Overview',
      '## Sessions',
      '### A \\*b\\*',
      '## References',
    ]);
    expect(outline.map(({ text, sessionId }) => [text, sessionId])[2]).toEqual(['A *b*', session.id]);
  });
});
