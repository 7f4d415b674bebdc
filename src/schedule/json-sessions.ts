/**
 * Sessions wherever they stand in a JSON file that is no format of its own: Open Event (lists of sessions, an event,
 * speakers), pretalx API and site exports, home-made lists.
 */
import { safeAddress } from '../model/address.ts';
import { isPlainDate } from '../model/time.ts';
import { type FoundSession, findSessions, isConference } from './json-find.ts';
import { peopleIn, peopleListed } from './json-people.ts';
import { isRecord, type JsonRecord, recordIn, textIn, textOfValue, withPlainNames } from './json-record.ts';
import { withoutWrapping } from './json-shapes.ts';
import { type LooseField, looseFieldsOf } from './loose-fields.ts';
import { type DateHabit, dateHabitOf, readLooseSession } from './loose-session.ts';
import {
  NO_RAW_PROGRAMME,
  type RawProgramme,
  type RawSession,
  type RemarkCollector,
} from './raw-programme.ts';
import { parseWhen } from './when.ts';

/** The texts of a value that may be nested: `{ "name": … }`, a list of either. */
const textsOf = (value: unknown, language: string): string => {
  if (Array.isArray(value))
    return value
      .map((item) => textsOf(item, language))
      .filter(Boolean)
      .join(', ');
  return (isRecord(value) ? textIn(value, 'name', 'title', 'label') : '') || textOfValue(value, language);
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

const readSession = (
  { record, path, around }: FoundSession,
  dates: DateHabit,
  remarks: RemarkCollector,
): RawSession => {
  const merged: JsonRecord = { ...record, ...recordIn(record, 'slot') };
  const fields = looseFieldsOf(Object.keys(merged).filter((name) => textsOf(merged[name], 'en') !== ''));
  const language = textIn(record, 'language', 'content_locale') || 'en';
  const place = placeOf(path);
  const read = (field: LooseField): string => {
    const name = fields.get(field);
    const text = name === undefined ? '' : textsOf(merged[name], language);
    if (field === 'track') return text.split(', ')[0] || around.track;
    if (field === 'date' || field === 'room') return text || around[field];
    if (field === 'start') return text || clockInPath(path) || around.start;
    // The end of the slot goes with its start.
    return field === 'end' && text === '' && !fields.has('start') ? around.end : text;
  };
  const plain = withPlainNames(merged);
  const listNames = Object.keys(merged).filter((name) => Array.isArray(merged[name]));
  const people = peopleIn(merged[looseFieldsOf(listNames).get('speakers') ?? '']);
  const field = (name: LooseField): string => (name === 'speakers' && people.length > 0 ? '' : read(name));
  const session = readLooseSession(place, field, dates, remarks);
  return {
    ...session,
    type:
      session.type ||
      textsOf(plain.sessiontype ?? plain.submissiontype, language) ||
      (path.at(-1) === 'keynote' ? 'keynote' : ''),
    speakers: people.length > 0 ? people : session.speakers,
    description: session.description || textIn(plain, 'shortabstract'),
    isBreak: session.isBreak || path.some((key) => /^(?:extra|extras|breaks|pauses)$/i.test(key)),
  };
};

/** Where files keep what they say of the event. */
const ABOUT = ['event', 'conference', 'config', 'meta', 'info', 'settings'];

/** What the file says of the event itself; a title alone, beside sessions, is the event's. */
const eventFacts = (file: unknown, hasSessions: boolean): Partial<RawProgramme> => {
  if (!isRecord(file)) return {};
  const top = withPlainNames(file);
  const about = ABOUT.map((name) => withPlainNames(recordIn(file, name))).filter(
    (record) => Object.keys(record).length > 0,
  );
  const isAbout = isConference(top) || 'event' in file || 'conference' in file || hasSessions;
  if (!isAbout) return {};
  const first = (...names: readonly string[]): string =>
    [...about, top].map((record) => textIn(record, ...names)).find((text) => text !== '') ?? '';
  return {
    title: first('name', 'title', 'eventname', 'conferencename') || textIn(top, 'event', 'conference'),
    acronym: first('acronym', 'slug', 'identifier'),
    zoneName: first('timezone', 'timezonename'),
    startsOn: parseWhen(first('startsat', 'starttime', 'startdate', 'datefrom', 'start')),
    endsOn: parseWhen(first('endsat', 'endtime', 'enddate', 'dateto', 'end')),
    venue: first('locationname', 'venue', 'venuename', 'city', 'location'),
    country: first('country'),
    url: safeAddress(first('externaleventurl', 'url', 'eventurl', 'website')) ?? '',
  };
};

/** True for Open Event: its sessions stand in microlocations, its event and its speakers have these names. */
const isOpenEvent = (file: unknown, found: readonly FoundSession[]): boolean => {
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
  const found = findSessions(file);
  const dates = dateHabitOf('day-first', () => JSON.stringify(file), remarks);
  const people = peopleListed(file);
  const facts = eventFacts(file, found.length > 0);
  if (found.length === 0 && people.people.length === 0 && !facts.title) return null;
  return {
    ...NO_RAW_PROGRAMME,
    ...facts,
    ...people,
    format: isOpenEvent(file, found) ? 'open-event' : 'json-sessions',
    sessions: found.map((session) => readSession(session, dates, remarks)),
  };
};
