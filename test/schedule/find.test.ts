import { describe, expect, it } from 'vitest';
import { eventFactsOf } from '../../src/schedule/json-ld.ts';
import { scheduleAddressesOf } from '../../src/schedule/page-schedules.ts';
import { createProgrammeSearch, NO_FILTER, overlapsOf } from '../../src/schedule/search-programme.ts';
import { fixtureText, readText } from './fixture.ts';

describe('where the schedule of a page is', () => {
  const link = (href: string, type = '', rel = '') => ({ href, type, rel });
  const found = (page: string, ...links: ReturnType<typeof link>[]): readonly string[] =>
    scheduleAddressesOf(page, links).map(({ source, system, url }) => `${source} ${system} ${url}`);

  it.each([
    [
      'https://conf.example/2026/',
      [link('/2026/schedule.xml', 'application/vnd.c3voc.schedule+xml', 'alternate')],
      ['stated c3voc https://conf.example/2026/schedule.xml'],
    ],
    [
      'https://pretalx.com/teacup-2026/talk/ABCDEF/',
      [],
      [
        'known pretalx https://pretalx.com/teacup-2026/schedule/export/schedule.xml',
        'known pretalx https://pretalx.com/teacup-2026/schedule/export/schedule.json',
      ],
    ],
    [
      'https://teacup.example/programme',
      [link('https://cfp.teacup.example/2026/schedule/widget/v2.js')],
      [
        'linked pretalx https://cfp.teacup.example/2026/schedule/export/schedule.xml',
        'linked pretalx https://cfp.teacup.example/2026/schedule/export/schedule.json',
      ],
    ],
    [
      'https://cups.example/agenda',
      [link('https://sessionize.com/api/v2/ab12cd34/view/GridSmart?under=True')],
      [
        'linked sessionize https://sessionize.com/api/v2/ab12cd34/view/All',
        'linked sessionize https://sessionize.com/api/v2/ab12cd34/view/GridSmart',
      ],
    ],
    ['https://spout2026.sched.com/event/1abc', [], ['known sched https://spout2026.sched.com/all.ics']],
    [
      'https://fosdem.example/2026/schedule/',
      [link('/2026/schedule/xml')],
      ['linked frab https://fosdem.example/2026/schedule/xml'],
    ],
    [
      'https://x.example/',
      [link('webcal://x.example/all.ics')],
      ['linked calendar https://x.example/all.ics'],
    ],
    [
      'https://indico.cern.example/event/1234/timetable/',
      [],
      ['known indico https://indico.cern.example/event/1234/event.ics?scope=contribution'],
    ],
    ['https://blog.example/post', [link('/about'), link('javascript:alert(1)')], []],
    ['chrome://extensions', [link('/schedule.xml')], []],
  ] as const)('%s', (page, links, expected) => {
    const addresses = found(page, ...links);
    expect(addresses.filter((address) => !/fosdem\.example\/2026\/schedule\/export/.test(address))).toEqual(
      expected,
    );
  });

  it('names an address once', () => {
    expect(
      found(
        'https://pretalx.com/teacup-2026/schedule/',
        link('/teacup-2026/schedule/export/schedule.xml'),
        link('/teacup-2026/schedule/export/schedule.ics'),
      ),
    ).toHaveLength(2);
  });
});

describe('the event in JSON-LD', () => {
  it('reads name, dates, place', () => {
    expect(eventFactsOf(['{ broken', fixtureText('json-ld.json')])).toEqual({
      name: 'Spout Fest',
      startsOn: '2026-09-19',
      endsOn: '2026-09-20',
      venue: 'Old Mill, Toronto',
      url: 'https://spout.example/',
      description: '',
      timeZoneProposals: ['America/Toronto'],
    });
  });

  it('takes the date as its own offset writes it', () => {
    const text = JSON.stringify({ '@type': 'Event', name: 'Late', startDate: '2026-09-19T23:30:00-07:00' });
    expect(eventFactsOf([text])).toMatchObject({ startsOn: '2026-09-19', endsOn: '2026-09-19' });
  });

  it('is null without an event', () => {
    expect(eventFactsOf(['{"@type":"Article","name":"x"}', '[]'])).toBeNull();
  });
});

describe('choosing', () => {
  const programme = readText(
    [
      'title,start,duration,room,track,language,speakers,abstract',
      'Größe zählt,2026-05-01T09:00Z,60,A,Main,de,Zoë Ähre,Über Tee',
      'Kettles,2026-05-01T09:30Z,60,B,Main,"de, en",Bob Bay,About *tea*',
      '주전자,2026-05-02T09:00Z,60,A,Side,ko,김철수,차',
      'Tea at ten,2026-05-01T10:00Z,60,A,Side,en,Ann Ash,',
    ].join('\n'),
    { timeZone: 'UTC' },
  );
  const search = createProgrammeSearch(programme);
  const titles = (filter: Partial<typeof NO_FILTER>): readonly string[] =>
    search.find({ ...NO_FILTER, ...filter }).map(({ title }) => title);

  it('finds words anywhere, without case and accents', () => {
    expect(titles({ text: 'GROSSE' })).toEqual([]);
    expect(titles({ text: 'grOße' })).toEqual(['Größe zählt']);
    expect(titles({ text: 'zoe' })).toEqual(['Größe zählt']);
    expect(titles({ text: 'tea kettles' })).toEqual(['Kettles']);
    expect(titles({ text: '주전' })).toEqual(['주전자']);
  });

  it('filters by track, room, day, language, star', () => {
    expect(titles({ tracks: ['Side'] })).toEqual(['Tea at ten', '주전자']);
    expect(titles({ rooms: ['A'], days: ['2026-05-01'] })).toEqual(['Größe zählt', 'Tea at ten']);
    expect(titles({ languages: ['de'] })).toEqual(['Größe zählt', 'Kettles']);
    expect(titles({ keys: new Set([programme.sessions[1]?.key ?? '']) })).toEqual(['Kettles']);
    expect(search.languages).toEqual(['de', 'en', 'ko']);
    expect(titles({})).toHaveLength(4);
  });

  it('shows overlaps, not neighbours', () => {
    expect(overlapsOf(programme.sessions).map(([left, right]) => `${left.title}/${right.title}`)).toEqual([
      'Größe zählt/Kettles',
      'Kettles/Tea at ten',
    ]);
  });

  it('takes a session without an end for a moment', () => {
    const at = (startsAt: string, endsAt: string | null = null) => ({ startsAt, endsAt });
    const open = at('2026-05-01T09:00:00.000Z');
    expect(overlapsOf([open, at('2026-05-01T09:00:00.000Z'), at('2026-05-01T09:30:00.000Z')])).toHaveLength(
      1,
    );
  });
});
