/** The day on its way out: the attended sessions as a calendar, and the diary of what was heard when. */
import type { RecapRecords } from '../app/load-recap.ts';
import type { Session } from '../model/session.ts';
import { diaryOf } from '../schedule/diary.ts';
import { noteSummary, sessionName } from '../ui/labels.ts';
import { t } from '../ui/strings.ts';

/** Sessions with notes; before the first note all that the person means to attend, so that a plan can go out too. */
export const attendedSessions = ({ sessions, notes }: RecapRecords): readonly Session[] => {
  const noted = new Set(notes.map(({ sessionId }) => sessionId));
  const heard = sessions.filter(({ id }) => noted.has(id));
  const attended = heard.length > 0 ? heard : sessions;
  return attended.filter(({ leftOut, startsAt }) => !leftOut && startsAt !== null);
};

/** The calendar's text; its code loads at the first call. */
export const calendarText = async (records: RecapRecords): Promise<string> => {
  const { calendarOf } = await import('../schedule/calendar-out.ts');
  return calendarOf(records.event, attendedSessions(records));
};

/** One line of Markdown: a summary must not open a list or a heading of its own. */
const oneLine = (text: string): string => text.replace(/([\\`*_{}[\]<>#|])/g, '\\$1');

/** The diary as Markdown: a heading for each day and session, a line with its time for each note. */
export const diaryText = ({ event, sessions, notes }: RecapRecords): string => {
  const days = diaryOf(sessions, notes, event.timeZone).map(({ date, entries }) => {
    const heard = entries.map(({ session, from, until, notes: taken }) => {
      const when = until === '' ? from : `${from}–${until}`;
      const where = session === null || session.room === '' ? '' : ` · ${oneLine(session.room)}`;
      const lines = taken.map(({ note, clock }) => `- ${clock} ${oneLine(noteSummary(note))}`);
      return `### ${when} ${oneLine(sessionName(session))}${where}\n\n${lines.join('\n')}`;
    });
    return `## ${date}\n\n${heard.join('\n\n')}`;
  });
  return `# ${oneLine(event.name)}: ${t('diary')}\n\n${days.join('\n\n')}\n`;
};
