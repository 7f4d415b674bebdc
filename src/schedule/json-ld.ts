/** schema.org `Event` in JSON-LD: the facts of the conference that its page states, and its sessions where it lists them. */
import { safeAddress } from '../model/address.ts';
import type { Speaker } from '../model/session.ts';
import { instantOf, type PlainDate, type TimeZone } from '../model/time.ts';
import { isRecord, type JsonRecord, recordIn, textIn, textOfValue } from './json-record.ts';
import { NO_RAW_PROGRAMME, NO_RAW_SESSION, type RawProgramme, type RawSession } from './raw-programme.ts';
import { speakerNamed } from './speaker-names.ts';
import { parseDurationMinutes, parseWhen, type When } from './when.ts';
import { zonesSuggestedBy } from './zone-names.ts';

/** What a page says about its conference; empty or `null` where it is silent. */
export interface EventFacts {
  readonly name: string;
  readonly startsOn: PlainDate | null;
  readonly endsOn: PlainDate | null;
  readonly venue: string;
  readonly url: string;
  readonly description: string;
  /** Zones that the place suggests, the likeliest first. */
  readonly timeZoneProposals: readonly TimeZone[];
}

const MAX_DEPTH = 6;
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

const isEvent = (record: JsonRecord): boolean =>
  listOf(record['@type']).some(
    (type) => typeof type === 'string' && /(?:^|[/:#])[A-Za-z]*Event(?:Series)?$/.test(type),
  );

const eventsIn = (value: unknown, depth = 0): readonly JsonRecord[] => {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => eventsIn(item, depth + 1));
  if (!isRecord(value)) return [];
  if (isEvent(value)) return [value];
  return [value['@graph'], value.mainEntity, value.about, value.itemListElement, value.item].flatMap((item) =>
    eventsIn(item, depth + 1),
  );
};

const subEvents = (event: JsonRecord): readonly JsonRecord[] => [
  ...eventsIn(event.subEvent),
  ...eventsIn(event.subEvents),
];

const placesOf = (event: JsonRecord): readonly JsonRecord[] => listOf(event.location).filter(isRecord);

const venueOf = (event: JsonRecord): string => {
  const plain = listOf(event.location).find((location) => typeof location === 'string');
  const [place] = placesOf(event);
  if (place === undefined) return textOfValue(plain);
  const address = place.address;
  const city = isRecord(address) ? textIn(address, 'addressLocality') : textOfValue(address);
  return [textIn(place, 'name'), city]
    .filter((text, at, all) => text !== '' && all.indexOf(text) === at)
    .join(', ');
};

const countryOf = (event: JsonRecord): string => {
  const address = recordIn(placesOf(event)[0] ?? {}, 'address');
  return isRecord(address.addressCountry)
    ? textIn(address.addressCountry, 'name')
    : textIn(address, 'addressCountry');
};

/** The date as the page writes it: the day of its own clock, whatever its offset. */
const plainDateOf = (when: When | null): PlainDate | null => {
  if (when === null) return null;
  return when.kind === 'instant' ? instantOf(when.ms + when.offsetMinutes * 60_000).slice(0, 10) : when.date;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A page's broken JSON-LD is no worse than none.
    return null;
  }
};

/**
 * @param jsonLd the texts of the page's `application/ld+json` scripts
 * @returns the conference: the event with the most sub-events, else the one that lasts longest; `null` without one
 */
export const eventFactsOf = (jsonLd: readonly string[]): EventFacts | null => {
  const events = jsonLd.flatMap((text) => eventsIn(parsed(text)));
  const spanOf = (event: JsonRecord): number => {
    const [start, end] = ['startDate', 'endDate'].map((name) => plainDateOf(parseWhen(textIn(event, name))));
    return start && end ? Date.parse(end) - Date.parse(start) : 0;
  };
  const [event] = events
    .filter((each) => textIn(each, 'name') !== '')
    .sort((left, right) => subEvents(right).length - subEvents(left).length || spanOf(right) - spanOf(left));
  if (event === undefined) return null;
  const url = safeAddress(textIn(event, 'url')) ?? '';
  const venue = venueOf(event);
  const startsOn = plainDateOf(parseWhen(textIn(event, 'startDate')));
  return {
    name: textIn(event, 'name'),
    startsOn,
    endsOn: plainDateOf(parseWhen(textIn(event, 'endDate'))) ?? startsOn,
    venue,
    url,
    description: textIn(event, 'description'),
    timeZoneProposals: zonesSuggestedBy({
      title: textIn(event, 'name'),
      venue,
      country: countryOf(event),
      addresses: url === '' ? [] : [url],
    }),
  };
};

/** So many parts make a programme; one is a link to a reception. */
const MIN_SESSIONS = 3;

/** The statements that list the sessions of an event, as one text that is read like a file; `null` without any. */
export const programmeInStatements = (jsonLd: readonly string[]): string | null => {
  const events = jsonLd.flatMap((text) => eventsIn(parsed(text)));
  const listing = events.find((event) => subEvents(event).length >= MIN_SESSIONS);
  return listing === undefined ? null : JSON.stringify(listing);
};

const speakersOf = (event: JsonRecord): readonly Speaker[] =>
  ['performer', 'performers', 'actor', 'contributor']
    .flatMap((name) => listOf(event[name]))
    .map((person) =>
      isRecord(person)
        ? speakerNamed(textIn(person, 'name'), {
            affiliation:
              textIn(recordIn(person, 'affiliation'), 'name') || textIn(recordIn(person, 'worksFor'), 'name'),
            role: textIn(person, 'jobTitle'),
            url: textIn(person, 'url'),
          })
        : speakerNamed(textOfValue(person)),
    )
    .filter(({ name }) => name !== '');

const sessionOf = (event: JsonRecord, place: string): RawSession => ({
  ...NO_RAW_SESSION,
  place,
  uid: textIn(event, '@id', 'identifier'),
  title: textIn(event, 'name'),
  speakers: speakersOf(event),
  room: venueOf(event),
  language: textIn(event, 'inLanguage'),
  start: parseWhen(textIn(event, 'startDate')),
  end: parseWhen(textIn(event, 'endDate')),
  durationMinutes: parseDurationMinutes(textIn(event, 'duration')),
  abstract: textIn(event, 'description'),
  page: textIn(event, 'url'),
  isCancelled: /EventCancelled$/.test(textIn(event, 'eventStatus')),
});

/** @returns the programme of the first event that lists its parts or stands alone; `null` where nothing is an event */
export const readJsonLdProgramme = (file: unknown): RawProgramme | null => {
  const events = eventsIn(file);
  const event = events.find((each) => subEvents(each).length > 0) ?? events[0];
  if (event === undefined) return null;
  return {
    ...NO_RAW_PROGRAMME,
    format: 'json-ld',
    title: textIn(event, 'name'),
    startsOn: parseWhen(textIn(event, 'startDate')),
    endsOn: parseWhen(textIn(event, 'endDate')),
    venue: venueOf(event),
    country: countryOf(event),
    url: safeAddress(textIn(event, 'url')) ?? '',
    sessions: subEvents(event).map((each, index) => sessionOf(each, `subEvent[${index}]`)),
  };
};
