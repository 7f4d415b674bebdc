import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { codesOf, lineOf, readFixture, readText, sessionCalled } from './fixture.ts';

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//T//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]): string => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');

describe('rules of recurrence', () => {
  const repeated = (rule: string, uid = '1'): string =>
    event(
      `UID:${uid}`,
      'DTSTART:20260105T100000Z',
      'DTEND:20260105T110000Z',
      `RRULE:${rule}`,
      `SUMMARY:Tea ${uid}`,
    );

  it.each([
    ['FREQ=DAILY;COUNT=3', 3, {}],
    ['FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260120T000000Z', 5, {}],
    // Times that never come: the event takes place once, and it is said.
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 1, { 'bad-time': 1 }],
    ['FREQ=DAILY;INTERVAL=7;BYDAY=FR', 1, { 'bad-time': 1 }],
    ['FREQ=SECONDLY;BYMONTH=12', 1, { 'bad-time': 1 }],
    ['FREQ=YEARLY;BYWEEKNO=53', 1, { 'bad-time': 1 }],
  ])('%s: %i sessions', (rule, count, problems) => {
    const programme = readText(calendar(repeated(rule)));
    expect(programme.sessions).toHaveLength(count);
    expect(programme.sessions[0]?.startsAt).toBe('2026-01-05T10:00:00.000Z');
    expect(codesOf(programme.problems)).toEqual(problems);
  });

  it('cost a file so many steps and no more: those of its other events are read once', () => {
    const rules = Array.from({ length: 300 }, (_, index) =>
      repeated(index < 40 ? 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' : 'FREQ=DAILY;COUNT=2', String(index)),
    );
    expect(readText(calendar(...rules)).sessions).toHaveLength(300);
  });
});

