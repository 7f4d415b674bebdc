/** What stands above a session's notes: its heading and its speakers. */
import { cleanLine, escapeInline, formatLink } from '../../markdown/plain-text.ts';
import type { Session, SessionKind, Speaker } from '../../model/session.ts';
import { clockTimeIn, parseTimeZone, type TimeZone } from '../../model/time.ts';
import { fillPattern } from '../templates/fill-pattern.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import type { RecapTemplate } from '../templates/recap-template.ts';

const isUntitled = (session: Session): boolean => cleanLine(session.title) === '';

/**
 * Every session's title as plain text. One without a title is called by its kind; several of a kind are told apart by
 * time and room, and by a number where that does not do.
 */
export const titleSessions = (
  sessions: readonly Session[],
  timeZone: TimeZone,
  words: RecapWords,
): ReadonlyMap<Session, string> => {
  const zone = parseTimeZone(timeZone) ?? 'UTC';
  const untitled = new Map<SessionKind, number>();
  for (const session of sessions.filter(isUntitled)) {
    untitled.set(session.kind, (untitled.get(session.kind) ?? 0) + 1);
  }
  const used = new Map<string, number>();
  return new Map(
    sessions.map((session) => {
      if (!isUntitled(session)) return [session, cleanLine(session.title)];
      const kind = words.sessionKinds[session.kind];
      if (untitled.get(session.kind) === 1) return [session, kind];
      const time = session.startsAt === null ? '' : clockTimeIn(session.startsAt, zone);
      const details = [time, cleanLine(session.room)].filter((detail) => detail !== '').join(', ');
      const title = details === '' ? kind : `${kind} (${details})`;
      const count = (used.get(title) ?? 0) + 1;
      used.set(title, count);
      return [session, count === 1 ? title : `${title} ${count}`];
    }),
  );
};

/** Each speaker as the template writes one, with a link where there is an address. */
const speakersAs = (speakers: readonly Speaker[], pattern: string): string[] =>
  speakers
    .map(({ name, affiliation, role, url }) =>
      fillPattern(pattern, {
        name: formatLink(name, name.trim() === '' ? '' : url),
        affiliation: escapeInline(affiliation),
        role: escapeInline(role),
      }),
    )
    .filter((text) => text !== '');

/** The line of speakers, or empty when none has a name or an affiliation. */
export const speakerLine = (
  speakers: readonly Speaker[],
  { speakerLine: line, speaker, betweenSpeakers }: RecapTemplate,
  words: RecapWords,
): string => {
  const written = speakersAs(speakers, speaker);
  if (written.length === 0) return '';
  const label = written.length === 1 ? words.speaker : words.speakers;
  return fillPattern(line, { label, speakers: written.join(betweenSpeakers) });
};

/** What a session's heading says, as Markdown and as plain text. */
export const sessionHeading = (
  session: Session,
  title: string,
  pattern: string,
  timeZone: TimeZone,
): { readonly markdown: string; readonly text: string } => {
  const zone = parseTimeZone(timeZone) ?? 'UTC';
  const values = {
    title,
    speakers: session.speakers
      .map(({ name }) => cleanLine(name))
      .filter((name) => name !== '')
      .join(', '),
    time: session.startsAt === null ? '' : clockTimeIn(session.startsAt, zone),
    room: cleanLine(session.room),
  };
  const text = fillPattern(pattern.includes('{title}') ? pattern : '{title}', values);
  return { text, markdown: escapeInline(text) };
};
