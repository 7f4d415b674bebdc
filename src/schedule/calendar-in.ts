/** iCalendar (RFC 5545) as conferences publish it, read with ical.js; the speakers have no standard place in it. */
import ICAL from 'ical.js';
import type { Speaker } from '../model/session.ts';
import {
  type CalendarEvent,
  eventsOf,
  firstText,
  type JCalComponent,
  propertiesOf,
} from './calendar-event.ts';
import { unfoldCalendar } from './calendar-lines.ts';
import {
  NO_RAW_PROGRAMME,
  NO_RAW_SESSION,
  type RawProgramme,
  type RawSession,
  type RemarkCollector,
} from './raw-programme.ts';
import { refused } from './refusal.ts';
import { sortLinks } from './session-links.ts';
import { isBreakByWords } from './session-words.ts';
import {
  speakerNamed,
  speakersInDescription,
  speakersInTitle,
  speakersStatedInTitle,
} from './speaker-names.ts';

/** From which share of the sessions on a habit is taken for the file's way of naming speakers. */
const HABIT = 0.5;
/** Below that many talks a habit cannot be told from chance. */
const FEW = 2;
const MAX_SUBJECT_LENGTH = 60;

const parseJCal = (text: string): readonly JCalComponent[] => {
  try {
    const parsed = ICAL.parse(text) as unknown as JCalComponent | readonly JCalComponent[];
    return typeof parsed[0] === 'string' ? [parsed as JCalComponent] : (parsed as readonly JCalComponent[]);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refused('broken', 'calendar', `icalendar: ${reason}`, error);
  }
};

/** A calendar in JSON (RFC 7265), or several of them. */
export const isJCal = (file: unknown): file is unknown[] =>
  Array.isArray(file) && (file[0] === 'vcalendar' || (Array.isArray(file[0]) && file[0][0] === 'vcalendar'));

/** The calendar text of a file that `isJCal`. @throws {InvalidInput} its parts are not where they belong */
export const textOfJCal = (file: unknown[]): string => {
  const calendars = typeof file[0] === 'string' ? [file] : file.filter(Array.isArray);
  try {
    return calendars.map((calendar) => ICAL.stringify(calendar)).join('\r\n');
  } catch (error) {
    throw refused('broken', 'vcalendar', 'jcal: not [name, properties, components]', error);
  }
};

const namesIn = (event: CalendarEvent, property: string): readonly string[] =>
  propertiesOf(event.component, property)
    .map(([, parameters]) => parameters.cn)
    .flatMap((name) => (typeof name === 'string' ? name.replace(/^"|"$/g, '').split(/,\s+|\\n/) : []))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^\S+@\S+\.\S+$/.test(name));

/** Organizers are the speakers where nearly every session has another one. */
const organizersSpeak = (events: readonly CalendarEvent[]): boolean => {
  const names = events.flatMap((event) => namesIn(event, 'organizer'));
  const distinct = new Set(names);
  return distinct.size > FEW && distinct.size >= names.length * HABIT;
};

const titlesNameSpeakers = (events: readonly CalendarEvent[]): boolean => {
  const talks = events.filter(({ title }) => !isBreakByWords(title, ''));
  const named = talks.filter(({ title }) => speakersInTitle(title) !== null);
  return named.length >= FEW && named.length >= talks.length * HABIT;
};

interface Habits {
  readonly inTitle: boolean;
  readonly inOrganizer: boolean;
}

