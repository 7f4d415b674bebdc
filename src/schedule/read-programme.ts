/** Text of a published programme -> programme. What format it is in is found by its shape, never by its name. */
import { InvalidInput } from '../model/errors.ts';
import { parseTimeZone, type TimeZone } from '../model/time.ts';
import { buildProgramme } from './build-programme.ts';
import { readC3vocJson } from './c3voc-json.ts';
import { isJCal, readCalendar, textOfJCal } from './calendar-in.ts';
import { looksLikeCsv, readCsv } from './csv-table.ts';
import { readFrabXml } from './frab-xml.ts';
import { commonestCountryAddress } from './hosts.ts';
import { readJsonLdProgramme } from './json-ld.ts';
import { withPeopleResolved } from './json-people.ts';
import { isRecord, type JsonRecord, listIn, recordIn, recordsIn, textIn } from './json-record.ts';
import { readJsonSessions } from './json-sessions.ts';
import { joinSlots } from './json-slots.ts';
import { parseJson } from './json-text.ts';
import { isWebPage } from './page-schedules.ts';
import type { Programme } from './programme.ts';
import { createRemarkCollector, type RawProgramme, type RemarkCollector } from './raw-programme.ts';
import { refused } from './refusal.ts';
import { readSessionizeAll, readSessionizeGrid, readSessionizeGroups } from './sessionize.ts';
import { calendarTextOf, isXcal } from './xcal.ts';
import { recordOfXml } from './xml-records.ts';
import { childrenOf, parseXml, type XmlElement } from './xml-tree.ts';

export interface ReadProgrammeOptions {
  /** The zone the person named; wall clocks without a zone are read in it. */
  readonly timeZone?: TimeZone;
  /** The machine's own zone, offered where the file has none. */
  readonly machineTimeZone: TimeZone;
}

/** Characters; the largest programme seen has 2.2 million. */
const MAX_PROGRAMME_LENGTH = 20_000_000;

const isListOf = (value: unknown, has: (record: JsonRecord) => boolean): value is readonly JsonRecord[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord) && value.some(has);

/** A list of conferences, each with its dates and its city: nothing in it is a session. */
const isConferenceList = (file: unknown): boolean =>
  isListOf(file, (record) => 'startDate' in record && 'endDate' in record && !('@type' in record));

const readJson = (file: unknown, remarks: RemarkCollector): RawProgramme => {
  if (isJCal(file)) return readCalendar(textOfJCal(file), remarks);
  if (isRecord(file)) {
    const conference = recordIn(recordIn(file, 'schedule'), 'conference');
    if (Array.isArray(conference.days)) return readC3vocJson(file, remarks);
    if (/json-schema\.org/.test(textIn(file, '$schema'))) {
      throw refused('no-programme', '$schema', 'json: a schema that describes schedules, not a schedule');
    }
    const isAll = listIn(file, 'sessions').some(
      (session) => isRecord(session) && 'startsAt' in session && 'title' in session,
    );
    if (isAll && (Array.isArray(file.rooms) || Array.isArray(file.speakers)))
      return readSessionizeAll(file, remarks);
  }
  if (isListOf(file, (day) => recordsIn(day, 'rooms').some((room) => Array.isArray(room.sessions)))) {
    return readSessionizeGrid(file);
  }
  if (isListOf(file, (group) => 'groupName' in group && Array.isArray(group.sessions))) {
    return readSessionizeGroups(file);
  }
  const linked = readJsonLdProgramme(file);
  if (linked !== null) return linked;
  if (isConferenceList(file))
    throw refused('no-programme', '[0]', 'json: a list of conferences, not the programme of one');
  const found = readJsonSessions(file, remarks);
  if (found === null) throw refused('no-programme', '', 'json: nothing in it is a session');
  return found;
};

const hasEvents = (root: XmlElement): boolean =>
  childrenOf(root, 'day', 'event').length > 0 || childrenOf(root, 'day', 'room', 'event').length > 0;

const readXml = (text: string, remarks: RemarkCollector): RawProgramme => {
  const root = parseXml(text);
  if (isXcal(root)) return readCalendar(calendarTextOf(root), remarks);
  const isSchedule = root.name === 'schedule' || root.name === 'iframe-schedule';
  if (isSchedule && hasEvents(root)) return readFrabXml(root, remarks);
  // What is no schedule of a known kind has sessions all the same where it says when they are.
  const found = readJsonSessions(recordOfXml(root), remarks);
  if (found?.sessions.some(({ start }) => start !== null)) return { ...found, format: 'xml-sessions' };
  if (isSchedule) return readFrabXml(root, remarks);
  throw refused('no-programme', `line ${root.line}`, `xml: a <${root.name}>, not a schedule`);
};

