/**
 * Instants, plain dates and zones. Instants are ISO 8601 strings in UTC with milliseconds; plain dates are
 * `YYYY-MM-DD`; zones are IANA names. `Temporal` does the arithmetic: it is native in every browser we run in.
 */

/** `2023-08-05T03:24:15.000Z` */
export type Instant = string;
/** `2023-08-05` */
export type PlainDate = string;
/** `Asia/Seoul` */
export type TimeZone = string;

/** Milliseconds since 1970 as an instant. */
export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString();

/** Milliseconds since 1970 of an instant. */
export const epochMsOf = (instant: Instant): number => Date.parse(instant);

/** True for an instant as we write it: `Date` alone takes 30 February for 2 March, which `Temporal` then refuses. */
export const isInstant = (text: string): boolean => {
  const epochMs = epochMsOf(text);
  return !Number.isNaN(epochMs) && instantOf(epochMs) === text;
};

/** The zone as the machine knows it, or `null` when it is no zone. */
export const parseTimeZone = (text: string): TimeZone | null => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text.trim()).timeZoneId;
  } catch {
    return null;
  }
};

/** True for a date of the calendar written `YYYY-MM-DD`. */
export const isPlainDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

/** The calendar day of an instant in a zone. */
export const plainDateIn = (instant: Instant, timeZone: TimeZone): PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The wall clock of an instant in a zone, `HH:MM`. */
export const clockTimeIn = (instant: Instant, timeZone: TimeZone): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5);

/**
 * RFC 3339 with the zone's offset at that instant and whole seconds: `2023-08-05T12:24:15+09:00`.
 * UTC is written `+00:00`, so that every consumer reads an offset.
 */
export const withOffset = (instant: Instant, timeZone: TimeZone): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toString({
    smallestUnit: 'second',
    timeZoneName: 'never',
  });

/**
 * The instant at which a zone's clocks show a date and time. A time that the clocks skip is read an hour later,
 * one that comes twice as its first (`compatible`, RFC 5545 section 3.3.5).
 *
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM` or `HH:MM:SS`
 * @returns `null` when one of the three is not what it must be
 */
export const instantAt = (date: PlainDate, time: string, timeZone: TimeZone): Instant | null => {
  try {
    const zoned = Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' }).toZonedDateTime(
      timeZone,
    );
    return instantOf(zoned.epochMilliseconds);
  } catch {
    return null;
  }
};

/** The machine's own zone. */
export const machineTimeZone = (): TimeZone => new Intl.DateTimeFormat().resolvedOptions().timeZone;
