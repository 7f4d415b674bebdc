import { describe, expect, it } from 'vitest';
import { readProgrammeParts } from '../../src/schedule/read-programme.ts';
import { codesOf, fixtureText, lineOf, readFixture, readText, sessionCalled } from './fixture.ts';

describe('pretalx XML', () => {
  const programme = readFixture('pretalx.xml');

  it('reads the conference', () => {
    expect(programme).toMatchObject({
      format: 'frab-xml',
      feed: 'teacup-2026',
      title: 'Teacup Conf 2026',
      timeZone: 'Europe/Lisbon',
      timeZoneSource: 'file',
      startsOn: '2026-10-24',
      endsOn: '2026-10-25',
      url: 'https://cfp.teacup.example/teacup-2026/',
      days: ['2026-10-24', '2026-10-25'],
      rooms: ['Aula Magna', 'Sala 2'],
      tracks: ['Main', 'Hardware'],
    });
  });

  it('reads instants and ends, durations of one digit too', () => {
    expect(programme.sessions.map(lineOf)).toEqual([
      '2026-10-24T08:30–09:15 Keynote: brewing & building',
      '2026-10-24T11:00–12:00 Lunch',
      '2026-10-25T00:30–02:00 Night of the long spoons',
      '2026-10-25T10:00–10:30 Kettles in space',
    ]);
  });

  it('keeps a talk after midnight on the day before', () => {
    expect(sessionCalled(programme, 'Night of the long spoons').day).toBe('2026-10-24');
  });

  it('reads kind, break, cancelled', () => {
    expect(programme.sessions.map(({ kind, isBreak, isCancelled }) => [kind, isBreak, isCancelled])).toEqual([
      ['keynote', false, false],
      ['talk', true, false],
      ['workshop', false, false],
      ['talk', false, true],
    ]);
    expect(codesOf(programme.assumptions)['cancelled-by-title']).toBe(1);
  });

  it('reads people with and without ids', () => {
    expect(programme.speakers.map(({ name }) => name)).toEqual([
      'Inês Duarte',
      "Bob O'Neil",
      'Chen Wei',
      'Dana Ray',
    ]);
  });

  it('leaves out a description that the abstract begins, and tells Markdown from HTML', () => {
    expect(programme.sessions[0]?.abstract).toEqual({
      format: 'markdown',
      text: 'Why **tea** scales. And why coffee does not.',
    });
    expect(sessionCalled(programme, 'Night of the long spoons').abstract).toEqual({
      format: 'html',
      text: '<p>Bring a <b>spoon</b>.</p>',
    });
    expect(codesOf(programme.assumptions)['repeated-text']).toBe(1);
  });

  it('sorts links, resolves them, drops what is no address of the web', () => {
    const [first] = programme.sessions;
    expect(first?.links).toEqual({
      page: 'https://cfp.teacup.example/teacup-2026/talk/AAAAAA/',
      slides: 'https://slides.teacup.example/keynote',
      recording: null,
    });
    expect(first?.otherLinks).toEqual([
      { url: 'https://cfp.teacup.example/media/handout.pdf', title: 'Handout' },
    ]);
    expect(codesOf(programme.problems)).toEqual({ 'unsafe-address': 1 });
  });

  it('keys by guid, then code, then id', () => {
    expect(programme.sessions[0]?.keys.slice(0, 3)).toEqual([
      'guid:00000000-0000-5000-8000-000000000001',
      'code:AAAAAA',
      'id:11',
    ]);
  });
});

