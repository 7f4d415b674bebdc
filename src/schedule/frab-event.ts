/** One event of a frab schedule, XML or JSON: its start out of date, clock, day and day change. */
import type { Speaker } from '../model/session.ts';
import { isPlainDate, type PlainDate, parseTimeZone } from '../model/time.ts';
import { NO_RAW_SESSION, type RawSession, type RemarkCollector } from './raw-programme.ts';
import { refused } from './refusal.ts';
import { type StatedLink, sortLinks } from './session-links.ts';
import {
  addDays,
  clockAsWritten,
  epochMsIn,
  parseClock,
  parseDurationMinutes,
  parseWhen,
  type When,
} from './when.ts';

/** An event's fields as text, from either twin. */
export interface FrabEvent {
  readonly place: string;
  readonly guid: string;
  readonly code: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly type: string;
  readonly room: string;
  readonly track: string;
  readonly language: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
  readonly duration: string;
  readonly abstract: string;
  readonly description: string;
  readonly url: string;
  readonly status: string;
  readonly persons: readonly Speaker[];
  readonly links: readonly StatedLink[];
}

/** The day that holds the event. */
export interface DayFrame {
  readonly date: PlainDate | null;
  readonly start: When | null;
  readonly end: When | null;
  /** Until when the night belongs to the day before: `04:00`. */
  readonly dayChange: string;
}

/** Where a file is silent, a clock before this hour on a day that began later is after midnight. */
const NIGHT_ENDS = '05:00:00';
/** A day that begins at noon does not make its morning the night after. */
const LATEST_DAY_CHANGE = '09:00:00';

/**
 * A day's date.
 *
 * @throws {InvalidInput} its year is out of range
 */
export const readFrabPlainDate = (text: string, place: string): PlainDate | null => {
  const date = text.slice(0, 10);
  if (!isPlainDate(date)) return null;
  const year = Number(date.slice(0, 4));
  if (year < 1970 || year > 2200)
    throw refused('out-of-range', place, `date out of range: ${text.slice(0, 40)}`);
  return date;
};

/** The wall clock at which the day begins, or `null` when the file does not say. */
const dayBegins = (frame: DayFrame): string | null => {
  if (frame.start?.kind === 'local') return frame.start.time;
  if (frame.start?.kind === 'instant' && !frame.start.isUtc) {
    return `${clockAsWritten(frame.start.ms, frame.start.offsetMinutes)}:00`;
  }
  return parseClock(frame.dayChange.slice(0, 5));
};

/** The calendar days a clock of this conference day can be on, the likeliest first. */
const datesNear = (date: PlainDate): readonly PlainDate[] => [date, addDays(date, 1), addDays(date, -1)];

/** The date on which the clock falls into the day's own span; `null` when the file gives no span. */
const dateInSpan = (clock: string, date: PlainDate, frame: DayFrame, zoneName: string): PlainDate | null => {
  if (frame.start?.kind !== 'instant' || frame.end?.kind !== 'instant') return null;
  const { ms: from } = frame.start;
  const { ms: until } = frame.end;
  const zone = parseTimeZone(zoneName) ?? (frame.start.isUtc ? null : frame.start.zone);
  if (zone === null) return null;
  const isInside = (candidate: PlainDate): boolean => {
    const ms = epochMsIn({ kind: 'local', date: candidate, time: clock, zone: null }, zone);
    return ms !== null && ms >= from && ms < until;
  };
  return datesNear(date).find(isInside) ?? null;
};

/** The start from the day's date and the clock alone; a clock before the day begins is on the next calendar day. */
const startInDay = (
  clock: string,
  frame: DayFrame,
  zoneName: string,
  event: FrabEvent,
  remarks: RemarkCollector,
): When | null => {
  if (frame.date === null) return null;
  remarks.assume('start-from-day', event.place);
  const begins = dayBegins(frame) ?? NIGHT_ENDS;
  const isNight = clock < begins && clock < LATEST_DAY_CHANGE;
  const date =
    dateInSpan(clock, frame.date, frame, zoneName) ?? (isNight ? addDays(frame.date, 1) : frame.date);
  if (date > frame.date) remarks.assume('after-midnight', event.place, { title: event.title });
  return { kind: 'local', date, time: clock, zone: null };
};

/** @returns the event; what could not be read of it is a remark */
export const readFrabEvent = (
  event: FrabEvent,
  frame: DayFrame,
  zoneName: string,
  remarks: RemarkCollector,
): RawSession => {
  const stated = parseWhen(event.date);
  if (event.date !== '' && stated === null)
    remarks.fault('bad-time', event.place, { text: event.date.slice(0, 60) });
  const full = stated === null || stated.kind === 'day' ? parseWhen(event.start) : null;
  const clock = parseClock(event.start);
  const dated = stated?.kind === 'day' ? { ...frame, date: stated.date } : frame;
  const start =
    stated !== null && stated.kind !== 'day'
      ? stated
      : full !== null && full.kind !== 'day'
        ? full
        : clock === null
          ? null
          : startInDay(clock, dated, zoneName, event, remarks);
  if (clock === null && full === null && event.start !== '') {
    remarks.fault('bad-time', event.place, { text: event.start.slice(0, 60) });
  }
  const durationMinutes = parseDurationMinutes(event.duration);
  if (event.duration !== '' && durationMinutes === null) {
    remarks.fault('bad-duration', event.place, { text: event.duration.slice(0, 60) });
  }
  return {
    ...NO_RAW_SESSION,
    place: event.place,
    guid: event.guid,
    code: event.code,
    id: event.id,
    title: event.title,
    subtitle: event.subtitle,
    type: event.type,
    speakers: event.persons,
    room: event.room,
    track: event.track,
    language: event.language,
    start,
    end: parseWhen(event.end),
    durationMinutes,
    clock: clock?.slice(0, 5) ?? '',
    day: frame.date,
    abstract: event.abstract,
    description: event.description,
    page: event.url,
    ...sortLinks(event.links),
    isCancelled: /^cancell?ed$|^withdrawn$/i.test(event.status),
  };
};
