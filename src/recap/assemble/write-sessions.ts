/** Sessions with their notes: in order, by day, by track, or only the richest. */
import { escapeInline, formatLink } from '../../markdown/plain-text.ts';
import { SESSION_LINK_KINDS, type Session } from '../../model/session.ts';
import { epochMsOf, parseTimeZone, plainDateIn } from '../../model/time.ts';
import type { SessionsSection } from '../templates/recap-template.ts';
import type { BodyBlock } from './body-blocks.ts';
import { sessionHeading, speakerLine, titleSessions } from './session-heading.ts';
import { heading, listItem, paragraph, type Writing, writeNotes } from './writing.ts';

interface Group {
  readonly title: string;
  readonly sessions: readonly Session[];
}

/** The section, or its groups, each with its heading; nothing when no session is in it. */
export const writeSessions = (section: SessionsSection, writing: Writing): BodyBlock[] => {
  const { template, words, input } = writing;
  const sessions = sessionsFor(section, writing);
  const titles = titleSessions(sessions, input.event.timeZone, words);
  return groupsOf(sessions, section, writing).flatMap((group) => [
    heading(template.sectionLevel, group.title, null),
    ...group.sessions.flatMap((session, index) => {
      const title = titles.get(session) ?? '';
      // An untitled first session that would only repeat its section's heading stands directly under that.
      const untitled = index === 0 && title === group.title;
      const level = template.sectionLevel + (untitled ? 0 : 1);
      return [
        ...(untitled ? [] : [headingOf(session, title, level, writing)]),
        ...writeSession(session, title, level, writing),
      ];
    }),
  ]);
};

const headingOf = (
  session: Session,
  title: string,
  level: number,
  { template, input }: Writing,
): BodyBlock => {
  const { text, markdown } = sessionHeading(session, title, template.heading, input.event.timeZone);
  return heading(level, text, session.id, markdown);
};

/** What stands under a session's heading of this level: speakers and notes; its links become references. */
export const writeSession = (
  session: Session,
  title: string,
  level: number,
  writing: Writing,
): BodyBlock[] => {
  const { records, template, words, references } = writing;
  writing.written.add(session);
  const speakers = speakerLine(session.speakers, template, words);
  for (const kind of SESSION_LINK_KINDS) {
    const link = session.links[kind];
    if (link === null || link === 'pending') continue;
    references.add(`${title}: ${words.sessionLinks[kind]}`, link.url);
  }
  const notes = (records.notes.get(session.id) ?? []).filter(
    ({ kind }) => !writing.takeawaysApart || kind !== 'takeaway',
  );
  return [
    ...(speakers === '' ? [] : [paragraph(speakers)]),
    ...writeNotes(notes, level, session.id, writing),
  ];
};

/** A session in one line: its title, which may be a link, and who spoke. */
export const sessionLine = (session: Session, title: string, { template, words }: Writing): BodyBlock => {
  const speakers = speakerLine(session.speakers, { ...template, speakerLine: '{speakers}' }, words);
  return listItem(speakers === '' ? title : `${title} — ${speakers}`);
};

/** A session's own links and those clipped in it, a line for each; an address only once. */
export const linksOf = (session: Session, { records, words }: Writing): BodyBlock[] => {
  const lines = new Map<string, string>();
  for (const kind of SESSION_LINK_KINDS) {
    const link = session.links[kind];
    if (link !== null && link !== 'pending')
      lines.set(link.url, formatLink(words.sessionLinks[kind], link.url));
  }
  for (const note of records.notes.get(session.id) ?? []) {
    const url = note.kind === 'link' ? note.url : (note.source?.url ?? '');
    const title = note.kind === 'link' ? note.title : (note.source?.title ?? '');
    if (url !== '' && !lines.has(url)) lines.set(url, formatLink(title || url, url) || escapeInline(title));
  }
  return [...lines.values()].filter((line) => line !== '').map(listItem);
};

const startMs = ({ startsAt }: Session): number =>
  startsAt === null ? Number.POSITIVE_INFINITY : epochMsOf(startsAt);

const sessionsFor = (section: SessionsSection, { records }: Writing): Session[] => {
  const sessions = records.sessions.filter(({ kind }) => section.kinds.includes(kind));
  const ordered =
    section.order === 'time'
      ? sessions.toSorted((left, right) =>
          startMs(left) < startMs(right) ? -1 : startMs(left) > startMs(right) ? 1 : 0,
        )
      : sessions;
  if (section.most === undefined) return ordered;
  const countOf = (session: Session): number => records.notes.get(session.id)?.length ?? 0;
  const best = new Set(
    ordered.toSorted((left, right) => countOf(right) - countOf(left)).slice(0, section.most),
  );
  return ordered.filter((session) => best.has(session) && countOf(session) > 0);
};

const groupsOf = (
  sessions: readonly Session[],
  { groupBy, title }: SessionsSection,
  { words, input: { event } }: Writing,
): Group[] => {
  const zone = parseTimeZone(event.timeZone) ?? 'UTC';
  const keyOf = (session: Session): string => {
    if (groupBy === 'track') return session.track.trim();
    return groupBy === undefined || session.startsAt === null ? '' : plainDateIn(session.startsAt, zone);
  };
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    const key = keyOf(session);
    groups.set(key, [...(groups.get(key) ?? []), session]);
  }
  const named = [...groups.keys()].filter((key) => key !== '');
  const nameOf = (key: string): string => {
    if (key === '') return words[title];
    if (groupBy !== 'day') return key;
    return `${words.day.replace('{number}', String(named.indexOf(key) + 1))} (${key})`;
  };
  // Sessions without a day or track come last.
  return [...named, ...(groups.has('') ? [''] : [])].map((key) => ({
    title: nameOf(key),
    sessions: groups.get(key) ?? [],
  }));
};
