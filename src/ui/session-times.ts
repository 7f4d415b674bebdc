/** A session's times as a form has them: day and clock times in the event's zone, and back to instants. */
import {
  clockTimeIn,
  epochMsOf,
  type Instant,
  instantAt,
  isPlainDate,
  type PlainDate,
  plainDateIn,
  type TimeZone,
} from '../model/time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Empty text where nothing is filled in. */
export interface SessionTimes {
  /** `YYYY-MM-DD` */
  readonly date: PlainDate;
  /** `HH:MM` */
  readonly start: string;
  readonly end: string;
  /** Day of the end; empty: the first time that the clock shows `end` after the start. */
  readonly endDate: PlainDate;
}

interface Span {
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
}

export type TimesProblem = 'date-missing' | 'start-missing' | 'end-before-start' | 'no-such-time';

export type ReadTimes =
  /** `nextDay`: the end lies on the day after the start. */
  (Span & { readonly problem: null; readonly nextDay: boolean }) | { readonly problem: TimesProblem };

/** The form's fields for these instants. @param date shown when there is no start yet */
export const sessionTimesOf = (
  { startsAt, endsAt }: Span,
  timeZone: TimeZone,
  date: PlainDate,
): SessionTimes => {
  if (startsAt === null) return { date, start: '', end: '', endDate: '' };
  const times = { date: plainDateIn(startsAt, timeZone), start: clockTimeIn(startsAt, timeZone) };
  if (endsAt === null) return { ...times, end: '', endDate: '' };
  const long = epochMsOf(endsAt) - epochMsOf(startsAt) >= DAY_MS;
  return {
    ...times,
    end: clockTimeIn(endsAt, timeZone),
    endDate: long ? plainDateIn(endsAt, timeZone) : '',
  };
};

const dayAfter = (date: PlainDate): PlainDate => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** The instants of these fields. An end that is not after the start is the next day's: sessions run past midnight. */
export const readSessionTimes = (times: SessionTimes, timeZone: TimeZone): ReadTimes => {
  const { date, start, end, endDate } = times;
  if (start === '') {
    if (end !== '') return { problem: 'start-missing' };
    return { problem: null, startsAt: null, endsAt: null, nextDay: false };
  }
  if (!isPlainDate(date)) return { problem: 'date-missing' };
  const startsAt = instantAt(date, start, timeZone);
  if (startsAt === null) return { problem: 'no-such-time' };
  if (end === '') return { problem: null, startsAt, endsAt: null, nextDay: false };
  const lastDay = isPlainDate(endDate) ? endDate : end > start ? date : dayAfter(date);
  const endsAt = instantAt(lastDay, end, timeZone);
  if (endsAt === null) return { problem: 'no-such-time' };
  if (epochMsOf(endsAt) <= epochMsOf(startsAt)) return { problem: 'end-before-start' };
  return { problem: null, startsAt, endsAt, nextDay: lastDay !== date };
};
