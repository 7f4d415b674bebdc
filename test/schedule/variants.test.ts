/** Programmes as sites, spreadsheets and servers give them out beside the known exports: small files of each habit. */
import { describe, expect, it } from 'vitest';
import { readText } from './fixture.ts';

const json = JSON.stringify;

const indicoTalk = {
  title: 'Beam',
  startDate: { date: '2026-06-01', time: '09:30:00', tz: 'Europe/Zurich' },
  endDate: { date: '2026-06-01', time: '10:00:00', tz: 'Europe/Zurich' },
  room: '222',
};

/** What is compared: `start–end title (speakers) @room`, in UTC. */
const linesOf = (text: string): readonly string[] =>
  readText(text, { machineTimeZone: 'UTC' }).sessions.map(
    ({ startsAt, endsAt, title, speakers, room }) =>
      `${startsAt?.slice(0, 16)}–${endsAt?.slice(11, 16)} ${title} (${speakers
        .map(({ name, affiliation }) => [name, affiliation].filter(Boolean).join(', '))
        .join('; ')}) @${room}`,
  );

describe('tables', () => {
  it.each([
    [
      'Korean, the half of the day before the clock',
      '세션명,연사,발표장,일시,시간\nGo의 미래,김철수 (구글),대강당,2026년 8월 5일,오후 1:00 ~ 1:40',
      '2026-08-05T13:00–13:40 Go의 미래 (김철수, 구글) @대강당',
    ],
    [
      'Japanese',
      'タイトル,登壇者,会場,日付,開始時間,終了時間\nGoの未来,山田太郎,ホールA,2026/08/05,10:00,10:40',
      '2026-08-05T10:00–10:40 Goの未来 (山田太郎) @ホールA',
    ],
    [
      'Chinese',
      '标题,讲者,地点,日期,开始时间,结束时间\n开场,李雷,主厅,2026-06-03,09:00,09:30',
      '2026-06-03T09:00–09:30 开场 (李雷) @主厅',
    ],
    [
      'Russian',
      'Название,Докладчик,Зал,Дата,Начало,Конец\nОткрытие,Иван,Один,03.06.2026,09:00,09:30',
      '2026-06-03T09:00–09:30 Открытие (Иван) @Один',
    ],
    [
      'French, hours by h',
      'Titre;Intervenant;Salle;Date;Heure début;Heure fin\nAccueil;Zoé Né;Amphi;13/06/2026;9h00;9h30',
      '2026-06-13T09:00–09:30 Accueil (Zoé Né) @Amphi',
    ],
    [
      'Portuguese, the day before the month',
      'Título,Palestrante,Sala,Data,Início,Fim\nAbertura,Ana,Um,03/06/2026,09:00,09:30',
      '2026-06-03T09:00–09:30 Abertura (Ana) @Um',
    ],
    [
      'a date and both times in one cell, twelve hours',
      'Time,Session,Speaker,Room\n"June 3, 2026 11:30 - 12:15 PM",Opening,Ann,Main',
      '2026-06-03T11:30–12:15 Opening (Ann) @Main',
    ],
    [
      'two names in one header, a day that is stated once',
      'Day,Start,End,Title,Speaker(s),Room / Stage\nWednesday June 3 2026,9:00am,9:45am,A,Ann,Main\n,1:00pm,1:45pm,B,"Bo\nCy",Main',
      '2026-06-03T09:00–09:45 A (Ann) @Main',
      '2026-06-03T13:00–13:45 B (Bo; Cy) @Main',
    ],
    [
      'Sessionize’s own',
      'Session Id,Title,Speakers,Room,Scheduled At,Scheduled Duration\n101,Talk,"Ann Lee, Bo Kim",R1,03 Jun 2026 02:00 PM,45',
      '2026-06-03T14:00–14:45 Talk (Ann Lee; Bo Kim) @R1',
    ],
    [
      'clocks with an h behind them, or tied to the date without a colon',
      'title,start\nA,2026-06-03 9:30h\nB,2026-06-03-1015',
      '2026-06-03T09:30–undefined A () @',
      '2026-06-03T10:15–undefined B () @',
    ],
    [
      'a second column where the first is empty',
      'title,date,start,presenter,author\nA,2026-06-03,09:00,,Ann\nB,2026-06-03,10:00,Bo,Ann',
      '2026-06-03T09:00–undefined A (Ann) @',
      '2026-06-03T10:00–undefined B (Bo) @',
    ],
    [
      'what goes on, where nothing is called a title',
      'Date,Time,Event,Location,Notes\n2026-06-03,07:00 PM - 12:30 AM,Party,"Pier, Hall 2",',
      '2026-06-03T19:00–00:30 Party () @Pier, Hall 2',
    ],
    [
      'a column for each language',
      'date,time,title_german,title_english\n2026-06-03,09:00,Auf,Open',
      '2026-06-03T09:00–undefined Open () @',
    ],
    [
      'titles and rooms with the characters that HTML writes by name',
      'title,date,start,room\nTom &amp; &lt;b&gt; &#8211; &quot;R&rsquo;s&quot; &unknown; &amp;lt;,2026-06-03,09:00,A&nbsp;&#x26; B',
      '2026-06-03T09:00–undefined Tom & <b> – "R’s" &unknown; &lt; () @A & B',
    ],
    [
      'twelve hours, over noon and past midnight',
      'title,date,time\nA,2026-06-03,11:45 - 01:15\nB,2026-06-03,10:45 - 12:15\nC,2026-06-03,22:00 - 01:15',
      '2026-06-03T10:45–12:15 B () @',
      '2026-06-03T11:45–13:15 A () @',
      '2026-06-03T22:00–01:15 C () @',
    ],
    [
      'people with where they are from, and people without',
      'title,date,start,speaker\nA,2026-06-03,09:00,"Ada Wave, Waves & Bo Rope, Ropes"\nB,2026-06-03,10:00,"Ada Wave, Bo and Cy Gull"',
      '2026-06-03T09:00–undefined A (Ada Wave, Waves; Bo Rope, Ropes) @',
      '2026-06-03T10:00–undefined B (Ada Wave; Bo; Cy Gull) @',
    ],
    [
      'an end at 24:00',
      'title,date,start,end\nParty,2026-06-03,22:00,24:00',
      '2026-06-03T22:00–00:00 Party () @',
    ],
  ])('%s', (_, text, ...lines) => expect(linesOf(text)).toEqual(lines));
});