/** What stands in a page's comment, where the whole text is one: calendars are handed out so. */
const withoutComment = (text: string): string => {
  const trimmed = text.trimStart();
  return trimmed.startsWith('<!--') && trimmed.trimEnd().endsWith('-->')
    ? trimmed.trimEnd().slice(4, -3).trimStart()
    : trimmed;
};

const IS_JSON = /^\s*[[{]/;

const readRaw = (text: string, remarks: RemarkCollector): RawProgramme => {
  if (isWebPage(text)) throw refused('web-page', 'line 1', 'html: a web page, not a schedule');
  const calendar = withoutComment(text);
  if (/^BEGIN:VCALENDAR/i.test(calendar)) return readCalendar(calendar, remarks);
  if (/^\s*</.test(text)) return readXml(text.trimStart(), remarks);
  if (IS_JSON.test(text)) return readJson(parseJson(text, remarks), remarks);
  if (looksLikeCsv(text)) return readCsv(text, remarks);
  throw refused('unknown-shape', 'line 1', 'no schedule format begins like this');
};

/** One of several files that hold a programme together, as Open Event's do. */
export interface ProgrammePart {
  /** As the person sees it: `sessions.json`. It names places, it decides nothing. */
  readonly name: string;
  readonly text: string;
}

const readPart = (text: string, remarks: RemarkCollector): RawProgramme => {
  if (text.length > MAX_PROGRAMME_LENGTH)
    throw refused('too-long', 'file', `longer than ${MAX_PROGRAMME_LENGTH} characters`);
  const content = text.replace(/^\ufeff/, '');
  if (content.trim() === '') throw refused('empty', 'file', 'empty');
  const damaged = content.indexOf('\ufffd');
  if (damaged >= 0) {
    remarks.fault('damaged-characters', `line ${content.slice(0, damaged).split('\n').length}`, {
      text: content.slice(Math.max(0, damaged - 20), damaged + 20),
    });
  }
  return readRaw(content, remarks);
};

const build = (
  raw: RawProgramme,
  texts: readonly string[],
  options: ReadProgrammeOptions,
  remarks: RemarkCollector,
): Programme => {
  const given = options.timeZone === undefined ? null : parseTimeZone(options.timeZone);
  if (options.timeZone !== undefined && given === null) throw refused('no-zone', 'timeZone', 'no such zone');
  const machineZone = parseTimeZone(options.machineTimeZone) ?? 'UTC';
  return buildProgramme(
    withPeopleResolved(raw, remarks),
    given,
    machineZone,
    texts.map(commonestCountryAddress).join(''),
    remarks,
  );
};

/**
 * Reads a programme in any of the known formats.
 *
 * @throws {InvalidInput} too long, empty, broken, or no schedule; `field` names the place in the file
 */
export const readProgramme = (text: string, options: ReadProgrammeOptions): Programme => {
  const remarks = createRemarkCollector();
  return build(readPart(text, remarks), [text], options, remarks);
};

/** What fails in a part names it. */
const inPart = <Result>({ name, text }: ProgrammePart, read: (text: string) => Result): Result => {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { field = '', reason, kind } = error.details;
    throw new InvalidInput(`${name}: ${field}`, String(reason), { kind: String(kind), cause: error });
  }
};

/**
 * Reads a programme that comes in several files: event, sessions, speakers. What the first to state a fact says,
 * counts.
 *
 * @throws {InvalidInput} as `readProgramme`; `field` begins with the file's name
 */
export const readProgrammeParts = (
  parts: readonly ProgrammePart[],
  options: ReadProgrammeOptions,
): Programme => {
  const remarks = createRemarkCollector();
  const texts = parts.map(({ text }) => text.replace(/^\ufeff/, ''));
  const isOfSlots =
    texts.some((text) => text.includes('"timeslots"')) &&
    texts.every((text) => text.length <= MAX_PROGRAMME_LENGTH && IS_JSON.test(text));
  const whole = isOfSlots
    ? joinSlots(parts.map((part) => inPart(part, (text) => parseJson(text, createRemarkCollector()))))
    : null;
  if (whole !== null) return build(readJson(whole, remarks), texts, options, remarks);
  const raws = parts.map((part) => inPart(part, (text) => readPart(text, remarks)));
  const [first] = raws;
  if (first === undefined) throw refused('empty', 'file', 'empty');
  const withFacts = raws.find(({ title }) => title !== '') ?? first;
  const withSessions = raws.find(({ sessions }) => sessions.length > 0) ?? first;
  const joined: RawProgramme = {
    ...withFacts,
    format: withSessions.format,
    zoneName: raws.find(({ zoneName }) => zoneName !== '')?.zoneName ?? '',
    days: raws.flatMap(({ days }) => days),
    sessions: raws.flatMap(({ sessions }) => sessions),
    people: raws.flatMap(({ people }) => people),
    peopleById: new Map(raws.flatMap(({ peopleById }) => [...peopleById])),
  };
  return build(joined, texts, options, remarks);
};
