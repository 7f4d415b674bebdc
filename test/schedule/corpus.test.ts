/**
 * The real files of the corpus, against figures counted another way: `xml.etree`, `json` and regular expressions over
 * the raw text in Python, with `zoneinfo` for the zones. `minutes` is the sum of all starts in minutes since 1970: one
 * wrong instant changes it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/model/errors.ts';
import type { Programme } from '../../src/schedule/programme.ts';
import { programmeTextOf } from '../../src/schedule/programme-bytes.ts';
import { readProgramme, readProgrammeParts } from '../../src/schedule/read-programme.ts';

const corpus = process.env.LANYARD_CORPUS;
const folder = join(corpus ?? '', 'schedules');
const textOf = (file: string): string => programmeTextOf(readFileSync(join(folder, file)));
const read = (file: string, timeZone?: string): Programme =>
  readProgramme(textOf(file), { machineTimeZone: 'UTC', ...(timeZone === undefined ? {} : { timeZone }) });

const figuresOf = ({ format, timeZone, sessions, rooms, speakers, days }: Programme) => {
  const starts = sessions.flatMap(({ startsAt }) => startsAt ?? []);
  return {
    format,
    timeZone,
    sessions: sessions.length,
    rooms: rooms.length,
    speakers: speakers.length,
    days: days.length,
    first: starts[0]?.slice(0, 16),
    last: starts.at(-1)?.slice(0, 16),
    minutes: starts.reduce((sum, start) => sum + Date.parse(start) / 60_000, 0),
  };
};

describe.skipIf(corpus === undefined)('the schedules of LANYARD_CORPUS', () => {
  // file, format, zone, sessions, rooms, speakers, days, first start, last start, sum of starts
  it.each([
    [
      'frab-38c3-20251206.schedule.xml',
      'frab-xml',
      'Europe/Berlin',
      1007,
      72,
      567,
      4,
      '2024-12-27T09:30',
      '2024-12-30T17:15',
      29126275920,
    ],
    [
      'giggity-debconf23.xml',
      'frab-xml',
      'Asia/Kolkata',
      117,
      5,
      87,
      8,
      '2023-09-10T01:30',
      '2023-09-17T13:30',
      3304494480,
    ],
    [
      'giggity-fosdem_2021.xml',
      'frab-xml',
      'Europe/Brussels',
      773,
      106,
      684,
      2,
      '2021-02-06T08:00',
      '2021-02-07T17:00',
      20776388170,
    ],
    [
      'voc-example-frab-camp2019.json',
      'c3voc-json',
      'Europe/Berlin',
      79,
      2,
      90,
      5,
      '2019-08-21T09:00',
      '2019-08-25T16:00',
      2062630200,
    ],
    [
      'voc-example-pretalx-democon.json',
      'c3voc-json',
      'UTC',
      36,
      2,
      27,
      3,
      '2020-12-14T08:00',
      '2020-12-16T14:00',
      964817730,
    ],
    [
      'voc-hub-schedule2-example.json',
      'c3voc-hub-json',
      'Europe/Berlin',
      2,
      2,
      4,
      4,
      '2024-12-27T09:30',
      '2024-12-27T23:15',
      57843885,
    ],
    // 38 records, session 32 stands twice.
    [
      'openevent-droidcon17-sessions.json',
      'open-event',
      '-07:00',
      37,
      3,
      32,
      2,
      '2017-04-10T16:00',
      '2017-04-11T23:30',
      920008800,
    ],
    // 68 talks, 8 sprints, 5 meals.
    [
      'pretalx-pyconfr-2024.schedule.json',
      'json-sessions',
      'Europe/Paris',
      81,
      10,
      77,
      3,
      '2024-10-31T09:00',
      '2024-11-03T15:30',
      2336263110,
    ],
    // No attendee nor organizer in the file; the speakers come from lists in 17 descriptions.
    [
      'jres-2022.ics',
      'icalendar',
      'Europe/Paris',
      120,
      15,
      28,
      4,
      '2022-05-17T09:00',
      '2022-05-20T10:40',
      3305806660,
    ],
    [
      'kielux-2020.ics',
      'icalendar',
      'Europe/Berlin',
      24,
      4,
      20,
      2,
      '2020-09-18T09:00',
      '2020-09-19T15:00',
      640192380,
    ],
    [
      'moca24.ics',
      'icalendar',
      'Europe/Rome',
      88,
      4,
      80,
      3,
      '2024-09-13T10:00',
      '2024-09-15T13:00',
      2531915955,
    ],
  ])('%s', (file, format, timeZone, sessions, rooms, speakers, days, first, last, minutes) => {
    expect(figuresOf(read(file))).toEqual({
      format,
      timeZone,
      sessions,
      rooms,
      speakers,
      days,
      first,
      last,
      minutes,
    });
  });

  it('sessionize-globalazure-linz-2022-all.json, in the zone the person names: 12 people, two of one name', () => {
    expect(figuresOf(read('sessionize-globalazure-linz-2022-all.json', 'Europe/Vienna'))).toEqual({
      format: 'sessionize-all',
      timeZone: 'Europe/Vienna',
      sessions: 13,
      rooms: 3,
      speakers: 11,
      days: 1,
      first: '2025-05-10T07:00',
      last: '2025-05-10T12:25',
      minutes: 378488540,
    });
    expect(read('sessionize-globalazure-linz-2022-all.json').timeZoneSource).toBe('assumed');
  });

  it('dddperth-2023-agenda.json: 19 sessions that have no times', () => {
    expect(figuresOf(read('dddperth-2023-agenda.json'))).toMatchObject({
      sessions: 19,
      speakers: 19,
      days: 0,
      minutes: 0,
    });
  });

  it('openevent-droidcon17: event, sessions and 33 speakers as one programme, one more speaker in its sessions', () => {
    const names = ['event', 'sessions', 'speakers'].map((part) => `openevent-droidcon17-${part}.json`);
    const programme = readProgrammeParts(
      names.map((name) => ({ name, text: textOf(name) })),
      { machineTimeZone: 'UTC' },
    );
    expect(programme).toMatchObject({
      title: 'Droidcon 2017',
      timeZoneSource: 'file',
      startsOn: '2017-04-10',
    });
    expect(figuresOf(programme)).toMatchObject({
      sessions: 37,
      rooms: 3,
      speakers: 34,
      days: 2,
      minutes: 920008800,
    });
  });

  it('every session has a key of its own, and a start where the file has one', () => {
    for (const file of [
      'frab-38c3-20251206.schedule.xml',
      'giggity-fosdem_2021.xml',
      'moca24.ics',
      'jres-2022.ics',
    ]) {
      const { sessions } = read(file);
      expect(new Set(sessions.map(({ key }) => key)).size).toBe(sessions.length);
      expect(sessions.every(({ startsAt }) => startsAt !== null)).toBe(true);
      // JRES states one session that ends the moment it begins.
      expect(sessions.filter(({ endsAt }) => endsAt === null)).toHaveLength(file === 'jres-2022.ics' ? 1 : 0);
    }
  });

  it.each([
    ['voc-example-invalid-example.json', 'schedule.rooms', /schema/],
    ['confs-tech-2025-android.json', '[0]', /list of conferences/],
    ['voc-schedule.schema.json', '$schema', /schema/],
    ['voc-schedule.xml.xsd', 'line 31', /not a schedule/],
    ['INDEX.tsv', 'line 1', /no schedule format/],
  ])('%s is refused with a reason', (file, field, reason) => {
    expect(() => read(file)).toThrow(InvalidInput);
    try {
      read(file);
    } catch (error) {
      expect(error).toMatchObject({ details: { field, reason: expect.stringMatching(reason) } });
    }
  });
});

describe.runIf(corpus === undefined)('the schedules of LANYARD_CORPUS', () => {
  it.skip('are not here: set LANYARD_CORPUS to the folder that holds them', () => {});
});
