/** Dates, times and durations as schedule files write them. */
import { instantAt, type PlainDate, type TimeZone } from '../model/time.ts';

/** An instant with the offset it was written in, a wall clock that needs a zone, or a day. */
export type When =
  | {
      readonly kind: 'instant';
      readonly ms: number;
      readonly offsetMinutes: number;
      /** `+02:00` */
      readonly zone: TimeZone;
      readonly isUtc: boolean;
    }
  | {
      readonly kind: 'local';
      readonly date: PlainDate;
      readonly time: string;
      readonly zone: TimeZone | null;
    }
  | { readonly kind: 'day'; readonly date: PlainDate };

export const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

const pad = (value: number): string => String(value).padStart(2, '0');

/** Arithmetic alone: this is asked for every session, several times. */
const isDayOfCalendar = (year: number, month: number, day: number): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();

/**
 * Reads ISO 8601 as schedules write it: a date; a date and time; either with an offset.
 *
 * @returns `null` when it is no such text, or no date of the calendar
 */
export const parseWhen = (text: string): When | null => {
  const match = DATE_TIME.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', offset] = match;
  const date = `${year}-${month}-${day}`;
  if (!isDayOfCalendar(Number(year), Number(month), Number(day))) return null;
  if (hour === undefined) return { kind: 'day', date };
  const time = `${hour}:${minute}:${second}`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (offset === undefined) return { kind: 'local', date, time, zone: null };
  const isUtc = offset.toUpperCase() === 'Z' || /^[+-]00:?00$/.test(offset);
  const zone = isUtc ? '+00:00' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const ms = Date.parse(`${date}T${time}${zone}`);
  if (Number.isNaN(ms)) return null;
  const offsetMinutes =
    (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
  return { kind: 'instant', ms, offsetMinutes, zone, isUtc };
};

const CLOCK =
  /^(\d{1,2})(?:\s*[:.h時时点點시]\s*(\d{2})?)?(?::(\d{2}))?\s*(?:uhr|hrs|h|分|분)?\s*([ap])?\.?\s?(m)?\.?$/i;
/** The half of the day before the clock, as East Asian clocks have it. */
const HALF_BEFORE = /^(?:(오전|午前|上午|am)|(오후|午後|下午|pm))\s*(?=\d)/i;

/** The half of the day behind the clock. */
const halfBehind = (text: string): string => {
  const [found = '', morning] = HALF_BEFORE.exec(text) ?? [];
  return found === '' ? text : `${text.slice(found.length)} ${morning === undefined ? 'pm' : 'am'}`;
};

/** Reads a wall clock, `9:05`, `09.05`, `9h05`, `9:05 PM`, as `HH:MM:SS`; `null` when it is none. */
export const parseClock = (text: string): string | null => {
  const match = CLOCK.exec(halfBehind(text.trim()));
  if (match === null) return null;
  const [, hours = '', minutes, seconds = '00', half] = match;
  if (minutes === undefined && half === undefined && !/[:.h時时点點시]/i.test(text)) return null;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minute = Number(minutes ?? '0');
  if (hour > 23 || minute > 59 || Number(seconds) > 59) return null;
  return `${pad(hour)}:${pad(minute)}:${seconds}`;
};

const ISO_DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/i;

/**
 * Reads a duration in minutes: `1:30`, `01:30`, `00:30:00` (hours first), `1:00:30:00` (days first), `PT1H30M`,
 * `45`, `45 min`, `1h30`, `2 hours`.
 *
 * @returns `null` when it is none
 */
export const parseDurationMinutes = (text: string): number | null => {
  const trimmed = text.trim();
  if (/^\d+(:\d{1,2}){1,3}$/.test(trimmed)) {
    const parts = trimmed.split(':').map(Number);
    const [days, hours, minutes] = parts.length === 4 ? parts : [0, parts[0] ?? 0, parts[1] ?? 0];
    return (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0);
  }
  const iso = ISO_DURATION.exec(trimmed);
  if (iso !== null && trimmed.length > 2) {
    return Number(iso[1] ?? 0) * 1440 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  }
  const minutes = /^(\d{1,4})\s*(?:m|min|mins|minutes?|minuten|分|분)?\.?$/i.exec(trimmed);
  if (minutes !== null) return Number(minutes[1]);
  const hours =
    /^(\d{1,2})(?:[.,](\d))?\s*(?:h|hrs?|hours?|stunden?|heures?|時間|시간)\s*(?:(\d{1,2})\s*(?:m|min)?)?$/i.exec(
      trimmed,
    );
  return hours === null ? null : Number(hours[1]) * 60 + Number(hours[2] ?? 0) * 6 + Number(hours[3] ?? 0);
};

/** Milliseconds since 1970, a wall clock being read in the zone; `null` for a day and what is no time there. */
export const epochMsIn = (when: When, timeZone: TimeZone): number | null => {
  if (when.kind === 'instant') return when.ms;
  if (when.kind === 'day') return null;
  const instant = instantAt(when.date, when.time, when.zone ?? timeZone);
  return instant === null ? null : Date.parse(instant);
};

/** The day `days` later. */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The wall clock of an instant in the offset it was written in. */
export const clockAsWritten = (ms: number, offsetMinutes: number): string =>
  new Date(ms + offsetMinutes * MINUTE_MS).toISOString().slice(11, 16);
