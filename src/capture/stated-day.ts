/** A day as pages write it for people, as ISO 8601 writes it. */

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** Year first, as in East Asia: `2025年10月3日`, `2025. 10. 3.`, `2025/10/3`. */
const YEAR_FIRST = /(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)/;
/** `Oct 3, 2025`, `October 3rd 2025`; `3 October 2025`, `Fri, 03 Oct 2025 …`. */
const MONTH_FIRST = /([a-z]{3})[a-z]*\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})/i;
const DAY_FIRST = /(\d{1,2})(?:st|nd|rd|th)?\.?\s(?:of\s)?([a-z]{3})[a-z]*\.?,?\s(\d{4})/i;

/** The first day in the text, as `YYYY-MM-DD`; empty when there is none. */
export const dayIn = (text: string): string => {
  const [, year = '', month = '', day = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year !== '') return isoDay(year, Number(month), day);
  const [, before = '', dayAfter = '', yearAfter = ''] = MONTH_FIRST.exec(text) ?? [];
  if (monthOf(before) > 0) return isoDay(yearAfter, monthOf(before), dayAfter);
  const [, dayBefore = '', after = '', yearLast = ''] = DAY_FIRST.exec(text) ?? [];
  return isoDay(yearLast, monthOf(after), dayBefore);
};

/** 1 to 12; 0 for what is no month. */
const monthOf = (name: string): number => {
  const at = MONTHS.indexOf(name.toLowerCase());
  return name !== '' && at % 3 === 0 ? at / 3 + 1 : 0;
};

const isoDay = (year: string, month: number, day: string): string =>
  month > 0 && month <= 12 && Number(day) > 0 && Number(day) <= 31
    ? `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
    : '';
