/** A session out of loosely named fields: a row of a table or an object in a JSON list. */
import type { Speaker } from '../model/session.ts';
import { type PlainDate, parseTimeZone } from '../model/time.ts';
import {
  type DateOrder,
  holdsDate,
  parseLooseDate,
  parseYearlessDate,
  withoutDate,
  yearsIn,
} from './loose-dates.ts';
import type { LooseField } from './loose-fields.ts';
import { NO_RAW_SESSION, type RawSession, type RemarkCollector } from './raw-programme.ts';
import { speakersInText } from './speaker-names.ts';
import { addDays, parseClock, parseDurationMinutes, parseWhen, type When } from './when.ts';

/** How a reader gives the text of a field; empty when there is none. */
export type FieldReader = (field: LooseField) => string;

/** How a file writes its dates. */
export interface DateHabit {
  readonly parse: (text: string) => PlainDate | null;
}

/**
 * @param order what comes first, the day or the month
 * @param source all of the file, where a date without a year finds one; asked for only then
 */
export const dateHabitOf = (order: DateOrder, source: () => string, remarks: RemarkCollector): DateHabit => {
  let years: readonly number[] | null = null;
  return {
    parse: (text) => {
      const date = parseLooseDate(text, order);
      if (date !== null || !holdsDate(text)) return date;
      years ??= yearsIn(source());
      const guess = parseYearlessDate(text, years);
      if (guess !== null) remarks.assume('year-assumed', '', { text: text.slice(0, 60), date: guess });
      return guess;
    },
  };
};

/** A clock, also without its colon, and where a dash ties it to its date: `0930`, `2026-06-02-0930`. */
const parseLooseClock = (text: string): string | null =>
  parseClock(text.replace(/^[-\s]*(\d{2})(\d{2})$/, '$1:$2'));

/** Reads a date and time in whatever field it stands; the clock alone takes the date of its own field. */
const readWhen = (text: string, dateText: string, zoneName: string, dates: DateHabit): When | null => {
  if (text === '') return null;
  const zone = zoneName === '' ? null : parseTimeZone(zoneName);
  const whole = parseWhen(text);
  if (whole?.kind === 'instant') return whole;
  if (whole?.kind === 'local') return { ...whole, zone };
  if (/^\d{9,13}$/.test(text)) {
    const ms = Number(text) * (text.length > 10 ? 1 : 1000);
    return { kind: 'instant', ms, offsetMinutes: 0, zone: '+00:00', isUtc: true };
  }
  const own = dates.parse(text);
  const date = own ?? dates.parse(dateText);
  const clock = parseLooseClock(own === null ? text : withoutDate(text));
  if (date === null) return null;
  if (clock === null) return whole ?? null;
  return { kind: 'local', date, time: clock, zone };
};

const RANGE =
  /^(.*?\d\s*(?:[:.h時时点點시]\s*\d{0,2})?\s*(?:uhr|分|분)?\s*(?:[ap]\.?\s?m?\.?)?)\s*(?:[-–—~〜～→]|\bto\b|\bbis\b|à|\ba\b|\buntil\b)\s*((?:오전|오후|午前|午後|上午|下午)?\s*\d{1,2}\s*(?:[:.h時时点點시]\s*\d{0,2})?(?::\d{2})?\s*(?:uhr|分|분)?\s*(?:[ap]\.?\s?m?\.?)?)$/i;
const HALF = /([ap])\.?\s?m\.?$/i;

/** `9:00 - 9:45 AM`: what is said of the end goes for the start, which is before it. */
const withHalfOf = (start: string, end: string): string => {
  const [, half] = HALF.exec(end) ?? [];
  if (half === undefined || HALF.test(start)) return start;
  const hourOf = (text: string): number => Number(/(\d{1,2})(?:[:.]\d{2})?[^\d]*$/.exec(text)?.[1]) % 12;
  const other = half.toLowerCase() === 'p' ? 'am' : 'pm';
  return `${start} ${hourOf(start) > hourOf(end.replace(HALF, '')) ? other : `${half}m`}`;
};

/** `09:00 - 09:45` in one field, with a date before it or not: its two ends. */
const splitRange = (text: string): readonly [string, string] => {
  if (parseWhen(text) !== null) return [text, ''];
  const [, start = '', end = ''] = RANGE.exec(text.trim()) ?? [];
  if (parseClock(end) === null) return [text, ''];
  const isAfternoon = /오후|午後|下午|p\.?\s?m\.?\s*$/i.test(start) && parseClock(`${end} pm`) !== null;
  return isAfternoon ? [start.trim(), `${end} pm`] : [withHalfOf(start.trim(), end), end];
};

const speakersOf = (field: FieldReader): readonly Speaker[] => {
  const speakers = speakersInText(field('speakers'));
  if (speakers.length !== 1) return speakers;
  return speakers.map((speaker) => ({
    ...speaker,
    affiliation: speaker.affiliation || field('affiliation'),
    role: speaker.role || field('role'),
  }));
};

const LONGEST_OVER_NOON = 4;
const afterNoon = (time: string): string => `${Number(time.slice(0, 2)) + 12}${time.slice(2)}`;
const hoursBetween = (from: string, until: string): number =>
  Number(until.slice(0, 2)) - Number(from.slice(0, 2));

/** @returns the session; a time that cannot be read is a remark */
export const readLooseSession = (
  place: string,
  field: FieldReader,
  dates: DateHabit,
  remarks: RemarkCollector,
): RawSession => {
  const [startText, rangeEnd] = splitRange(field('start'));
  const endText = (field('end') || rangeEnd).replace(/^24:00/, '00:00');
  const dateText = field('date');
  const start = readWhen(startText || dateText, dateText, field('zone'), dates);
  if (start === null && (startText !== '' || dateText !== '')) {
    remarks.fault('bad-time', place, { text: `${dateText} ${startText}`.trim().slice(0, 60) });
  }
  let end = readWhen(endText, start?.kind === 'local' ? start.date : dateText, field('zone'), dates);
  if (start?.kind === 'local' && end?.kind === 'local' && end.date === start.date && end.time < start.time) {
    // `11:45 - 01:15` of a clock with twelve hours is after noon; else what runs past midnight ends on the next day.
    const afternoon = afterNoon(end.time);
    const isNoon = afternoon > start.time && hoursBetween(start.time, afternoon) <= LONGEST_OVER_NOON;
    end = isNoon ? { ...end, time: afternoon } : { ...end, date: addDays(end.date, 1) };
  }
  const duration = field('duration');
  const durationMinutes = parseDurationMinutes(duration);
  if (duration !== '' && durationMinutes === null) {
    remarks.fault('bad-duration', place, { text: duration.slice(0, 60) });
  }
  return {
    ...NO_RAW_SESSION,
    place,
    guid: field('guid'),
    code: field('code'),
    id: field('id'),
    uid: field('uid'),
    title: field('title'),
    subtitle: field('subtitle'),
    type: field('type'),
    speakers: speakersOf(field),
    room: field('room'),
    track: field('track'),
    language: field('language'),
    start,
    end,
    durationMinutes,
    abstract: field('abstract'),
    description: field('description'),
    page: field('page'),
    slides: field('slides'),
    recording: field('recording'),
    isBreak: /^(?:true|yes|1|x)$/i.test(field('break')),
    isCancelled: /^cancell?ed$|^withdrawn$|^rejected$|취소|中止/i.test(field('status')),
  };
};
