/** The days of an event as a person reads them. */
import type { ConferenceEvent } from '../model/event.ts';
import { uiLanguage } from '../ui/strings.ts';

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** `5–6 August 2023` in the interface's language; empty when the days are not known. */
export const eventDatesText = ({
  startsOn,
  endsOn,
}: Pick<ConferenceEvent, 'startsOn' | 'endsOn'>): string => {
  const first = startsOn ?? endsOn;
  if (first === null) return '';
  const format = new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(asDate(first), asDate(endsOn ?? first));
};

/** The date that the front matter writes, as a person reads it in this language; what is no date stays as it is. */
export const postDateText = (date: string, language: string): string => {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? '';
  return Number.isNaN(Date.parse(day))
    ? date
    : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(asDate(day));
};

/** `Saturday, 5 August`, for the outline of an event of several days. */
export const dayHeading = (day: string): string =>
  new Intl.DateTimeFormat(uiLanguage(), {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(asDate(day));
