/**
 * The schedule XML of pentabarf, frab and pretalx (`https://c3voc.de/schedule/schema.xsd`), as strict as its
 * generators are.
 */
import type { Speaker } from '../model/session.ts';
import { isPlainDate } from '../model/time.ts';
import { type DayFrame, type FrabEvent, readFrabEvent, readFrabPlainDate } from './frab-event.ts';
import { NO_RAW_PROGRAMME, type RawProgramme, type RemarkCollector } from './raw-programme.ts';
import { refused } from './refusal.ts';
import type { StatedLink } from './session-links.ts';
import { speakerNamed, splitSpeakers } from './speaker-names.ts';
import { parseWhen } from './when.ts';
import { childOf, childrenOf, textOf, type XmlElement } from './xml-tree.ts';

const personOf = (person: XmlElement): Speaker => {
  const { name = '', public_name: publicName = '', affiliation = '', url = '' } = person.attributes;
  const text = childOf(person, 'name') === undefined ? person.text.trim() : textOf(person, 'name');
  return speakerNamed(text || publicName || name || textOf(person, 'public_name'), {
    affiliation: affiliation || textOf(person, 'affiliation') || textOf(person, 'organization'),
    url: url || textOf(person, 'url'),
  });
};

const linkOf = (link: XmlElement, type = ''): StatedLink => ({
  url: (link.attributes.href ?? link.attributes.url ?? (link.text.includes('://') ? link.text : '')).trim(),
  title: (link.attributes.title ?? link.text).trim(),
  type: link.attributes.type ?? type,
});

const linksOf = (event: XmlElement): readonly StatedLink[] => [
  ...childrenOf(event, 'attachments', 'attachment').map((link) => linkOf(link)),
  ...childrenOf(event, 'links', 'link').map((link) => linkOf(link)),
  ...childrenOf(event, 'video_download_url').map((link) => linkOf(link, 'recording')),
  ...childrenOf(event, 'recording', 'url').map((link) => linkOf(link, 'recording')),
  ...childrenOf(event, 'recording', 'link').map((link) => linkOf(link, 'recording')),
];

const eventOf = (event: XmlElement, room: string): FrabEvent => ({
  place: `line ${event.line}`,
  guid: event.attributes.guid ?? textOf(event, 'guid'),
  code: event.attributes.code ?? textOf(event, 'code'),
  id: event.attributes.id ?? textOf(event, 'id'),
  title: textOf(event, 'title'),
  subtitle: textOf(event, 'subtitle'),
  type: textOf(event, 'type'),
  room: textOf(event, 'room') || room,
  track: textOf(event, 'track'),
  language: textOf(event, 'language'),
  date: textOf(event, 'date'),
  start: textOf(event, 'start'),
  end: textOf(event, 'end'),
  duration: textOf(event, 'duration'),
  abstract: textOf(event, 'abstract'),
  description: textOf(event, 'description'),
  url: textOf(event, 'url') || event.attributes.href || (/^https?:/.exec(textOf(event, 'slug'))?.input ?? ''),
  status: event.attributes.status ?? (textOf(event, 'status') || textOf(event, 'state')),
  persons: [
    ...[...childrenOf(event, 'persons', 'person'), ...childrenOf(event, 'speakers', 'speaker')].map(personOf),
    // Site generators put all of them into one.
    ...childrenOf(event, 'person').flatMap(({ text }) => splitSpeakers(text)),
  ].filter(({ name }) => name !== ''),
  links: linksOf(event),
});

/**
 * @param root the `schedule` element
 * @throws {InvalidInput} it has no `day`
 */
export const readFrabXml = (root: XmlElement, remarks: RemarkCollector): RawProgramme => {
  const conference = childOf(root, 'conference') ?? root;
  const days = childrenOf(root, 'day');
  if (days.length === 0) throw refused('no-programme', `line ${root.line}`, 'schedule: no day');
  const zoneName = textOf(conference, 'time_zone_name') || textOf(conference, 'timezone');
  const sessions = days.flatMap((day) => {
    const { date = '', start = '', end = '' } = day.attributes;
    if (date !== '' && !isPlainDate(date.slice(0, 10)))
      remarks.fault('bad-time', `line ${day.line}`, { text: date });
    const frame: DayFrame = {
      date: readFrabPlainDate(date, `line ${day.line}`),
      start: parseWhen(start),
      end: parseWhen(end),
      dayChange: textOf(conference, 'day_change'),
    };
    const inRooms = childrenOf(day, 'room').flatMap((room) =>
      childrenOf(room, 'event').map((event) => eventOf(event, room.attributes.name ?? '')),
    );
    const loose = childrenOf(day, 'event').map((event) => eventOf(event, ''));
    return [...inRooms, ...loose].map((event) => readFrabEvent(event, frame, zoneName, remarks));
  });
  return {
    ...NO_RAW_PROGRAMME,
    format: 'frab-xml',
    acronym: textOf(conference, 'acronym'),
    title: textOf(conference, 'title'),
    zoneName,
    startsOn: parseWhen(textOf(conference, 'start')),
    endsOn: parseWhen(textOf(conference, 'end')),
    venue: [textOf(conference, 'venue'), textOf(conference, 'city')].filter((text) => text !== '').join(', '),
    country: textOf(conference, 'country'),
    url: textOf(conference, 'url') || textOf(conference, 'base_url'),
    days: days.flatMap((day) => {
      const date = readFrabPlainDate(day.attributes.date ?? '', `line ${day.line}`);
      const start = parseWhen(day.attributes.start ?? '');
      return date === null ? [] : [{ date, start }];
    }),
    sessions,
  };
};
