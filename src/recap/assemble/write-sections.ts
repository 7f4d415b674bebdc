/** The sections of a page, as its template lists them. */
import { escapeInline, formatLink } from '../../markdown/plain-text.ts';
import { byOrder } from '../../model/order.ts';
import type { TemplateSection } from '../templates/recap-template.ts';
import type { BodyBlock } from './body-blocks.ts';
import { titleSessions } from './session-heading.ts';
import { linksOf, sessionLine, writeSessions } from './write-sessions.ts';
import { heading, listItem, paragraph, type Writing, writeNotes } from './writing.ts';

export const writeSections = (writing: Writing): BodyBlock[] =>
  writing.template.sections.flatMap((section) => {
    if (section.content === 'sessions') return writeSessions(section, writing);
    const content = writeSection(section, writing);
    if (content.length === 0) return [];
    const title = heading(writing.template.sectionLevel, writing.words[section.title], null);
    return [title, ...content, ...(section.content === 'overview' ? summaryEnd(writing) : [])];
  });

const summaryEnd = ({ summaryMarker }: Writing): BodyBlock[] =>
  summaryMarker === null
    ? []
    : [{ text: summaryMarker, opensWith: 'other', endsWith: 'other', verbatim: true }];

const writeSection = (
  section: Exclude<TemplateSection, { content: 'sessions' }>,
  writing: Writing,
): BodyBlock[] => {
  switch (section.content) {
    case 'overview':
      return writeOverview(writing);
    case 'place':
      return writePlace(writing);
    case 'takeaways':
      return writeTakeaways(writing);
    case 'other-sessions':
      return writeLines(
        writing,
        ({ kind }) => section.kinds.includes(kind),
        (session, title) => sessionLine(session, formatLink(title, pageOf(session)), writing),
      );
    case 'session-pages':
      return writeLines(
        writing,
        ({ kind }) => section.kinds.includes(kind),
        (session, title) => pageLine(session, title, writing),
      );
    case 'link-digest':
      return writeLinkDigest(writing);
    case 'references':
      return writing.references.blocks();
  }
};

type Session = Writing['records']['sessions'][number];

const pageOf = ({ links: { page } }: Session): string =>
  page === null || page === 'pending' ? '' : page.url;

/** A link to another page may be a call of the site's own. */
const pageLine = (session: Session, title: string, writing: Writing): BodyBlock => {
  const line = sessionLine(session, escapeInline(title), writing).text.slice('- '.length);
  const rest = line.slice(escapeInline(title).length);
  const label = writing.escape(escapeInline(title));
  const text = `[${label}](${writing.linkOf(session)})${writing.escape(rest)}`;
  return { ...listItem(text), verbatim: true };
};

const writeOverview = (writing: Writing): BodyBlock[] => {
  const notes = (writing.records.notes.get(null) ?? []).filter(
    ({ kind }) => !writing.takeawaysApart || kind !== 'takeaway',
  );
  const written = writeNotes(notes, writing.template.sectionLevel, null, writing);
  const placed = writing.template.sections.some(({ content }) => content === 'place');
  return written.length > 0 || placed ? written : writePlace(writing);
};

/** Dates and place. */
const writePlace = ({ input: { event }, words }: Writing): BodyBlock[] => {
  const { startsOn, endsOn } = event;
  const days =
    startsOn !== null && endsOn !== null && endsOn !== startsOn ? [startsOn, endsOn] : [startsOn ?? endsOn];
  const date = days.filter((day) => day !== null).join(' – ');
  const venue = escapeInline(event.venue);
  const lines = [
    ...(date === '' ? [] : [`**${words.date}**: ${date}`]),
    ...(venue === '' ? [] : [`**${words.venue}**: ${venue}`]),
  ];
  return lines.length === 0 ? [] : [paragraph(lines.join('  \n'))];
};

/** All takeaways, the event's own first, without their label. */
const writeTakeaways = (writing: Writing): BodyBlock[] => {
  const { records, template, words } = writing;
  const unlabelled = { ...writing, words: { ...words, takeaway: '' } };
  return [null, ...records.sessions.map(({ id }) => id)].flatMap((sessionId) => {
    const notes = (records.notes.get(sessionId) ?? []).filter(({ kind }) => kind === 'takeaway');
    return writeNotes(notes.toSorted(byOrder), template.sectionLevel, sessionId, unlabelled);
  });
};

const writeLines = (
  { records, input, words, written }: Writing,
  wanted: (session: Session) => boolean,
  line: (session: Session, title: string) => BodyBlock,
): BodyBlock[] => {
  const titles = titleSessions(records.sessions, input.event.timeZone, words);
  return records.sessions.flatMap((session) => {
    if (written.has(session) || !wanted(session)) return [];
    written.add(session);
    return [line(session, titles.get(session) ?? '')];
  });
};

/** Rooms in the order of their first session; without any room, all sessions are one list. */
const writeLinkDigest = (writing: Writing): BodyBlock[] => {
  const { records, template, words, input } = writing;
  const titles = titleSessions(records.sessions, input.event.timeZone, words);
  const rooms = [...new Set(records.sessions.map(({ room }) => room.trim()))];
  const level = template.sectionLevel + 1;
  const general = (records.notes.get(null) ?? []).flatMap((note) =>
    note.kind === 'link' && note.url !== '' ? [listItem(formatLink(note.title, note.url))] : [],
  );
  const byRoom = rooms.flatMap((room) => {
    const blocks = records.sessions
      .filter((session) => session.room.trim() === room)
      .flatMap((session) => {
        const links = linksOf(session, writing);
        if (links.length === 0) return [];
        const title = titles.get(session) ?? '';
        return [heading(level + (room === '' ? 0 : 1), title, session.id), ...links];
      });
    return blocks.length === 0 || room === '' ? blocks : [heading(level, room, null), ...blocks];
  });
  return [...general, ...byRoom];
};
