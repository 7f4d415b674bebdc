/** Dates as tables hold them: ISO, `19.4.2026`, `4/19/2026`, `2026년 4월 19일`, `April 19, 2026`. */
import { isPlainDate, type PlainDate } from '../model/time.ts';

/** Whether a date of two small numbers begins with the day or with the month. */
export type DateOrder = 'day-first' | 'month-first';

const NUMERIC = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const YEAR_FIRST = /(?<!\d)(\d{4})\s*[./年년-]\s*(\d{1,2})\s*[./月월-]\s*(\d{1,2})(?!\d)/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_WORD =
  /(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+)?\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?\b(?!:))?,?\s+(\d{4})/i;

/** `Monday, June 22`, `14 Oct`: the weekday, if it stands there, says which year it can be. */
const WITHOUT_YEAR =
  /(?:\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s.,]+)?(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?\b(?!:))\.?/i;
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');

const dateOf = (year: number, month: number, day: number): PlainDate | null => {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isPlainDate(date) ? date : null;
};

/**
 * Finds out in which order a table writes its dates.
 *
 * @param isEnglish the table's headers are English: only then may the month come first where no date tells
 * @returns `certain` is false where no date of the table tells
 */
export const dateOrderOf = (
  texts: readonly string[],
  isEnglish = true,
): { readonly order: DateOrder; readonly certain: boolean } => {
  const dates = texts.flatMap((text) => NUMERIC.exec(text) ?? []).length === 0 ? [] : texts;
  const parts = dates.flatMap((text) => {
    const match = NUMERIC.exec(text);
    return match === null ? [] : [{ first: Number(match[1]), mark: match[2], second: Number(match[3]) }];
  });
  if (parts.some(({ first }) => first > 12)) return { order: 'day-first', certain: true };
  if (parts.some(({ second }) => second > 12)) return { order: 'month-first', certain: true };
  const slashes = isEnglish && parts.some(({ mark }) => mark === '/');
  return { order: slashes ? 'month-first' : 'day-first', certain: parts.length === 0 || !slashes };
};

/** The years that a text names, the one it names most often first. */
export const yearsIn = (text: string): readonly number[] => {
  const counts = new Map<number, number>();
  for (const [year] of text.matchAll(/(?<!\d)20\d{2}(?!\d)/g))
    counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left).map(([year]) => year);
};

/** The first of the years in which a date without one is a date, and on its weekday. */
const dateInYears = (text: string, years: readonly number[]): PlainDate | null => {
  const match = WITHOUT_YEAR.exec(text);
  if (match === null) return null;
  const [, weekday = '', dayBefore, monthAfter, monthBefore, dayAfter] = match;
  const month = MONTHS.indexOf((monthAfter ?? monthBefore ?? '').toLowerCase()) + 1;
  const dates = years.flatMap((year) => dateOf(year, month, Number(dayBefore ?? dayAfter)) ?? []);
  const isOnWeekday = (date: PlainDate): boolean =>
    weekday === '' || WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] === weekday.toLowerCase();
  return dates.find(isOnWeekday) ?? null;
};

/** In these a date without a year is one, whatever its weekday. */
const ANY_YEAR = [2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034];

/** True for a text that holds a date, with its year or without. */
export const holdsDate = (text: string): boolean =>
  parseLooseDate(text, 'day-first') !== null || dateInYears(text, ANY_YEAR) !== null;

/** The date that the text holds without its year, in one of these years; `null` where it holds no such date. */
export const parseYearlessDate = (text: string, years: readonly number[]): PlainDate | null =>
  years.length === 0 ? null : dateInYears(text, years);

/** The first date in the text, or `null`. */
export const parseLooseDate = (text: string, order: DateOrder): PlainDate | null => {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) return dateOf(Number(first[1]), Number(first[2]), Number(first[3]));
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [, left, , right, year] = numeric.map(Number);
    const fullYear = (year ?? 0) < 100 ? 2000 + (year ?? 0) : (year ?? 0);
    return order === 'day-first'
      ? dateOf(fullYear, right ?? 0, left ?? 0)
      : dateOf(fullYear, left ?? 0, right ?? 0);
  }
  const word = MONTH_WORD.exec(text);
  if (word === null) return null;
  const month = MONTHS.indexOf((word[2] ?? '').toLowerCase()) + 1;
  return dateOf(Number(word[4]), month, Number(word[1] ?? word[3]));
};

/** What is left of a text when its date is taken out: `19.4.2026 09:30` leaves `09:30`. */
export const withoutDate = (text: string): string =>
  text
    .replace(YEAR_FIRST, ' ')
    .replace(NUMERIC, ' ')
    .replace(MONTH_WORD, ' ')
    .replace(WITHOUT_YEAR, ' ')
    .replace(/[T日일,]/g, ' ')
    .trim();
