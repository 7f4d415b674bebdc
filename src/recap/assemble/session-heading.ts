/** What stands above a session's notes: its heading and its speakers. */
import { cleanLine, escapeInline, formatLink } from '../../markdown/plain-text.ts';
import type { Session, SessionKind, Speaker } from '../../model/session.ts';
import { clockTimeIn, parseTimeZone, type TimeZone } from '../../model/time.ts';
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

/** The line of speakers, or empty when none has a name or an affiliation. */
export const speakerLine = (
  speakers: readonly Speaker[],
  { line, fields, betweenFields, betweenSpeakers }: RecapTemplate['speakers'],
  words: RecapWords,
): string => {
  const written = speakers
    .map((speaker) =>
      fields
        .map((field) =>
          field === 'name'
            ? formatLink(speaker.name, speaker.name.trim() === '' ? '' : speaker.url)
            : escapeInline(speaker[field]),
        )
        .filter((text) => text !== '')
        .join(betweenFields),
    )
    .filter((text) => text !== '');
  if (written.length === 0) return '';
  const label = written.length === 1 ? words.speaker : words.speakers;
  return line.replace('{label}', () => label).replace('{speakers}', () => written.join(betweenSpeakers));
};
