/** Times as a person reads them, by `Intl` in the interface's language. */
import { epochMsOf, type Instant, type TimeZone } from '../model/time.ts';
import { t, uiLanguage } from './strings.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (timeZone: TimeZone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${uiLanguage()} ${timeZone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(uiLanguage(), { timeZone, ...options });
  formats.set(key, known);
  return known;
};

/** `10:30`, in the event's zone. */
export const timeText = (instant: Instant, timeZone: TimeZone): string =>
  format(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(epochMsOf(instant));

/** `10:30–11:10`, or the start alone. */
export const timeRangeText = (start: Instant, end: Instant | null, timeZone: TimeZone): string =>
  end === null ? timeText(start, timeZone) : `${timeText(start, timeZone)}–${timeText(end, timeZone)}`;

/** `12 min`, or hours and minutes. */
export const durationText = (ms: number): string => {
  const minutes = Math.max(0, Math.ceil(ms / 60_000));
  const number = (value: number) => new Intl.NumberFormat(uiLanguage()).format(value);
  return minutes < 60
    ? t('minutes', number(minutes))
    : t('hoursMinutes', number(Math.floor(minutes / 60)), number(minutes % 60));
};
