/** The JSON that conference sites are made of: no format of its own, but habits that many share. */
import { describe, expect, it } from 'vitest';
import { readProgrammeParts } from '../../src/schedule/read-programme.ts';
import { codesOf, fixtureText, readFixture, readText, sessionCalled } from './fixture.ts';

const linesOf = (file: unknown): readonly string[] =>
  readText(JSON.stringify(file), { machineTimeZone: 'UTC' }).sessions.map(
    ({ startsAt, endsAt, title, speakers, track }) =>
      `${startsAt?.slice(0, 16) ?? '?'}–${endsAt?.slice(11, 16) ?? '?'} ${title} (${speakers
        .map(({ name, affiliation }) => [name, affiliation].filter(Boolean).join(', '))
        .join('; ')}) #${track}`,
  );

const HOVERBOARD = [
  '2026-06-30T08:30–09:00 Doors () @',
  '2026-06-30T09:00–09:50 A hull & its planks (Mara Lind) @Quay',
  '2026-06-30T09:00–10:40 Knots, hands on (Ivo Stern; Mara Lind) @Loft',
  '2026-06-30T10:40–11:00 Coffee break () @',
  '2026-07-01T10:40–11:00 Coffee break () @',
  '?–? A talk in reserve (Ivo Stern) @',
];

describe('Hoverboard', () => {
  const placesOf = (programme: ReturnType<typeof readText>): readonly string[] =>
    programme.sessions.map(
      ({ startsAt, endsAt, title, speakers, room }) =>
        `${startsAt?.slice(0, 16) ?? '?'}–${endsAt?.slice(11, 16) ?? '?'} ${title} (${speakers.map(({ name }) => name).join('; ')}) @${room}`,
    );

  it('puts sessions where the slots name them, with the people they name', () => {
    const programme = readFixture('hoverboard.json', { machineTimeZone: 'UTC' });
    expect(placesOf(programme)).toEqual(HOVERBOARD);
    expect(programme.days).toEqual(['2026-06-30', '2026-07-01']);
    expect(sessionCalled(programme, 'Knots, hands on').links).toEqual({
      page: null,
      slides: 'https://slides.example/knots',
      recording: 'https://www.youtube.com/watch?v=abcdefghijk',
    });
    expect(sessionCalled(programme, 'A hull & its planks').speakers[0]).toMatchObject({
      affiliation: 'Tidewater',
      role: 'Engineer',
    });
    expect(codesOf(programme.problems)).toEqual({ 'no-start': 1 });
  });

  it('reads its three files, in any order, or the one', () => {
    const { speakers, sessions, schedule } = JSON.parse(fixtureText('hoverboard.json'));
    const parts = [schedule, speakers, sessions].map((file, at) => ({
      name: `${at}.json`,
      text: JSON.stringify(file),
    }));
    const whole = { name: 'all.json', text: fixtureText('hoverboard.json') };
    for (const order of [parts, parts.toReversed(), [whole]]) {
      expect(placesOf(readProgrammeParts(order, { machineTimeZone: 'UTC' }))).toEqual(HOVERBOARD);
    }
  });
});

describe('people by id', () => {
  const people = {
    ada: { id: 'ada', name: 'Ada Wave', company: 'Waves' },
    bo: { id: 'bo', name: 'Bo Rope' },
  };
  const talks = [
    { title: 'A', start: '2026-06-24T09:00', end: '2026-06-24T09:30', speakerIds: ['ada', 'bo'] },
  ];

  it('are those of the same file', () => {
    expect(linesOf({ talks, speakers: people })).toEqual([
      '2026-06-24T09:00–09:30 A (Ada Wave, Waves; Bo Rope) #',
    ]);
  });

  it('are those of another part', () => {
    const listed = Object.values(people).map((person) => ({ ...person, bio: 'Sails.' }));
    const programme = readProgrammeParts(
      [
        { name: 'talks.json', text: JSON.stringify(talks) },
        { name: 'people.json', text: JSON.stringify(listed) },
      ],
      { machineTimeZone: 'UTC' },
    );
    expect(programme.sessions[0]?.speakers.map(({ name }) => name)).toEqual(['Ada Wave', 'Bo Rope']);
  });

  it('are told where nobody has the number', () => {
    const programme = readText(
      JSON.stringify([{ topic: 'A', start: '2026-06-24T09:00:00', speakers: [4, 7] }]),
    );
    expect(programme.speakers).toEqual([]);
    expect(codesOf(programme.problems)).toMatchObject({ 'unknown-reference': 2 });
  });
});