/** Finds the speakers of an event, wherever this file puts them. */
const withSpeakers = (
  event: CalendarEvent,
  habits: Habits,
  remarks: RemarkCollector,
): { readonly title: string; readonly description: string; readonly speakers: readonly Speaker[] } => {
  const { title, description } = event;
  const attendees = [...namesIn(event, 'attendee'), ...namesIn(event, 'x-speaker')].map((name) =>
    speakerNamed(name),
  );
  const introduced = speakersInDescription(description);
  const rest = introduced?.rest ?? description;
  if (introduced !== null) remarks.assume('speakers-from-description', event.place, { title });
  if (attendees.length > 0) return { title, description: rest, speakers: attendees };
  const inTitle = speakersStatedInTitle(title) ?? (habits.inTitle ? speakersInTitle(title) : null);
  if (inTitle !== null) {
    remarks.assume('speakers-from-title', event.place, { title });
    const speakers = introduced?.speakers ?? inTitle.speakers;
    return { title: inTitle.title, description: rest, speakers };
  }
  if (introduced !== null) return { title, description: rest, speakers: introduced.speakers };
  const organizers = habits.inOrganizer ? namesIn(event, 'organizer') : [];
  if (organizers.length > 0) remarks.assume('speakers-from-organizer', event.place, { title });
  return { title, description, speakers: organizers.map((name) => speakerNamed(name)) };
};

const sessionOf = (event: CalendarEvent, habits: Habits, remarks: RemarkCollector): RawSession => {
  const { title, description, speakers } = withSpeakers(event, habits, remarks);
  const categories = propertiesOf(event.component, 'categories').flatMap(([, , , ...values]) =>
    values.map(String),
  );
  return {
    ...NO_RAW_SESSION,
    place: event.place,
    uid: event.uid,
    title,
    // pretalx repeats the title as the description.
    description: description === title || description === event.title ? '' : description,
    speakers,
    room: firstText(event.component, 'location'),
    track: categories[0]?.trim() ?? '',
    type: categories.slice(1).join(', '),
    start: event.start,
    end: event.end,
    durationMinutes: event.durationMinutes,
    page: firstText(event.component, 'url'),
    ...sortLinks(
      propertiesOf(event.component, 'attach')
        .filter(([, , type]) => type === 'uri')
        .map(([, , , url]) => ({ url: String(url), title: '', type: '' })),
    ),
    isCancelled: /^cancelled$/i.test(firstText(event.component, 'status')),
  };
};

/** The calendar's zone: `X-WR-TIMEZONE`, a stray `VTIMEZONE` line, or the only zone it defines. */
const zoneNameOf = (calendar: JCalComponent): string => {
  const definitions = calendar[2].filter(([name]) => name === 'vtimezone');
  const [only] = definitions;
  return (
    firstText(calendar, 'x-wr-timezone') ||
    firstText(calendar, 'vtimezone') ||
    (definitions.length === 1 && only !== undefined ? firstText(only, 'tzid') : '')
  );
};

/** Some calendars name themselves in their description alone; running text is no name. */
const calendarSubject = (calendar: JCalComponent): string => {
  const text = firstText(calendar, 'x-wr-caldesc');
  return text.length <= MAX_SUBJECT_LENGTH && !text.includes('\n') ? text : '';
};

/**
 * @param text starts with `BEGIN:VCALENDAR`
 * @throws {InvalidInput} cut off, or not iCalendar
 */
export const readCalendar = (text: string, remarks: RemarkCollector): RawProgramme => {
  const calendars = parseJCal(unfoldCalendar(text, remarks)).filter(([name]) => name === 'vcalendar');
  const [calendar] = calendars;
  if (calendar === undefined) throw refused('no-programme', 'line 1', 'icalendar: no VCALENDAR');
  const events = calendars.flatMap((each) => eventsOf(each, remarks));
  const habits: Habits = { inTitle: titlesNameSpeakers(events), inOrganizer: organizersSpeak(events) };
  const zones = new Set(events.flatMap(({ zoneName }) => (zoneName === '' ? [] : [zoneName])));
  const [onlyZone = ''] = zones.size === 1 ? [...zones] : [];
  return {
    ...NO_RAW_PROGRAMME,
    format: 'icalendar',
    title: firstText(calendar, 'x-wr-calname') || firstText(calendar, 'name') || calendarSubject(calendar),
    url: firstText(calendar, 'url') || firstText(calendar, 'source'),
    zoneName: zoneNameOf(calendar) || onlyZone,
    sessions: events.map((event) => sessionOf(event, habits, remarks)),
  };
};
