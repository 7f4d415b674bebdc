/**
 * Sessions wherever they stand in a JSON file that is no format of its own: Open Event (lists of sessions, an event,
 * speakers), pretalx API and site exports, home-made lists.
 */
import { safeAddress } from '../model/address.ts';
import type { Speaker } from '../model/session.ts';
import { isPlainDate } from '../model/time.ts';
import { isRecord, type JsonRecord, recordIn, textIn, textOfValue, withPlainNames } from './json-record.ts';
import { withoutWrapping } from './json-shapes.ts';
import { parseLooseDate } from './loose-dates.ts';
import { type LooseField, looseFieldsOf } from './loose-fields.ts';
import { readLooseSession } from './loose-session.ts';
import {
  NO_RAW_PROGRAMME,
  type RawProgramme,
  type RawSession,
  type RemarkCollector,
} from './raw-programme.ts';
import { speakerNamed } from './speaker-names.ts';
import { parseWhen } from './when.ts';

const MAX_DEPTH = 12;
const MAX_DATE_LENGTH = 40;

const personOf = (value: unknown): Speaker => {
  if (!isRecord(value)) return speakerNamed(textOfValue(value));
  const person = withPlainNames(value);
  const name =
    textIn(person, 'name', 'fullname', 'publicname', 'displayname') ||
    `${textIn(person, 'firstname')} ${textIn(person, 'lastname')}`;
  return speakerNamed(name, {
    affiliation: textIn(person, 'organisation', 'organization', 'affiliation', 'company', 'employer'),
    role: textIn(person, 'position', 'jobtitle', 'role', 'tagline', 'title'),
    url: safeAddress(textIn(person, 'website', 'url', 'link', 'homepage')) ?? '',
  });
};

const peopleIn = (value: unknown): readonly Speaker[] =>
  (Array.isArray(value) ? value : []).map(personOf).filter(({ name }) => name !== '');

/** The texts of a value that may be nested: `{ "name": … }`, a list of either. */
const textsOf = (value: unknown, language: string): string => {
  if (Array.isArray(value))
    return value
      .map((item) => textsOf(item, language))
      .filter(Boolean)
      .join(', ');
  return (isRecord(value) ? textIn(value, 'name', 'title', 'label') : '') || textOfValue(value, language);
};

/** A session and where in the file it stood; the path may hold its day and its minute. */
interface Found {
  readonly record: JsonRecord;
  /** What the objects around it say of all that is in them. */
  readonly around: Around;
  readonly path: readonly string[];
}

interface Around {
  readonly date: string;
  readonly room: string;
}

const ROOMS = /^(?:rooms?|stages?|halls?|locations?|venues?|saal|raum)$/i;

/** The day or the room that this object stands for, for what is in it. */
const aroundIn = (record: JsonRecord, path: readonly string[], around: Around): Around => {
  const fields = looseFieldsOf(Object.keys(record));
  const text = (field: LooseField): string => {
    const value = record[fields.get(field) ?? ''];
    return typeof value === 'string' ? value.trim() : '';
  };
  const [date] = [text('date'), text('title'), text('start')].filter(
    (each) => parseLooseDate(each, 'day-first') !== null,
  );
  const isRoom = ROOMS.test(path.findLast((key) => !/^\d+$/.test(key)) ?? '');
  return {
    date: (date ?? '').slice(0, MAX_DATE_LENGTH) || around.date,
    room: (isRoom ? text('title') || text('room') : '') || around.room,
  };
};

/** `{"2026-04-19": …}` and `{"rooms": {"Hall": …}}`: a name that says where its content belongs. */
const aroundByName = (name: string, path: readonly string[], around: Around): Around => ({
  date: parseLooseDate(name, 'day-first') === null ? around.date : name,
  room: ROOMS.test(path.at(-1) ?? '') && !/^\d+$/.test(name) ? name : around.room,
});

const TIMES: readonly LooseField[] = ['start', 'date'];
const CONTENTS: readonly LooseField[] = ['speakers', 'abstract', 'room'];