describe('what stands around a session', () => {
  it.each([
    [
      'a slot has the time of all that is in it, and of what has only a title',
      [
        {
          date: '2026-11-16',
          timetable: [
            { time: '09:00', title: 'Doors' },
            {
              time: '11:20',
              talks: [
                { track: 'Sea', title: 'A', speaker: 'Ada' },
                { track: 'Land', title: 'Lunch' },
              ],
            },
          ],
        },
      ],
      '2026-11-16T09:00–? Doors () #',
      '2026-11-16T11:20–? A (Ada) #Sea',
      '2026-11-16T11:20–? Lunch () #Land',
    ],
    [
      'a block has the time of its papers and is their track',
      {
        'Monday, March 23, 2026': [
          {
            time: '10:00–11:00',
            title: 'Session: Tides',
            presentations: [
              {
                title: 'SoK: Ebb',
                abstract: 'Low.',
                authors: [{ first: 'Ro', last: 'Bay', affiliation: 'Coast' }],
              },
            ],
          },
          { time: '11:00–11:20', title: 'Break' },
        ],
      },
      '2026-03-23T10:00–11:00 SoK: Ebb (Ro Bay, Coast) #Session: Tides',
      '2026-03-23T11:00–11:20 Break () #',
    ],
    [
      'a slot that holds one session is that session',
      [
        {
          date: '2026-03-23',
          time: '09:00–09:40',
          title: 'Keynote 1',
          keynote: { title: 'Flood', speaker: 'Mo Moon (Coast)' },
        },
      ],
      '2026-03-23T09:00–09:40 Flood (Mo Moon, Coast) #Keynote 1',
    ],
    [
      'one text of a list may name several',
      [{ title: 'A', date: '2026-03-23', start: '9:00 am', speakers: ['Ada Wave, Bo Rope & Cy Gull'] }],
      '2026-03-23T09:00–? A (Ada Wave; Bo Rope; Cy Gull) #',
    ],
    [
      'or one with where they are from',
      [{ title: 'A', date: '2026-03-23', start: '9:00 am', speakers: ['Ada Wave, Waves', 'Bo (Ropes)'] }],
      '2026-03-23T09:00–? A (Ada Wave, Waves; Bo, Ropes) #',
    ],
  ])('%s', (_, file, ...lines) => expect(linesOf(file)).toEqual(lines));

  it('a file that names its event, not as an object, states its zone too', () => {
    const programme = readText(
      JSON.stringify({
        event: 'Harbour Days',
        city: 'Rennes',
        timezone: 'Europe/Paris',
        days: [{ date: '2026-06-24', sessions: [{ title: 'A', startTime: '08:00', room: 'Quay' }] }],
      }),
    );
    expect(programme).toMatchObject({
      title: 'Harbour Days',
      timeZone: 'Europe/Paris',
      timeZoneSource: 'file',
    });
    expect(programme.sessions[0]?.startsAt).toBe('2026-06-24T06:00:00.000Z');
  });

  it('a keynote in a slot is one', () => {
    const file = [{ date: '2026-03-23', time: '09:00', keynote: { title: 'Flood', speaker: 'Mo Moon' } }];
    expect(readText(JSON.stringify(file)).sessions[0]?.kind).toBe('keynote');
  });
});

describe('a date without its year', () => {
  const talk = { title: 'A', day: '14 Oct', start: '7:30 am', url: 'https://days2026.example/a' };

  it('is in the year that the file names most, and the person is told', () => {
    const programme = readText(
      JSON.stringify([
        talk,
        { ...talk, title: 'B, as in 2019', day: 'October 15th', url: 'https://days2026.example/b' },
      ]),
      { machineTimeZone: 'UTC' },
    );
    expect(programme.sessions.map(({ startsAt }) => startsAt)).toEqual([
      '2026-10-14T07:30:00.000Z',
      '2026-10-15T07:30:00.000Z',
    ]);
    expect(codesOf(programme.assumptions)).toMatchObject({ 'year-assumed': 2 });
  });

  it('is in the year that has it on its weekday', () => {
    const text = 'Day,Time,Title\n"Friday, June 12",9:00 AM,"Since 2019, 2019 on"\n,10:00 AM,Summit 2026';
    expect(readText(text, { machineTimeZone: 'UTC' }).sessions.map(({ startsAt }) => startsAt)).toEqual([
      '2026-06-12T09:00:00.000Z',
      '2026-06-12T10:00:00.000Z',
    ]);
  });

  it('is no date where the file names no year, or none with that weekday', () => {
    for (const day of ['14 Oct', 'Tuesday, October 14']) {
      const programme = readText(JSON.stringify([{ ...talk, day, url: day === '14 Oct' ? '' : talk.url }]));
      expect(programme.sessions[0]?.startsAt).toBeNull();
      expect(codesOf(programme.problems)).toMatchObject({ 'bad-time': 1 });
    }
  });
});