describe('JSON', () => {
  it.each([
    [
      'days that state the date for what is in them',
      json({
        event: { name: 'X', timezone: 'Asia/Seoul' },
        schedule: [
          {
            date: '2026-06-03',
            sessions: [{ title: 'A', time: '10:00 - 10:40', speaker: 'Kim', room: '1' }],
          },
        ],
      }),
      '2026-06-03T01:00–01:40 A (Kim) @1',
    ],
    [
      'days and rooms around sessions',
      json({
        days: [
          {
            title: 'Day 1',
            date: 'June 3, 2026',
            rooms: [
              {
                name: 'Hall',
                sessions: [{ title: 'A', start: '9:00 AM', end: '9:40 AM', speakers: ['Ann'] }],
              },
            ],
          },
        ],
      }),
      '2026-06-03T09:00–09:40 A (Ann) @Hall',
    ],
    [
      'days by name',
      json({ schedule: { '2026-06-03': [{ time: '09:00-09:40', title: 'A', speaker: 'Kim Lee' }] } }),
      '2026-06-03T09:00–09:40 A (Kim Lee) @',
    ],
    [
      'JSON:API, as Open Event’s server answers',
      json({
        data: [
          {
            type: 'session',
            id: '5',
            attributes: {
              title: 'Open',
              'starts-at': '2026-03-08T02:00:00Z',
              'ends-at': '2026-03-08T02:30:00Z',
            },
            relationships: {
              microlocation: { data: { type: 'microlocation', id: '9' } },
              speakers: { data: [{ type: 'speaker', id: '3' }] },
            },
          },
        ],
        included: [
          { type: 'speaker', id: '3', attributes: { name: 'Hong P', organisation: 'FA' } },
          { type: 'microlocation', id: '9', attributes: { name: 'Hall Z' } },
        ],
      }),
      '2026-03-08T02:00–02:30 Open (Hong P, FA) @Hall Z',
    ],
    [
      'Indico, a conference',
      json({
        results: [
          {
            title: 'Indico Days',
            timezone: 'Europe/Zurich',
            contributions: [
              {
                ...indicoTalk,
                speakers: [
                  { first_name: 'Ada', last_name: 'Wave', fullName: 'Wave, Ada', affiliation: 'CERN' },
                ],
              },
            ],
          },
        ],
      }),
      '2026-06-01T07:30–08:00 Beam (Ada Wave, CERN) @222',
    ],
    [
      'Indico, its timetable',
      json({
        results: {
          12: {
            20260601: {
              s1: {
                entryType: 'Session',
                title: 'Morning',
                entries: {
                  c1: {
                    entryType: 'Contribution',
                    ...indicoTalk,
                    presenters: [{ name: 'Wave, Ada', familyName: '', affiliation: '' }],
                  },
                },
              },
            },
          },
        },
      }),
      '2026-06-01T07:30–08:00 Beam (Ada Wave) @222',
    ],
  ])('%s', (_, text, ...lines) => expect(linesOf(text)).toEqual(lines));
});