describe('XML without dates, guids and zone', () => {
  it('takes the venue for the zone and says so', () => {
    const programme = readFixture('pentabarf-bare.xml');
    expect(programme).toMatchObject({ timeZone: 'Europe/Brussels', timeZoneSource: 'assumed' });
    expect(programme.timeZoneProposals).toEqual(['Europe/Brussels', 'Asia/Seoul']);
    expect(programme.sessions.map(lineOf)).toEqual([
      '2026-02-07T08:00–08:25 Welcome',
      '2026-02-07T23:30–01:30 After midnight',
      '2026-02-08T09:00–09:30 The id is taken',
    ]);
    expect(programme.sessions.map(({ day }) => day)).toEqual(['2026-02-07', '2026-02-07', '2026-02-08']);
    expect(codesOf(programme.assumptions)).toEqual({
      'start-from-day': 3,
      'after-midnight': 1,
      'zone-assumed': 1,
      'ids-not-unique': 2,
      'repeated-text': 1,
    });
  });

  it('reads the clocks in the zone the person names', () => {
    const programme = readFixture('pentabarf-bare.xml', { timeZone: 'America/New_York' });
    expect(programme).toMatchObject({ timeZone: 'America/New_York', timeZoneSource: 'given' });
    expect(programme.sessions[0]?.startsAt).toBe('2026-02-07T14:00:00.000Z');
    expect(codesOf(programme.assumptions)['zone-assumed']).toBeUndefined();
  });

  it('offers the machine where nothing hints at a place', () => {
    const text = fixtureText('pentabarf-bare.xml')
      .replace('Brussels', '')
      .replaceAll('kettle.example', 'k.test');
    expect(readText(text)).toMatchObject({ timeZone: 'Asia/Seoul', timeZoneSource: 'assumed' });
  });

  it('keys what shares an id by title and start', () => {
    const keys = readFixture('pentabarf-bare.xml').sessions.map(({ key }) => key);
    expect(keys[0]).toBe('id:1');
    expect(keys[1]).toMatch(/^hash:[0-9a-f]{16}$/);
    expect(new Set(keys).size).toBe(3);
  });

  it('finds slides and recording, leaves feedback', () => {
    const [first] = readFixture('pentabarf-bare.xml').sessions;
    expect(first?.links).toEqual({
      page: null,
      slides: 'https://kettle.example/1.pdf',
      recording: 'https://video.kettle.example/1.webm',
    });
    expect(first?.otherLinks).toHaveLength(1);
  });

  it('takes a clock before dawn for the next day where the file has no day change', () => {
    const text = fixtureText('pentabarf-bare.xml').replace(/<day_change>.*<\/day_change>/, '');
    expect(sessionCalled(readText(text), 'After midnight').startsAt).toBe('2026-02-07T23:30:00.000Z');
    const never = fixtureText('pentabarf-bare.xml').replace('04:00:00', '00:00:00');
    expect(sessionCalled(readText(never), 'After midnight').startsAt).toBe('2026-02-06T23:30:00.000Z');
  });
});

describe('XML with dates in UTC beside local starts', () => {
  const programme = readFixture('wafer-utc.xml');

  it('takes the instant from the date, the day from its own begin', () => {
    expect(programme.sessions.map(lineOf)).toEqual([
      '2026-09-10T05:00–05:20 Opening',
      '2026-09-10T05:30–05:50 Without a date',
      '2026-09-11T05:00–13:30 Day trip',
    ]);
    expect(programme.days).toEqual(['2026-09-10', '2026-09-11']);
    expect(programme.sessions.map(({ day }) => day)).toEqual(['2026-09-10', '2026-09-10', '2026-09-11']);
    expect(codesOf(programme.assumptions)).toMatchObject({ 'start-beside-date': 2, 'day-a-day-off': 2 });
  });
});

describe('the JSON twin', () => {
  it('reads rooms by name, people by either name, tracks by slug', () => {
    const programme = readFixture('c3voc.json');
    expect(programme).toMatchObject({
      format: 'c3voc-json',
      title: 'Spoon Camp 2026',
      rooms: ['Curie', 'Meitner'],
    });
    expect(programme.sessions.map(lineOf)).toEqual([
      '2026-08-21T09:00–09:30 Opening',
      '2026-08-21T22:15–23:15 Late',
      '2026-08-22T08:00–08:45 Bare',
    ]);
    expect(programme.sessions[0]).toMatchObject({
      track: 'Hard & Soft',
      day: '2026-08-21',
      links: {
        slides: 'https://spoon.example/1.pdf',
        recording: 'https://media.ccc.de/v/spoon26-1',
        page: null,
      },
    });
    expect(programme.sessions[1]?.day).toBe('2026-08-21');
    expect(programme.speakers.map(({ name }) => name)).toEqual(['jinxx', 'Smtw']);
  });
});

