/** The wall clock of one zone, asked for thousands of times: each quarter of an hour is worked out once. */
import { instantAt, instantOf, type PlainDate, type TimeZone } from '../model/time.ts';
import { MINUTE_MS, type When } from './when.ts';

export interface WallTime {
  readonly date: PlainDate;
  /** `HH:MM` */
  readonly clock: string;
}

export interface ZoneClock {
  readonly timeZone: TimeZone;
  /** What the zone's clocks show at that moment. */
  wallAt(epochMs: number): WallTime;
  /** The moment of a date and time; `null` for a day without a time, and for what is no time in the zone. */
  msOf(when: When): number | null;
}

/** Offsets change on quarters of an hour, nowhere else. */
const QUARTER_MS = 15 * MINUTE_MS;

/** @returns a clock of the zone that remembers its answers */
export const createZoneClock = (timeZone: TimeZone): ZoneClock => {
  const offsets = new Map<number, number>();
  const instants = new Map<string, number | null>();
  const offsetMsAt = (epochMs: number): number => {
    const quarter = Math.floor(epochMs / QUARTER_MS);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const zoned = Temporal.Instant.from(instantOf(quarter * QUARTER_MS)).toZonedDateTimeISO(timeZone);
    const offset = zoned.offsetNanoseconds / 1e6;
    offsets.set(quarter, offset);
    return offset;
  };
  return {
    timeZone,
    wallAt: (epochMs) => {
      const wall = new Date(epochMs + offsetMsAt(epochMs)).toISOString();
      return { date: wall.slice(0, 10), clock: wall.slice(11, 16) };
    },
    msOf: (when) => {
      if (when.kind === 'instant') return when.ms;
      if (when.kind === 'day') return null;
      const zone = when.zone ?? timeZone;
      const key = `${when.date}T${when.time} ${zone}`;
      const known = instants.get(key);
      if (known !== undefined) return known;
      const instant = instantAt(when.date, when.time, zone);
      const ms = instant === null ? null : Date.parse(instant);
      instants.set(key, ms);
      return ms;
    },
  };
};