/** A title with a time, or with what only a session has. */
const isSession = (record: JsonRecord, path: readonly string[]): boolean => {
  const slot = recordIn(record, 'slot');
  const fields = looseFieldsOf([...Object.keys(record), ...Object.keys(slot)]);
  if (!fields.has('title')) return false;
  const texts = textIn(record, 'title', 'Title', 'name');
  const isInSlot = path.some(isPlainDate) && path.some((key) => /^\d{1,4}$/.test(key));
  return (
    isInSlot ||
    TIMES.some((field) => fields.has(field)) ||
    (texts !== '' && CONTENTS.filter((field) => fields.has(field)).length >= 2)
  );
};

const HOLDERS = /^(?:sessions?|talks|events|items|slots|schedule|programm?e?|agenda|entries|presentations)$/i;

/** True for rooms that hold lists of what is in them. */
const holdsMore = (rooms: unknown): boolean =>
  isRecord(rooms)
    ? Object.values(rooms).some((list) => Array.isArray(list) && list.some(isRecord))
    : Array.isArray(rooms) &&
      rooms.some(
        (room) =>
          isRecord(room) && Object.values(room).some((list) => Array.isArray(list) && list.some(isRecord)),
      );

/** True for a day, a block or a room that lists sessions: it has a title and a time too, but is none. */
const holdsSessions = (record: JsonRecord, path: readonly string[]): boolean =>
  Object.entries(record).some(
    ([name, list]) =>
      (ROOMS.test(name) && holdsMore(list)) ||
      (HOLDERS.test(name) &&
        Array.isArray(list) &&
        list.some((item) => isRecord(item) && isSession(item, [...path, name]))),
  );

/** True for what stands for a whole conference: a place and dates, no speakers. */
const isConference = (plain: JsonRecord): boolean =>
  ['locationname', 'city', 'timezone', 'country', 'cfpurl', 'venuename'].some((name) => name in plain) &&
  !('speakers' in plain) &&
  textIn(plain, 'name', 'title') !== '';

const findSessions = (value: unknown, path: readonly string[], around: Around, found: Found[]): void => {
  if (path.length > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) findSessions(item, [...path, String(index)], around, found);
    return;
  }
  if (!isRecord(value)) return;
  if (!isConference(withPlainNames(value)) && isSession(value, path) && !holdsSessions(value, path)) {
    found.push({ record: value, path, around });
    return;
  }
  const inside = aroundIn(value, path, around);
  for (const [name, item] of Object.entries(value)) {
    // Speakers and tracks list their sessions; those are not the programme. Rooms may be, and may only be names.
    const isAside =
      /^(?:speakers|tracks|persons|people)$/i.test(name) || (ROOMS.test(name) && !holdsMore(item));
    if (typeof item === 'object' && !isAside)
      findSessions(item, [...path, name], aroundByName(name, path, inside), found);
  }
};

const placeOf = (path: readonly string[]): string =>
  path.reduce(
    (place, key) => (/^\d+$/.test(key) ? `${place}[${key}]` : place === '' ? key : `${place}.${key}`),
    '',
  );

/** `{"2026-04-19": {"540": …}}`: the day and the minute of the day that lead to a session. */
const clockInPath = (path: readonly string[]): string => {
  const at = path.findIndex(isPlainDate);
  const minutes = Number(path[at + 1]);
  if (at < 0 || !Number.isInteger(minutes) || minutes >= 1440) return '';
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
  return `${path[at]}T${clock}:00`;
};