describe('iCalendar', () => {
  const programme = readFixture('hidden-speakers.ics');

  it('reads a TZID without a definition as the zone it names', () => {
    expect(programme).toMatchObject({
      title: 'Spout Fest',
      timeZone: 'America/Toronto',
      timeZoneSource: 'file',
    });
    expect(programme.sessions.map(lineOf)).toEqual([
      '2026-09-19T13:30–14:15 Pots and pans - a history',
      '2026-09-19T14:30–? Lids',
      '2026-09-19T15:30–16:00 Lunch',
      '2026-09-19T19:00–19:30 Tea',
      '2026-09-20T19:00–19:30 Tea',
      '?–? Saturday',
    ]);
  });

  it('finds speakers behind the last dash where that is the habit', () => {
    expect(sessionCalled(programme, 'Pots and pans - a history').speakers.map(({ name }) => name)).toEqual([
      'Ada Lovelace',
      'Alan Turing',
    ]);
    expect(codesOf(programme.assumptions)).toMatchObject({
      'speakers-from-title': 2,
      'recurrence-expanded': 1,
    });
  });

  it('reads cancelled, breaks, HTML, category, page', () => {
    expect(sessionCalled(programme, 'Lids')).toMatchObject({
      isCancelled: true,
      abstract: { format: 'html' },
    });
    expect(sessionCalled(programme, 'Lunch').isBreak).toBe(true);
    expect(sessionCalled(programme, 'Pots and pans - a history')).toMatchObject({
      track: 'History',
      links: { page: 'https://spout.example/1' },
    });
  });

  it('gives each time of a recurring event a key of its own', () => {
    expect(new Set(programme.sessions.map(({ key }) => key)).size).toBe(6);
  });

  it('reads CRCRLF, text that was not folded, parameters on SUMMARY', () => {
    const text = calendar(
      event(
        'UID:1',
        'DTSTART;TZID=Europe/Paris:20260517T110000',
        'DTEND;TZID=Europe/Paris:20260517T123000',
        'SUMMARY;CHARSET=UTF-8;ENCODING=8BIT:Numérique : enjeux',
        'DESCRIPTION:First line\r',
        ' \\n',
        'Note: second line, not folded',
      ),
    );
    const [session] = readText(text).sessions;
    expect(lineOf(session!)).toBe('2026-05-17T09:00–10:30 Numérique : enjeux');
    expect(session?.abstract.text).toBe('First line\n\nNote: second line, not folded');
  });

  it('keeps events apart that share a UID', () => {
    const lines = ['A', 'B', 'C'].map((title, at) =>
      event('UID:same', `DTSTART:2026051${at}T100000Z`, `SUMMARY:${title}`),
    );
    const { sessions, assumptions } = readText(calendar('VTIMEZONE: Europe/Rome', ...lines));
    expect(sessions.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    expect(new Set(sessions.map(({ key }) => key)).size).toBe(3);
    expect(codesOf(assumptions)['ids-not-unique']).toBe(3);
  });

  it.each([
    ['von: Jürgen Groß\\n\\nXen.', ['Jürgen Groß'], 'Xen.'],
    ['Speakers: Ada Lovelace and Alan Turing\\nAbout.', ['Ada Lovelace', 'Alan Turing'], 'About.'],
    ['About.\\n\\nSpeaker: Grace Hopper\\, Admiral of the fleet', ['Grace Hopper'], 'About.'],
    [
      'About.\\n**__Intervenants__** :\\n  * Julie Nico\\n  * Marc Petit\\, Ingénieur – Jamf',
      ['Julie Nico', 'Marc Petit'],
      'About.',
    ],
    ['発表者：山田太郎、佐藤花子\\n概要', ['山田太郎', '佐藤花子'], '概要'],
  ])('finds the speakers in %j', (description, names, rest) => {
    const text = calendar(
      event('UID:1', 'DTSTART:20260510T100000Z', 'SUMMARY:T', `DESCRIPTION:${description}`),
    );
    const [session] = readText(text).sessions;
    expect(session?.speakers.map(({ name }) => name)).toEqual(names);
    expect(session?.abstract.text).toBe(rest);
  });

  it('reads attendees before anything else', () => {
    const text = calendar(
      event(
        'UID:1',
        'DTSTART:20260510T100000Z',
        'SUMMARY:T',
        'ATTENDEE;ROLE=REQ-PARTICIPANT;CN="Jakob Semere":invalid:nomail',
      ),
    );
    expect(readText(text).speakers.map(({ name }) => name)).toEqual(['Jakob Semere']);
  });

  it('takes organizers for speakers only where nearly every session has another', () => {
    const of = (names: readonly string[]): number =>
      readText(
        calendar(
          ...names.map((name, at) =>
            event(
              `UID:${at}`,
              `DTSTART:2026051${at}T100000Z`,
              `SUMMARY:T${at}`,
              `ORGANIZER;CN=${name}:MAILTO:a@b.example`,
            ),
          ),
        ),
      ).speakers.length;
    expect(of(['Ann A', 'Ben B', 'Cid C', 'Dan D'])).toBe(4);
    expect(of(['The Conf', 'The Conf', 'The Conf', 'The Conf'])).toBe(0);
  });

  it('reads a zone that only the calendar defines', () => {
    const text = calendar(
      'BEGIN:VTIMEZONE',
      'TZID:Our Town',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0530',
      'TZOFFSETTO:+0530',
      'END:STANDARD',
      'END:VTIMEZONE',
      event('UID:1', 'DTSTART;TZID=Our Town:20260510T100000', 'SUMMARY:T'),
    );
    expect(readText(text).sessions[0]?.startsAt).toBe('2026-05-10T04:30:00.000Z');
  });

  it('tells of a zone that nobody knows', () => {
    const text = calendar(event('UID:1', 'DTSTART;TZID=Nowhere:20260510T100000', 'SUMMARY:T'));
    expect(codesOf(readText(text).problems)).toMatchObject({ 'unknown-zone': 1 });
  });

  it.each([
    ['alone', (parsed: unknown) => parsed],
    ['in a list', (parsed: unknown) => [parsed]],
  ])('reads the same from its twin in JSON, %s', (_, wrap) => {
    const path = new URL('fixtures/hidden-speakers.ics', import.meta.url);
    const parsed: unknown = ICAL.parse(readFileSync(path, 'utf8').replaceAll(/\r?\n/g, '\r\n'));
    const twin = readText(JSON.stringify(wrap(parsed)));
    expect(twin.sessions.map(lineOf)).toEqual(programme.sessions.map(lineOf));
    expect(twin).toMatchObject({ title: 'Spout Fest', timeZone: 'America/Toronto', timeZoneSource: 'file' });
  });

  it.each([
    ['no properties', ['vcalendar']],
    ['a property that is none', ['vcalendar', [5], []]],
    ['a component that is none', ['vcalendar', [], [null]]],
  ])('refuses a twin in JSON with %s', (_, file) => {
    expect(() => readText(JSON.stringify(file))).toThrow(
      expect.objectContaining({ code: 'invalid-input' }) as Error,
    );
  });
});
