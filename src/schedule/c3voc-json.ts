/** The JSON twin of the schedule XML (`https://c3voc.de/schedule/schema.json`), and the hub's second version of it. */
import type { Speaker } from '../model/session.ts';
import { type DayFrame, readFrabEvent, readFrabPlainDate } from './frab-event.ts';
import { isRecord, type JsonRecord, recordIn, recordsIn, textIn } from './json-record.ts';
import {
  NO_RAW_PROGRAMME,
  type RawProgramme,
  type RawSession,
  type RemarkCollector,
} from './raw-programme.ts';
import { refused } from './refusal.ts';
import type { StatedLink } from './session-links.ts';
import { speakerNamed } from './speaker-names.ts';
import { parseWhen } from './when.ts';

const personOf = (person: unknown): Speaker =>
  isRecord(person)
    ? speakerNamed(textIn(person, 'name', 'public_name', 'full_public_name'), {
        affiliation: textIn(person, 'affiliation', 'organization'),
        url: textIn(person, 'url'),
      })
    : speakerNamed(typeof person === 'string' ? person : '');

const peopleOf = (event: JsonRecord): readonly Speaker[] =>
  ['persons', 'participants', 'speakers']
    .flatMap((name) => (Array.isArray(event[name]) ? (event[name] as readonly unknown[]) : []))
    .map(personOf)
    .filter(({ name }) => name !== '');

const linkOf = (link: JsonRecord): StatedLink => ({
  url: textIn(link, 'url', 'href'),
  title: textIn(link, 'title', 'name'),
  type: textIn(link, 'type'),
});

const linksOf = (event: JsonRecord): readonly StatedLink[] => [
  ...recordsIn(event, 'attachments').map(linkOf),
  ...recordsIn(event, 'links').map(linkOf),
  ...[textIn(event, 'video_download_url')].map((url) => ({ url, title: '', type: 'recording' })),
];

const readEvent = (
  event: JsonRecord,
  place: string,
  room: string,
  frame: DayFrame,
  zoneName: string,
  remarks: RemarkCollector,
): RawSession =>
  readFrabEvent(
    {
      place,
      guid: textIn(event, 'guid'),
      code: textIn(event, 'code'),
      id: textIn(event, 'id'),
      title: textIn(event, 'title'),
      subtitle: textIn(event, 'subtitle'),
      type: textIn(event, 'type'),
      room: isRecord(event.room) ? textIn(event.room, 'name', 'slug') : textIn(event, 'room') || room,
      track: isRecord(event.track) ? textIn(event.track, 'name', 'slug') : textIn(event, 'track'),
      language: textIn(event, 'language'),
      date: textIn(event, 'date'),
      start: textIn(event, 'start'),
      end: textIn(event, 'end'),
      duration: textIn(event, 'duration'),
      abstract: textIn(event, 'abstract'),
      description: textIn(event, 'description'),
      url: textIn(event, 'url'),
      status: textIn(event, 'status', 'state'),
      persons: peopleOf(event),
      links: linksOf(event),
    },
    frame,
    zoneName,
    remarks,
  );

/**
 * What a file breaks of the schema that it says it follows, where the schema forbids it outright: `rooms` beside the
 * conference, and people who are known by neither a number nor a code.
 *
 * @throws {InvalidInput}
 */
const checkDeclaredSchema = (schedule: JsonRecord, days: readonly JsonRecord[]): void => {
  if (schedule.rooms === undefined) return;
  const events = days.flatMap((day) =>
    Object.values(recordIn(day, 'rooms')).flatMap((room) =>
      Array.isArray(room) ? room.filter(isRecord) : [],
    ),
  );
  const nameless = events
    .flatMap((event) => recordsIn(event, 'persons'))
    .find(
      ({ id, code }) =>
        typeof id !== 'number' &&
        !/^\d*$/.test(String(id ?? '')) &&
        typeof code === 'string' &&
        !/^[A-Z0-9]+$/.test(code),
    );
  const person =
    nameless === undefined ? '' : `; the person with id "${String(nameless.id)}" has no valid id`;
  throw refused(
    'schema',
    'schedule.rooms',
    `the schema this file declares forbids rooms beside the conference${person}`,
  );
};

/**
 * @param file an object with `schedule.conference.days`
 * @throws {InvalidInput} it breaks the schema that it declares
 */
export const readC3vocJson = (file: JsonRecord, remarks: RemarkCollector): RawProgramme => {
  const schedule = recordIn(file, 'schedule');
  const conference = recordIn(schedule, 'conference');
  const zoneName = textIn(conference, 'time_zone_name');
  const days = recordsIn(conference, 'days');
  if (typeof file.$schema === 'string') checkDeclaredSchema(schedule, days);
  const dayPlace = (index: number): string => `schedule.conference.days[${index}]`;
  const frames = days.map(
    (day, index): DayFrame => ({
      date: readFrabPlainDate(textIn(day, 'date'), dayPlace(index)),
      start: parseWhen(textIn(day, 'day_start', 'start')),
      end: parseWhen(textIn(day, 'day_end', 'end')),
      dayChange: textIn(conference, 'day_change'),
    }),
  );
  const nowhere: DayFrame = { date: null, start: null, end: null, dayChange: '' };
  const sessions = days.flatMap((day, index) =>
    Object.entries(recordIn(day, 'rooms')).flatMap(([room, events]) =>
      (Array.isArray(events) ? events : []).flatMap((event: unknown, at) => {
        const place = `${dayPlace(index)}.rooms["${room}"][${at}]`;
        if (isRecord(event))
          return [readEvent(event, place, room, frames[index] ?? nowhere, zoneName, remarks)];
        remarks.fault('unreadable-row', place);
        return [];
      }),
    ),
  );
  // The hub's version lists all events beside the conference.
  const listed = recordsIn(schedule, 'events').map((event, index) =>
    readEvent(event, `schedule.events[${index}]`, '', nowhere, zoneName, remarks),
  );
  const tracks = new Map(
    recordsIn(conference, 'tracks').map((track) => [textIn(track, 'slug'), textIn(track, 'name')]),
  );
  return {
    ...NO_RAW_PROGRAMME,
    format: listed.length > 0 && sessions.length === 0 ? 'c3voc-hub-json' : 'c3voc-json',
    acronym: textIn(conference, 'acronym'),
    title: textIn(conference, 'title'),
    zoneName,
    startsOn: parseWhen(textIn(conference, 'start')),
    endsOn: parseWhen(textIn(conference, 'end')),
    venue: [textIn(conference, 'venue'), textIn(conference, 'city')].filter((text) => text !== '').join(', '),
    country: textIn(conference, 'country'),
    url: textIn(conference, 'url') || textIn(schedule, 'base_url'),
    days: frames.flatMap(({ date, start }) => (date === null ? [] : [{ date, start }])),
    sessions: [...sessions, ...listed].map((session) => ({
      ...session,
      track: tracks.get(session.track) || session.track,
    })),
  };
};