describe('Sessionize', () => {
  it('resolves ids, and tells the zone was assumed', () => {
    const programme = readFixture('sessionize-all.json', { machineTimeZone: 'Europe/Vienna' });
    expect(programme).toMatchObject({
      format: 'sessionize-all',
      timeZone: 'Europe/Vienna',
      timeZoneSource: 'assumed',
    });
    expect(programme.sessions.map(lineOf)).toEqual([
      '2026-05-10T07:55–08:40 Cups at scale',
      '2026-05-10T08:40–09:00 Elevenses',
      '?–? Whose is it?',
    ]);
    expect(programme.sessions[0]).toMatchObject({
      key: 'id:101',
      kind: 'workshop',
      track: 'Ceramics',
      room: 'Saal 1',
      speakers: [
        { name: 'Mia Berg', role: 'Engineer', affiliation: 'Teapot Inc', url: 'https://mia.example/' },
        { name: 'Leo Kim', role: '', affiliation: '', url: '' },
      ],
      links: { recording: 'https://video.example/101' },
    });
    expect(programme.sessions[1]?.isBreak).toBe(true);
    expect(codesOf(programme.problems)).toEqual({ 'unknown-reference': 1, 'no-start': 1 });
  });

  it('counts a session of the grid once', () => {
    const programme = readFixture('sessionize-grid.json', { timeZone: 'Europe/Vienna' });
    expect(programme.format).toBe('sessionize-grid');
    expect(programme.sessions.map(lineOf)).toEqual([
      '2026-05-10T07:55–08:40 Cups at scale',
      '2026-05-10T08:40–09:00 Elevenses',
    ]);
    expect(programme.sessions[0]).toMatchObject({ track: 'Ceramics', room: 'Saal 1' });
  });

  it('reads the view of groups', () => {
    const text = JSON.stringify([
      {
        groupId: 1,
        groupName: 'All',
        sessions: [
          {
            id: '1',
            title: 'A',
            startsAt: '2026-05-10T09:00:00',
            speakers: [{ id: 's', name: 'Mia' }],
            room: 'R',
          },
        ],
      },
    ]);
    expect(readText(text, { timeZone: 'UTC' })).toMatchObject({ format: 'sessionize-list', rooms: ['R'] });
  });
});

describe('Open Event', () => {
  it('reads sessions, a session stated twice once', () => {
    const programme = readFixture('open-event-sessions.json');
    expect(programme.format).toBe('open-event');
    expect(programme.sessions.map(lineOf)).toEqual(['2026-04-10T18:00–19:00 Feathers']);
    expect(programme.sessions[0]).toMatchObject({
      room: 'Theatre 1',
      track: 'General',
      kind: 'workshop',
      key: 'id:4',
    });
    expect(codesOf(programme.assumptions)['same-session-twice']).toBe(1);
  });

  it('joins event, sessions and speakers', () => {
    const parts = ['speakers', 'event', 'sessions'].map((name) => ({
      name,
      text: fixtureText(`open-event-${name}.json`),
    }));
    const programme = readProgrammeParts(parts, { machineTimeZone: 'UTC' });
    expect(programme).toMatchObject({
      title: 'Bird Conf',
      timeZone: 'America/Los_Angeles',
      timeZoneSource: 'file',
      venue: 'The Aviary, Boston',
      url: 'https://bird.example/',
    });
    expect(programme.sessions[0]?.speakers).toEqual([
      { name: 'Nina Roe', affiliation: 'Nest Labs', role: 'Lead', url: 'https://nina.example/' },
    ]);
  });

  it('names the file that is broken', () => {
    expect(() => readProgrammeParts([{ name: 'b.json', text: '{' }], { machineTimeZone: 'UTC' })).toThrow(
      /b\.json: line 1, column 2/,
    );
  });
});

