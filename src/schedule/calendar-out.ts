/** The attended sessions as an iCalendar file (RFC 5545), for any calendar program. */
import ICAL from 'ical.js';
import type { ConferenceEvent } from '../model/event.ts';
import type { Session } from '../model/session.ts';
import type { Instant } from '../model/time.ts';

const PRODUCT = '-//Lanyard//Lanyard//EN';

/** UTC, so that no zone has to be defined: `2026-04-19T01:30:00Z`. */
const utc = (instant: Instant): InstanceType<typeof ICAL.Time> =>
  ICAL.Time.fromDateTimeString(`${instant.slice(0, 19)}Z`);

const addressOf = (link: Session['links']['page']): string =>
  link === null || link === 'pending' ? '' : link.url;

const describe = ({ speakers, abstract, links }: Session): string =>
  [
    speakers
      .map(({ name, affiliation }) => (affiliation === '' ? name : `${name} (${affiliation})`))
      .join(', '),
    abstract,
    addressOf(links.slides),
    addressOf(links.recording),
  ]
    .filter((text) => text !== '')
    .join('\n\n');

const componentOf = (
  session: Session & { readonly startsAt: Instant },
): InstanceType<typeof ICAL.Component> => {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', `${session.id}@lanyard`);
  component.addPropertyWithValue('dtstamp', utc(session.updatedAt));
  component.addPropertyWithValue('sequence', session.revision - 1);
  component.addPropertyWithValue('dtstart', utc(session.startsAt));
  if (session.endsAt !== null && session.endsAt > session.startsAt) {
    component.addPropertyWithValue('dtend', utc(session.endsAt));
  }
  component.addPropertyWithValue('summary', session.title);
  const description = describe(session);
  const page = addressOf(session.links.page);
  if (session.room !== '') component.addPropertyWithValue('location', session.room);
  if (description !== '') component.addPropertyWithValue('description', description);
  if (session.track !== '') component.addPropertyWithValue('categories', session.track);
  if (page !== '') component.addPropertyWithValue('url', page);
  return component;
};

const isTimed = (session: Session): session is Session & { readonly startsAt: Instant } =>
  session.startsAt !== null;

/**
 * Writes the calendar. Same records, same bytes.
 *
 * @param sessions those the person attended; one without a start is left out
 * @returns text with CRLF line ends, folded at 75 octets
 */
export const calendarOf = (
  event: Pick<ConferenceEvent, 'name' | 'timeZone'>,
  sessions: readonly Session[],
): string => {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', PRODUCT);
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('x-wr-calname', event.name);
  calendar.addPropertyWithValue('x-wr-timezone', event.timeZone);
  const ordered = sessions
    .filter(isTimed)
    .sort((left, right) => left.startsAt.localeCompare(right.startsAt) || left.id.localeCompare(right.id));
  for (const session of ordered) calendar.addSubcomponent(componentOf(session));
  return `${calendar.toString()}\r\n`;
};
