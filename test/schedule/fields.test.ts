import { describe, expect, it } from 'vitest';
import { dateOrderOf, parseLooseDate } from '../../src/schedule/loose-dates.ts';
import { looseFieldsOf } from '../../src/schedule/loose-fields.ts';
import { programmeTextOf } from '../../src/schedule/programme-bytes.ts';
import { joinTexts } from '../../src/schedule/programme-text.ts';
import {
  isBreakByWords,
  isCancelledByTitle,
  kindOf,
  withoutCancelled,
} from '../../src/schedule/session-words.ts';
import { speakersInTitle, splitSpeakers } from '../../src/schedule/speaker-names.ts';
import { parseClock, parseDurationMinutes, parseWhen } from '../../src/schedule/when.ts';
import { createZoneClock } from '../../src/schedule/zone-clock.ts';
import { zoneOfTzid, zonesSuggestedBy } from '../../src/schedule/zone-names.ts';

describe('durations', () => {
  it.each([
    ['00:45', 45],
    ['1:30', 90],
    ['01:30', 90],
    ['00:05:00', 5],
    ['1:02:00:00', 1560],
    ['PT1H30M', 90],
    ['P1D', 1440],
    ['45', 45],
    ['45 min', 45],
    ['1h30', 90],
    ['1.5 hours', 90],
    ['2 Stunden', 120],
    ['90분', 90],
    ['', null],
    ['soon', null],
    ['P', null],
  ])('%j is %j minutes', (text, minutes) => expect(parseDurationMinutes(text)).toBe(minutes));
});

describe('clocks', () => {
  it.each([
    ['9:05', '09:05:00'],
    ['09:05:30', '09:05:30'],
    ['9.05', '09:05:00'],
    ['9h05', '09:05:00'],
    ['14h', '14:00:00'],
    ['9:05 PM', '21:05:00'],
    ['12:00 am', '00:00:00'],
    ['12:30 p.m.', '12:30:00'],
    ['9 pm', '21:00:00'],
    ['14:00 Uhr', '14:00:00'],
    ['14時30分', '14:30:00'],
    ['24:00', null],
    ['13:00 pm', null],
    ['930', null],
    ['7', null],
    ['', null],
  ])('%j is %j', (text, clock) => expect(parseClock(text)).toBe(clock));
});

describe('dates and times', () => {
  it.each([
    ['2026-05-10', { kind: 'day', date: '2026-05-10' }],
    ['2026-05-10T09:00:00', { kind: 'local', date: '2026-05-10', time: '09:00:00', zone: null }],
    ['2026-05-10 09:00', { kind: 'local', date: '2026-05-10', time: '09:00:00', zone: null }],
    [
      '2026-05-10T09:00:00.044668+02:00',
      { kind: 'instant', ms: Date.UTC(2026, 4, 10, 7), offsetMinutes: 120, zone: '+02:00', isUtc: false },
    ],
    [
      '2026-05-10T09:00-0330',
      {
        kind: 'instant',
        ms: Date.UTC(2026, 4, 10, 12, 30),
        offsetMinutes: -210,
        zone: '-03:30',
        isUtc: false,
      },
    ],
    [
      '2026-05-10T09:00:00Z',
      { kind: 'instant', ms: Date.UTC(2026, 4, 10, 9), offsetMinutes: 0, zone: '+00:00', isUtc: true },
    ],
    ['2026-02-30', null],
    ['2026-05-10T25:00', null],
    ['10.5.2026', null],
  ])('%j', (text, when) => expect(parseWhen(text)).toEqual(when));

  it.each([
    ['19.4.2026', 'day-first', '2026-04-19'],
    ['4/19/2026', 'month-first', '2026-04-19'],
    ['4/3/2026', 'day-first', '2026-03-04'],
    ['4/3/26', 'month-first', '2026-04-03'],
    ['2026/4/19', 'day-first', '2026-04-19'],
    ['2026년 4월 19일', 'day-first', '2026-04-19'],
    ['Sunday, April 19, 2026', 'day-first', '2026-04-19'],
    ['19 Apr 2026', 'month-first', '2026-04-19'],
    ['31.2.2026', 'day-first', null],
    ['TBA', 'day-first', null],
  ] as const)('%j read %s', (text, order, date) => expect(parseLooseDate(text, order)).toBe(date));

  it('learns the order from the dates that tell it', () => {
    expect(dateOrderOf(['1/2/2026', '13/2/2026'])).toEqual({ order: 'day-first', certain: true });
    expect(dateOrderOf(['1/2/2026', '1/13/2026'])).toEqual({ order: 'month-first', certain: true });
    expect(dateOrderOf(['1/2/2026'])).toEqual({ order: 'month-first', certain: false });
    expect(dateOrderOf(['1.2.2026'])).toEqual({ order: 'day-first', certain: true });
    expect(dateOrderOf([''])).toMatchObject({ certain: true });
  });
});