describe('CSV', () => {
  it('reads a table under a title line, days written once, ranges over midnight', () => {
    const programme = readFixture('table.csv', { timeZone: 'Europe/Berlin' });
    expect(programme.sessions.map(lineOf)).toEqual([
      '2026-10-24T07:30–08:15 Brauen; bauen',
      '2026-10-24T08:15–08:45 Kaffeepause',
      '2026-10-24T21:30–22:30 Bis nach Mitternacht',
      '2026-10-25T08:00–08:45 Morgens',
    ]);
    expect(programme.sessions[0]?.speakers).toEqual([
      { name: 'Inês Duarte', affiliation: 'Teapot Inc', role: '', url: '' },
      { name: 'Bob Neil', affiliation: '', role: '', url: '' },
    ]);
    expect(programme.sessions[1]?.isBreak).toBe(true);
    expect(programme.rooms).toEqual(['Aula', 'Keller']);
  });

  it.each([
    ['Title,Start,End\nA,2026-05-01T09:00:00+02:00,2026-05-01T10:00:00+02:00', '2026-05-01T07:00–08:00 A'],
    ['Title\tDate\tTime\nA\t5/21/2026\t9:00 AM - 9:30 AM', '2026-05-21T09:00–09:30 A'],
    ['title,date,time,duration\nA,2026-05-01,14:00,45', '2026-05-01T14:00–14:45 A'],
    ['제목,날짜,시작,종료,발표자\nA,2026. 5. 1.,14:00,14:45,김철수', '2026-05-01T14:00–14:45 A'],
    ['タイトル|日付|開始|終了\nA|2026年5月1日|14時30分|15:00', '2026-05-01T14:30–15:00 A'],
    [
      'Session,Start time,End time\nA,"May 1, 2026 2:00 PM","May 1, 2026 3:00 PM"',
      '2026-05-01T14:00–15:00 A',
    ],
  ])('reads %j', (text, expected) => {
    expect(readText(text, { timeZone: 'UTC' }).sessions.map(lineOf)).toEqual([expected]);
  });

  it('tells when the order of day and month is a guess', () => {
    const programme = readText('title,date,start\nA,3/4/2026,09:00', { timeZone: 'UTC' });
    expect(programme.sessions[0]?.startsAt).toBe('2026-03-04T09:00:00.000Z');
    expect(codesOf(programme.assumptions)['date-order']).toBe(1);
  });
});

describe('JSON-LD', () => {
  it('reads the parts of an event', () => {
    const programme = readFixture('json-ld.json');
    expect(programme).toMatchObject({ format: 'json-ld', title: 'Spout Fest', timeZone: 'America/Toronto' });
    expect(programme.sessions.map(lineOf)).toEqual(['2026-09-19T13:30–14:15 Pots']);
    expect(programme.speakers).toEqual([
      { name: 'Ada Lovelace', affiliation: 'ENIAC', role: 'Engineer', url: '' },
    ]);
  });
});

describe('text around the schedule', () => {
  it('reads past a byte order mark and blank lines', () => {
    expect(readText(`\ufeff\n${fixtureText('c3voc.json')}`).sessions).toHaveLength(3);
    expect(readText(`\ufeff${fixtureText('table.csv')}`).sessions).toHaveLength(4);
  });

  it('takes the indent of an XML printer out of the text', () => {
    const text = fixtureText('pretalx.xml').replace(
      '<abstract>Why **tea** scales.</abstract>',
      '<abstract>One.\n\n            Two.\n            - three</abstract>',
    );
    expect(readText(text).sessions[0]?.abstract.text).toContain('One.\n\nTwo.\n- three');
  });
});
