import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/model/note.ts';
import type { Session } from '../../src/model/session.ts';
import { calendarOf } from '../../src/schedule/calendar-out.ts';
import { diaryOf } from '../../src/schedule/diary.ts';
import { readText } from './fixture.ts';

const session = (id: string, more: Partial<Session> = {}): Session => ({
  id,
  createdAt: '2026-05-01T00:00:00.000Z',
  updatedAt: '2026-05-02T10:11:12.345Z',
  revision: 3,
  deletedAt: null,
  eventId: 'e',
  kind: 'talk',
  title: `Talk ${id}`,
  speakers: [],
  room: '',
  track: '',
  startsAt: null,
  endsAt: null,
  abstract: '',
  links: { page: null, slides: null, recording: null },
  scheduleKey: null,
  order: id,
  leftOut: false,
  ...more,
});

const note = (id: string, sessionId: string | null, capturedAt: string, more: Partial<Note> = {}): Note =>
  ({
    id,
    createdAt: capturedAt,
    updatedAt: capturedAt,
    revision: 1,
    deletedAt: null,
    eventId: 'e',
    sessionId,
    kind: 'text',
    markdown: id,
    source: null,
    order: id,
    capturedAt,
    ...more,
  }) as Note;

describe('the calendar', () => {
  const event = { name: 'Teacup; Conf, 2026', timeZone: 'Europe/Lisbon' };
  const full = session('b', {
    title: '찻잔, 접시; 그리고 \\ 주전자에 관한 아주 긴 제목입니다 — 줄이 일흔다섯 옥텟을 넘습니다',
    startsAt: '2026-10-24T08:30:00.000Z',
    endsAt: '2026-10-24T09:15:00.000Z',
    room: 'Aula, 1',
    track: 'Main',
    speakers: [{ name: 'Inês Duarte', affiliation: 'Teapot', role: '', url: '' }],
    abstract: 'One.\n\nTwo.',
    links: {
      page: { url: 'https://t.example/b' },
      slides: { url: 'https://t.example/s' },
      recording: 'pending',
    },
  });
  const text = calendarOf(event, [
    full,
    session('x'),
    session('a', { startsAt: '2026-10-24T08:00:00.000Z' }),
  ]);

  it('is what our own reader reads, in order, without what has no time', () => {
    const programme = readText(text);
    expect(programme).toMatchObject({ title: event.name, timeZone: 'Europe/Lisbon' });
    expect(
      programme.sessions.map(({ title, startsAt, endsAt, room }) => ({ title, startsAt, endsAt, room })),
    ).toEqual([
      { title: 'Talk a', startsAt: '2026-10-24T08:00:00.000Z', endsAt: null, room: '' },
      { title: full.title, startsAt: full.startsAt, endsAt: full.endsAt, room: 'Aula, 1' },
    ]);
    expect(programme.sessions[1]?.keys).toContain('uid:b@lanyard');
    expect(programme.sessions[1]?.links.page).toBe('https://t.example/b');
  });

  it('is folded at 75 octets with CRLF, and parses strictly', () => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(() => ICAL.parse(text)).not.toThrow();
    expect(text).toContain('DTSTAMP:20260502T101112Z');
  });

  it('is the same for the same records', () => {
    expect(calendarOf(event, [full])).toBe(calendarOf(event, [full]));
  });
});

describe('the diary', () => {
  const a = session('a', { startsAt: '2026-10-24T08:00:00.000Z', endsAt: '2026-10-24T08:30:00.000Z' });
  const b = session('b', { startsAt: '2026-10-24T22:50:00.000Z' });
  const c = session('c', { startsAt: '2026-10-25T09:00:00.000Z' });
  const notes = [
    note('n2', 'a', '2026-10-24T08:20:00.000Z'),
    note('n1', 'a', '2026-10-24T08:10:00.000Z'),
    note('n3', 'a', '2026-10-30T10:00:00.000Z'),
    note('n4', null, '2026-10-24T12:00:00.000Z'),
    note('n5', 'b', '2026-10-24T23:10:00.000Z'),
    note('n6', 'c', '2026-10-25T09:10:00.000Z', { deletedAt: '2026-10-25T10:00:00.000Z' }),
  ];
  const linesOf = (attended?: ReadonlySet<string>): readonly string[] =>
    diaryOf([c, b, a], notes, 'Europe/Lisbon', attended).flatMap(({ date, entries }) =>
      entries.map(
        ({ session: of, from, until, notes: taken }) =>
          `${date} ${from}-${until} ${of?.title ?? '-'}: ${taken.map((each) => `${each.clock} ${each.note.id}`).join(', ')}`,
      ),
    );

  it('lists what was heard, with the time of each note', () => {
    expect(linesOf()).toEqual([
      '2026-10-24 09:00-09:30 Talk a: 09:10 n1, 09:20 n2, 10:00 n3',
      '2026-10-24 13:00- -: 13:00 n4',
      '2026-10-24 23:50- Talk b: 00:10 n5',
    ]);
  });

  it('lists what was attended without a note', () => {
    expect(linesOf(new Set(['c'])).at(-1)).toBe('2026-10-25 09:00- Talk c: ');
  });
});