describe('zones', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Tzfile/Europe/Berlin', 'Europe/Berlin'],
    ['"America/New_York"', 'America/New_York'],
    ['Nowhere', null],
    ['', null],
  ])('TZID %j', (tzid, zone) => expect(zoneOfTzid(tzid)).toBe(zone));

  it('takes the venue before the series, the country, the title, the address', () => {
    const none = { title: '', venue: '', country: '', addresses: [] };
    expect(zonesSuggestedBy({ ...none, venue: 'COEX, Seoul' })).toEqual(['Asia/Seoul']);
    expect(zonesSuggestedBy({ ...none, venue: 'Linz, Austria' })).toEqual(['Europe/Vienna']);
    expect(zonesSuggestedBy({ ...none, title: 'FOSDEM 2027' })).toEqual(['Europe/Brussels']);
    expect(zonesSuggestedBy({ ...none, country: 'JP', title: 'PyCon Paris' })).toEqual([
      'Asia/Tokyo',
      'Europe/Paris',
    ]);
    expect(
      zonesSuggestedBy({ ...none, title: 'Phoenix Conf', addresses: ['https://x.example.fr/a'] }),
    ).toEqual(['Europe/Paris']);
  });

  it('keeps the wall clock right over a change of the clocks', () => {
    const clock = createZoneClock('Europe/Berlin');
    const before = Date.UTC(2026, 9, 25, 0, 59);
    expect(clock.wallAt(before)).toEqual({ date: '2026-10-25', clock: '02:59' });
    expect(clock.wallAt(before + 60_000)).toEqual({ date: '2026-10-25', clock: '02:00' });
    expect(clock.msOf({ kind: 'local', date: '2026-10-25', time: '02:30:00', zone: null })).toBe(
      Date.UTC(2026, 9, 25, 0, 30),
    );
  });
});

describe('words', () => {
  it.each([
    ['Keynote', 'Opening', 'keynote'],
    ['', 'Keynote: tea', 'keynote'],
    ['', 'How to write a keynote', 'talk'],
    ['Lightning Talk', 'x', 'lightning-talk'],
    ['lightningtalk', 'x', 'lightning-talk'],
    ['Workshop (2h)', 'x', 'workshop'],
    ['Tutorial', 'x', 'workshop'],
    ['Panel', 'x', 'panel'],
    ['Office hours', 'x', 'office-hours'],
    ['devroom', 'x', 'talk'],
    ['키노트 기조연설', 'x', 'keynote'],
  ])('type %j, title %j: %s', (type, title, kind) => expect(kindOf(type, title)).toBe(kind));

  it.each([
    'Lunch',
    'Lunch break',
    'Coffee Break',
    'Morning coffee',
    'Afternoon break',
    'Registration & Coffee',
    'Registration opens',
    'Kaffeepause',
    'Mittagspause',
    'Pause café',
    'Buffet',
    'Main Conference: morning tea',
    '점심 시간',
    '휴식',
    '休憩',
  ])('%j is a break', (title) => expect(isBreakByWords(title, '')).toBe(true));

  it.each([
    'Breaking changes',
    'Tea: a history',
    'Lunch with Go',
    'Coffee as code',
    'Registration of domains',
    'Breakfast of champions',
  ])('%j is none', (title) => expect(isBreakByWords(title, '')).toBe(false));

  it('sees a long title of break words without trying all their splits', () => {
    // Exponential backtracking would not end within the life of the test.
    expect(isBreakByWords(`${'coffee and tea '.repeat(400)}x`, '')).toBe(false);
  });

  it.each([
    ['CANCELED Kettles', 'Kettles'],
    ['[Cancelled] Kettles', 'Kettles'],
    ['Abgesagt: Kessel', 'Kessel'],
    ['【中止】お茶', '【中止】お茶'],
  ])('%j', (title, rest) => expect(withoutCancelled(title)).toBe(rest));

  it('does not take a word that only begins so', () => {
    expect(isCancelledByTitle('Cancellation tokens in .NET')).toBe(false);
    expect(isCancelledByTitle('Cancel culture')).toBe(false);
  });
});

