/** Conference days: a talk after midnight belongs to the day before; a day's date attribute may be a day off. */
import { epochMsOf, type Instant, type PlainDate } from '../model/time.ts';
import type { RawDay, RawProgramme, RawSession, RemarkCollector } from './raw-programme.ts';
import { addDays } from './when.ts';
import type { WallTime, ZoneClock } from './zone-clock.ts';

interface Timed {
  readonly raw: RawSession;
  readonly startsAt: Instant | null;
}

export interface DayFinder {
  /** All days, declared or in use, in order. */
  readonly all: readonly PlainDate[];
  dayOf(session: Timed): PlainDate | null;
}

/** Until this hour the night belongs to the day before, where that day has sessions. */
const NIGHT_ENDS = '04:00';

/** The day that a declared day really is: the local date of its begin, should that be another. */
const realDay = ({ date, start }: RawDay, zone: ZoneClock): PlainDate =>
  start?.kind === 'instant' ? zone.wallAt(start.ms).date : date;

export const createDayFinder = (
  raw: RawProgramme,
  sessions: readonly Timed[],
  zone: ZoneClock,
  remarks: RemarkCollector,
): DayFinder => {
  const declared = new Map(raw.days.map((day) => [day.date, realDay(day, zone)]));
  for (const [date, real] of declared) {
    if (date !== real) remarks.assume('day-a-day-off', '', { date, real });
  }
  const localOf = (instant: Instant): WallTime => zone.wallAt(epochMsOf(instant));
  const daylight = new Set(
    sessions.flatMap(({ startsAt }) => {
      if (startsAt === null) return [];
      const { date, clock } = localOf(startsAt);
      return clock < NIGHT_ENDS ? [] : [date];
    }),
  );
  const dayOf = ({ raw: { day, start }, startsAt }: Timed): PlainDate | null => {
    if (day !== null) return declared.get(day) ?? day;
    if (startsAt === null) return start?.kind === 'day' ? start.date : null;
    const { date, clock } = localOf(startsAt);
    if (clock >= NIGHT_ENDS) return date;
    const before = addDays(date, -1);
    return daylight.has(before) ? before : date;
  };
  const used = sessions.flatMap((session) => dayOf(session) ?? []);
  return { all: [...new Set([...declared.values(), ...used])].sort(), dayOf };
};