describe('XML that is no schedule of rooms', () => {
  it('is read for its sessions, its people and its clocks without a colon', () => {
    const programme = readText(
      '<schedule created="2026-07-13"><day date="2026-07-21"><entry id="1"><category/><start>0930</start><duration>30</duration><room>C01, B05</room><title>Breakfast</title><speakers/></entry><entry id="2"><category>Keynote</category><start>1100</start><duration>45</duration><room id="9">C01</room><title>Tides &amp; us</title><description>Low.</description><speakers><speaker id="4"><name>Ada Wave</name></speaker></speakers></entry></day></schedule>',
      { machineTimeZone: 'UTC' },
    );
    expect(programme.format).toBe('xml-sessions');
    expect(programme.sessions).toMatchObject([
      { title: 'Breakfast', startsAt: '2026-07-21T09:30:00.000Z', isBreak: true, speakers: [], key: 'id:1' },
      {
        title: 'Tides & us',
        startsAt: '2026-07-21T11:00:00.000Z',
        endsAt: '2026-07-21T11:45:00.000Z',
        kind: 'keynote',
        room: 'C01',
        speakers: [{ name: 'Ada Wave' }],
      },
    ]);
  });

  it('is refused where nothing in it has a time', () => {
    expect(() =>
      readText('<rss><channel><item><title>A</title><author>B</author></item></channel></rss>'),
    ).toThrow(/not a schedule/);
  });
});

it('a schedule of rooms may name people in one element, the page as its slug and breaks by their track', () => {
  const event = (title: string, track: string, person: string): string =>
    `<event id="${title}"><title>${title}</title><start>09:00</start><duration>00:10</duration><person>${person}</person><track>${track}</track><slug>https://days.example/#${title}</slug></event>`;
  const programme = readText(
    `<schedule><conference><title>Days</title></conference><day date="2026-05-22"><room name="Main">${event('A', 'Main', 'Dr. Ada Wave, Bo Rope')}${event('Postersession', 'Pause', '')}${event('B', 'Keynote', 'Cy')}</room></day></schedule>`,
  );
  expect(programme.sessions).toMatchObject([
    {
      title: 'A',
      speakers: [{ name: 'Dr. Ada Wave' }, { name: 'Bo Rope' }],
      links: { page: 'https://days.example/#A' },
    },
    { title: 'Postersession', isBreak: true },
    { title: 'B', kind: 'keynote', isBreak: false },
  ]);
});

describe('calendars', () => {
  it('that a page carries in a comment', () => {
    const text =
      '<!--\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260318T090000Z\r\nDTEND:20260318T093000Z\r\nSUMMARY:Sails &amp\\; ropes\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n-->\r\n';
    expect(linesOf(text)).toEqual(['2026-03-18T09:00–09:30 Sails & ropes () @']);
  });

  it('that say who talks in brackets, in some titles only', () => {
    const event = (at: number, summary: string): string =>
      `BEGIN:VEVENT\r\nUID:${at}\r\nDTSTART:20260318T0${at}0000Z\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;
    const titles = [
      'Registration / Breakfast',
      'Ropes (talk by Chris)',
      'Knots (workshop by Ada Wave & Bo Rope)',
      'Party (bring a friend)',
    ];
    const programme = readText(
      `BEGIN:VCALENDAR\r\n${titles.map((title, at) => event(at + 1, title)).join('')}END:VCALENDAR`,
    );
    expect(
      programme.sessions.map(({ title, speakers, isBreak }) => [
        title,
        speakers.map(({ name }) => name).join(),
        isBreak,
      ]),
    ).toEqual([
      ['Registration / Breakfast', '', true],
      ['Ropes', 'Chris', false],
      ['Knots', 'Ada Wave,Bo Rope', false],
      ['Party (bring a friend)', '', false],
    ]);
  });

  it('of sched.com: speakers and where they are from behind the title', () => {
    const event = (uid: string, summary: string) =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20260318T0${uid}0000Z\r\nDTEND:20260318T0${uid}3000Z\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;
    const text = `BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Paris\r\n${event('1', 'Keynote: Aboard - Ada Wave\\, CNCF & Bo Rope\\, Ropes Inc')}${event('2', 'Sails - Cy Gull & Di Map\\, Gulls GmbH')}END:VCALENDAR\r\n`;
    expect(linesOf(text)).toEqual([
      '2026-03-18T01:00–01:30 Keynote: Aboard (Ada Wave, CNCF; Bo Rope, Ropes Inc) @',
      '2026-03-18T02:00–02:30 Sails (Cy Gull, Gulls GmbH; Di Map, Gulls GmbH) @',
    ]);
  });

  it.each([
    [
      'pentabarf',
      '<iCalendar xmlns:pentabarf="http://pentabarf.org"><vcalendar><vevent><uid>1</uid><pentabarf:title>Z</pentabarf:title><summary>A, b</summary><dtstart>20260603T090000Z</dtstart><dtend>20260603T093000Z</dtend><location>R</location><attendee>Ann Lee</attendee></vevent></vcalendar></iCalendar>',
      '2026-06-03T09:00–09:30 A, b (Ann Lee) @R',
    ],
    [
      'RFC 6321',
      '<icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0"><vcalendar><components><vevent><properties><uid><text>1</text></uid><summary><text>A; b</text></summary><dtstart><parameters><tzid><text>/x.example/Europe/Berlin</text></tzid></parameters><date-time>2026-06-03T09:00:00</date-time></dtstart><duration><duration>PT30M</duration></duration></properties></vevent></components></vcalendar></icalendar>',
      '2026-06-03T07:00–07:30 A; b () @',
    ],
  ])('as XML, %s', (_, text, line) => expect(linesOf(text)).toEqual([line]));
});
