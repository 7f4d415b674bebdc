/** A page for each session, where the template asks for them. */

import type { ConferenceEvent } from '../../model/event.ts';
import { slugOf, uniqueName } from '../../model/file-name.ts';
import type { Note } from '../../model/note.ts';
import type { Session } from '../../model/session.ts';
import { epochMsOf, instantOf, parseTimeZone, withOffset } from '../../model/time.ts';
import { type PostFiles, postFilesOf } from '../profiles/post-paths.ts';
import type { SettledSite } from '../profiles/settle-site.ts';
import type { PostFacts } from '../profiles/site-profile.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import type { RecapTemplate } from '../templates/recap-template.ts';
import type { BodyBlock } from './body-blocks.ts';
import type { SelectedRecords } from './select-records.ts';
import { sessionHeading, titleSessions } from './session-heading.ts';
import { linksOf, writeSession } from './write-sessions.ts';
import { heading, type Writing, writeNotes } from './writing.ts';

export interface SessionPage {
  readonly session: Session;
  readonly facts: PostFacts;
  readonly files: PostFiles;
  readonly write: (writing: Writing) => BodyBlock[];
}

interface Wanted {
  readonly records: SelectedRecords;
  readonly template: RecapTemplate;
  readonly words: RecapWords;
  /** Of the event's own page. */
  readonly facts: PostFacts;
  readonly site: SettledSite;
  readonly event: ConferenceEvent;
}

/** None unless the template has a section of pages. */
export const sessionPages = ({ records, template, words, facts, site, event }: Wanted): SessionPage[] => {
  const section = template.sections.find(({ content }) => content === 'session-pages');
  if (section?.content !== 'session-pages') return [];
  const sessions = records.sessions.filter(({ kind }) => section.kinds.includes(kind));
  const titles = titleSessions(records.sessions, event.timeZone, words);
  const taken = new Set([facts.slug.toLowerCase()]);
  return sessions.map((session) => {
    const title = titles.get(session) ?? '';
    const made = `${facts.slug}-${slugOf(title, 'session')}`;
    const date = dateOf(session, event, facts);
    const slug = uniqueName(site.profile.slugOf?.(made, date.slice(0, 10)) ?? made, taken);
    taken.add(slug.toLowerCase());
    const { text } = sessionHeading(session, title, template.heading, event.timeZone);
    const own: PostFacts = {
      ...facts,
      title: text,
      date,
      lastmod: lastChange(session, records.notes.get(session.id) ?? [], event, date),
      description: [...session.speakers.map(({ name }) => name.trim()), facts.title]
        .filter((part) => part !== '')
        .join(', '),
      slug,
    };
    const write = (writing: Writing): BodyBlock[] => writeTalk(session, title, writing);
    return { session, facts: own, files: postFilesOf(own, site), write };
  });
};

/** Abstract, speakers, notes; then the takeaways and the links, each under a heading. */
const writeTalk = (session: Session, title: string, writing: Writing): BodyBlock[] => {
  const { template, words, records } = writing;
  const level = template.sectionLevel;
  const notes = records.notes.get(session.id) ?? [];
  const takeaways = writeNotes(
    notes.filter(({ kind }) => kind === 'takeaway'),
    level,
    session.id,
    { ...writing, words: { ...words, takeaway: '' } },
  );
  const about = writeNotes(abstractOf(session), level - 1, session.id, writing);
  const told = writeSession(session, title, level - 1, { ...writing, takeawaysApart: true });
  const links = linksOf(session, writing);
  return [
    ...about,
    ...told,
    ...(takeaways.length === 0 ? [] : [heading(level, words.takeaways, null), ...takeaways]),
    ...(links.length === 0 ? [] : [heading(level, words.links, null), ...links]),
  ];
};

/** The programme's own words, as a quote. */
const abstractOf = ({ abstract, eventId, id, ...session }: Session): Note[] => {
  if (abstract.trim() === '') return [];
  const { createdAt, updatedAt, revision, deletedAt, order } = session;
  const record = { id, createdAt, updatedAt, revision, deletedAt, order, eventId, sessionId: id };
  return [{ ...record, kind: 'quote', markdown: abstract, source: null, capturedAt: createdAt }];
};

const dateOf = (session: Session, event: ConferenceEvent, facts: PostFacts): string =>
  session.startsAt === null
    ? facts.date
    : withOffset(session.startsAt, parseTimeZone(event.timeZone) ?? 'UTC');

const lastChange = (
  session: Session,
  notes: readonly Note[],
  event: ConferenceEvent,
  date: string,
): string => {
  const latestMs = [session, ...notes].reduce(
    (latest, { updatedAt }) => Math.max(latest, epochMsOf(updatedAt)),
    0,
  );
  return latestMs < Date.parse(date)
    ? date
    : withOffset(instantOf(latestMs), parseTimeZone(event.timeZone) ?? 'UTC');
};