describe('names', () => {
  it.each([
    ['Ada Lovelace, Alan Turing and Grace Hopper', ['Ada Lovelace', 'Alan Turing', 'Grace Hopper']],
    ['Anna Klein & Otto Band', ['Anna Klein', 'Otto Band']],
    ['Ferdinand und Sandra', ['Ferdinand', 'Sandra']],
    ['김철수, 이영희', ['김철수', '이영희']],
    ['山田太郎、佐藤花子', ['山田太郎', '佐藤花子']],
    ['  ', []],
  ])('%j', (text, names) => expect(splitSpeakers(text).map(({ name }) => name)).toEqual(names));

  it('keeps what stands in brackets with its name', () => {
    expect(splitSpeakers('Ada Lovelace (ENIAC, Inc), Bob')).toMatchObject([
      { name: 'Ada Lovelace', affiliation: 'ENIAC, Inc' },
      { name: 'Bob', affiliation: '' },
    ]);
  });

  it.each([
    ['Pots - a history', null],
    ['Pots - Ada Lovelace', 'Pots'],
    ['Pots (Ada Lovelace)', 'Pots'],
    ['Pots (beginner level)', null],
    ['차 - 김철수', '차'],
  ])('%j', (title, rest) => expect(speakersInTitle(title)?.title ?? null).toBe(rest));
});

describe('texts', () => {
  it.each([
    ['A.', '', 'markdown', 'A.', false],
    ['A.', 'A. B.', 'markdown', 'A. B.', true],
    ['A. B.', 'B.', 'markdown', 'A. B.', true],
    ['A.', 'B.', 'markdown', 'A.\n\nB.', false],
    ['<p>A</p>', '<p>A</p>', 'html', '<p>A</p>', true],
    ['A < B', '<p>C</p>', 'html', '<p>A &lt; B</p>\n<p>C</p>', false],
    ['Use List<String> & co', '', 'markdown', 'Use List<String> & co', false],
  ])('%j + %j', (abstract, description, format, text, repeated) => {
    expect(joinTexts(abstract, description)).toEqual({ text: { format, text }, repeated });
  });

  it('takes the likelier of two columns for one field', () => {
    expect(
      Object.fromEntries(looseFieldsOf(['Location', 'Room Name', 'Session Title', 'Name', 'foo'])),
    ).toEqual({
      room: 'Room Name',
      title: 'Session Title',
    });
  });
});

describe('bytes', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('reads UTF-8, and UTF-16 by its mark', () => {
    expect(programmeTextOf(bytes('Größe'))).toBe('Größe');
    expect(programmeTextOf(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0xe4, 0))).toBe('Aä');
  });

  it('reads what the XML declaration says, and Windows-1252 where UTF-8 cannot be', () => {
    const latin = Uint8Array.from(
      [...'<?xml version="1.0" encoding="ISO-8859-1"?><a>', '\u00e4', ...'</a>'].map((c) => c.charCodeAt(0)),
    );
    expect(programmeTextOf(latin)).toContain('<a>ä</a>');
    expect(programmeTextOf(Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65))).toBe('Größe');
  });

  // Bytes made with iconv from the text beside them.
  it.each([
    [
      'EUC-KR',
      'c1a6b8f12cbdc3c0dbbdc3b0a30ab9dfc7a5c0dac0c720c0ccbedfb1e2',
      '제목,시작시간\n발표자의 이야기',
    ],
    ['Shift_JIS', '835e83438367838b2c8a4a8e6e0a82a88f88979d82cc98620a', 'タイトル,開始\nお処理の話\n'],
    ['Windows-1251', 'c4eeeaebe0e42ccde0f7e0ebee0acef2eaf0fbf2e8e520e4edff', 'Доклад,Начало\nОткрытие дня'],
    ['UTF-16 without a mark', '41002c0042000a00', 'A,B\n'],
  ])('text in %s', (_, hex, text) => {
    expect(programmeTextOf(Uint8Array.from(Buffer.from(hex, 'hex')))).toBe(text);
  });

  it('what its server states, where it is no UTF-8', () => {
    expect(programmeTextOf(Uint8Array.of(0x41, 0xb1), 'iso-8859-2')).toBe('Aą');
    expect(programmeTextOf(new TextEncoder().encode('Größe'), 'iso-8859-1')).toBe('Größe');
  });

  it('mends a character that a calendar folded in two', () => {
    const [first = 0, ...rest] = bytes('’');
    const text = programmeTextOf(
      Uint8Array.of(
        ...bytes('BEGIN:VCALENDAR\r\nSUMMARY:d'),
        first,
        13,
        13,
        10,
        32,
        ...rest,
        ...bytes('eau\r\nEND:VCALENDAR'),
      ),
    );
    expect(text).toContain('SUMMARY:d’eau');
  });
});
