/** What of a programme's session becomes a session of the event. */
import type { Session } from '../model/session.ts';
import type { ScheduleField } from './merge-programme.ts';
import type { Programme, ProgrammeSession } from './programme.ts';
import { scheduleKeyOf } from './schedule-key.ts';

export type ImportedFields = Pick<Session, ScheduleField | 'scheduleKey'>;

/**
 * The fields of a new session.
 *
 * @param abstract the session's abstract as Markdown: whoever calls converts HTML
 * @param feed as given to `planMerge`; the programme's own name for itself when left out
 */
export const sessionFieldsOf = (
  session: ProgrammeSession,
  programme: Pick<Programme, 'feed'>,
  abstract: string,
  feed: string = programme.feed,
): ImportedFields => {
  const linkTo = (url: string | null): Session['links']['page'] => (url === null ? null : { url });
  return {
    title: session.title,
    kind: session.kind,
    speakers: session.speakers,
    room: session.room,
    track: session.track,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    abstract,
    links: {
      page: linkTo(session.links.page),
      slides: linkTo(session.links.slides),
      recording: linkTo(session.links.recording),
    },
    scheduleKey: scheduleKeyOf(feed, session.key),
  };
};