const readSession = ({ record, path, around }: Found, remarks: RemarkCollector): RawSession => {
  const merged: JsonRecord = { ...record, ...recordIn(record, 'slot') };
  const fields = looseFieldsOf(Object.keys(merged).filter((name) => textsOf(merged[name], 'en') !== ''));
  const language = textIn(record, 'language', 'content_locale') || 'en';
  const place = placeOf(path);
  const read = (field: LooseField): string => {
    const name = fields.get(field);
    const text = name === undefined ? '' : textsOf(merged[name], language);
    if (field === 'track') return text.split(', ')[0] ?? '';
    if (field === 'date' || field === 'room') return text || around[field];
    return field === 'start' && text === '' ? clockInPath(path) : text;
  };
  const plain = withPlainNames(merged);
  const listNames = Object.keys(merged).filter((name) => Array.isArray(merged[name]));
  const people = peopleIn(merged[looseFieldsOf(listNames).get('speakers') ?? '']);
  const field = (name: LooseField): string => (name === 'speakers' && people.length > 0 ? '' : read(name));
  const session = readLooseSession(place, field, 'day-first', remarks);
  return {
    ...session,
    type: session.type || textsOf(plain.sessiontype ?? plain.submissiontype, language),
    speakers: people.length > 0 ? people : session.speakers,
    description: session.description || textIn(plain, 'shortabstract'),
    isBreak: session.isBreak || path.some((key) => /^(?:extra|extras|breaks|pauses)$/i.test(key)),
  };
};

/** The objects of a value that may be one, a list, or a map by id. */
const recordsOf = (value: unknown): readonly JsonRecord[] =>
  (Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []).filter(isRecord);

const isPerson = (record: JsonRecord): boolean =>
  'shortbiography' in record || 'biography' in record || 'bio' in record || 'organisation' in record;

/** People listed on their own: under `speakers`, or a file of speakers alone. */
const peopleListed = (file: unknown): readonly Speaker[] => {
  const listed = isRecord(file) ? recordsOf(file.speakers) : recordsOf(file);
  return listed.filter((record) => isRecord(file) || isPerson(withPlainNames(record))).map(personOf);
};

/** What the file says of the event itself. */
const eventFacts = (file: unknown): Partial<RawProgramme> => {
  if (!isRecord(file)) return {};
  const nested = ['event', 'conference']
    .map((name) => recordIn(file, name))
    .find((event) => Object.keys(event).length > 0);
  const event = withPlainNames(nested ?? file);
  if (!isConference(event) && nested === undefined) return {};
  return {
    title: textIn(event, 'name', 'title'),
    acronym: textIn(event, 'acronym', 'slug', 'identifier'),
    zoneName: textIn(event, 'timezone', 'timezonename'),
    startsOn: parseWhen(textIn(event, 'startsat', 'starttime', 'startdate', 'datefrom', 'start')),
    endsOn: parseWhen(textIn(event, 'endsat', 'endtime', 'enddate', 'dateto', 'end')),
    venue: textIn(event, 'locationname', 'venue', 'venuename', 'city', 'location'),
    country: textIn(event, 'country'),
    url: safeAddress(textIn(event, 'externaleventurl', 'url', 'eventurl', 'website')) ?? '',
  };
};

/** True for Open Event: its sessions stand in microlocations, its event and its speakers have these names. */
const isOpenEvent = (file: unknown, found: readonly Found[]): boolean => {
  const first = found[0]?.record ?? (Array.isArray(file) ? file.find(isRecord) : file);
  if (!isRecord(first)) return false;
  const plain = withPlainNames(first);
  return (
    'microlocation' in plain || 'shortbiography' in plain || ('locationname' in plain && 'timezone' in plain)
  );
};

/** @returns `null` when nothing in the file is a session, an event or a speaker */
export const readJsonSessions = (wrapped: unknown, remarks: RemarkCollector): RawProgramme | null => {
  const file = withoutWrapping(wrapped);
  const found: Found[] = [];
  findSessions(file, [], { date: '', room: '' }, found);
  const people = peopleListed(file);
  const facts = eventFacts(file);
  if (found.length === 0 && people.length === 0 && !facts.title) return null;
  return {
    ...NO_RAW_PROGRAMME,
    ...facts,
    format: isOpenEvent(file, found) ? 'open-event' : 'json-sessions',
    sessions: found.map((session) => readSession(session, remarks)),
    people,
  };
};
