/**
 * A second reading of a programme against the event's sessions: what is new, moved, renamed, cancelled. It proposes
 * and changes nothing; nothing it proposes drops or overwrites what a person wrote.
 */
import type { Session, SessionLink } from '../model/session.ts';
import { matchSessions } from './match-sessions.ts';
import type { Programme, ProgrammeSession } from './programme.ts';
import { scheduleKeyOf, splitScheduleKey } from './schedule-key.ts';

/** The fields that a schedule knows and may have changed. */
const SCHEDULE_FIELDS = [
  'title',
  'kind',
  'speakers',
  'room',
  'track',
  'startsAt',
  'endsAt',
  'abstract',
  'links',
] as const;
export type ScheduleField = (typeof SCHEDULE_FIELDS)[number];
type SchedulePatch = Partial<Pick<Session, ScheduleField | 'scheduleKey'>>;

export type ScheduleChange =
  /** Not yet a session of the event. `isLatest` is false for what an earlier reading had offered already. */
  | { readonly kind: 'new'; readonly incoming: ProgrammeSession; readonly isLatest: boolean }
  | {
      readonly kind: 'changed';
      readonly session: Session;
      readonly incoming: ProgrammeSession;
      /** Another time or room. */
      readonly isMoved: boolean;
      readonly isRenamed: boolean;
      readonly fields: readonly ScheduleField[];
      /** To be written when the person says so. */
      readonly patch: SchedulePatch;
    }
  | {
      readonly kind: 'cancelled';
      readonly session: Session;
      /** `stated`: the programme says so; `absent`: it no longer lists it. */
      readonly reason: 'stated' | 'absent';
      /** It has notes: it stays, whatever the person answers about the others. */
      readonly mustStay: boolean;
    }
  | { readonly kind: 'unchanged'; readonly session: Session; readonly incoming: ProgrammeSession };

export interface MergeInput {
  /** The sessions of the event that are not deleted. */
  readonly sessions: readonly Session[];
  readonly programme: Programme;
  /** The feed this programme is a reading of; the programme's own name for itself when left out. */
  readonly feed?: string;
  /** Sessions that hold a note, a draft or an image. */
  readonly notedSessionIds: ReadonlySet<string>;
  /** Keys that the last reading of this feed offered, to tell what is new from what was left aside. */
  readonly offeredKeys?: ReadonlySet<string>;
  /** The abstract as Markdown: whoever calls converts HTML. */
  readonly abstractOf: (session: ProgrammeSession) => string;
}

/** A link that the person or an earlier reading has filled in stays. */
const mergedLink = (current: SessionLink, incoming: string | null): SessionLink =>
  incoming === null || (current !== null && current !== 'pending') ? current : { url: incoming };

const mergedLinks = (session: Session, incoming: ProgrammeSession): Session['links'] => ({
  page: mergedLink(session.links.page, incoming.links.page),
  slides: mergedLink(session.links.slides, incoming.links.slides),
  recording: mergedLink(session.links.recording, incoming.links.recording),
});

/** What is known of a speaker stays where the programme is silent. */
const mergedSpeakers = (session: Session, incoming: ProgrammeSession): Session['speakers'] =>
  incoming.speakers.map((speaker) => {
    const known = session.speakers.find(({ name }) => name === speaker.name);
    return known === undefined
      ? speaker
      : {
          name: speaker.name,
          affiliation: known.affiliation || speaker.affiliation,
          role: known.role || speaker.role,
          url: known.url || speaker.url,
        };
  });

/** The session's fields as the programme would have them, without loss of what it does not state. */
const proposedFields = (
  session: Session,
  incoming: ProgrammeSession,
  hasNotes: boolean,
  abstract: string,
): Required<Pick<Session, ScheduleField>> => ({
  title: incoming.title || session.title,
  kind: incoming.kind === 'talk' ? session.kind : incoming.kind,
  speakers: incoming.speakers.length === 0 ? session.speakers : mergedSpeakers(session, incoming),
  room: incoming.room || session.room,
  track: incoming.track || session.track,
  startsAt: incoming.startsAt ?? session.startsAt,
  endsAt: incoming.startsAt === null ? session.endsAt : (incoming.endsAt ?? null),
  abstract: abstract === '' || (hasNotes && session.abstract !== '') ? session.abstract : abstract,
  links: mergedLinks(session, incoming),
});

/** Names of every field inside a value: text made with them does not depend on the order a record was written in. */
const INNER_FIELDS = ['page', 'slides', 'recording', 'name', 'affiliation', 'role', 'url'];
const isSame = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left, INNER_FIELDS) === JSON.stringify(right, INNER_FIELDS);

const compare = (
  session: Session,
  incoming: ProgrammeSession,
  input: MergeInput,
  feed: string,
): ScheduleChange => {
  const hasNotes = input.notedSessionIds.has(session.id);
  if (incoming.isCancelled) return { kind: 'cancelled', session, reason: 'stated', mustStay: hasNotes };
  const proposed = proposedFields(session, incoming, hasNotes, input.abstractOf(incoming));
  const fields = SCHEDULE_FIELDS.filter((field) => !isSame(session[field], proposed[field]));
  // A session keeps the key it came with while the programme still knows it, and gains one where it had none.
  const current = session.scheduleKey === null ? null : splitScheduleKey(session.scheduleKey);
  const keepsKey = current !== null && (current.feed !== feed || incoming.keys.includes(current.key));
  if (fields.length === 0 && keepsKey) return { kind: 'unchanged', session, incoming };
  const patch: SchedulePatch = Object.fromEntries(fields.map((field) => [field, proposed[field]]));
  return {
    kind: 'changed',
    session,
    incoming,
    isMoved: fields.some((field) => field === 'startsAt' || field === 'endsAt' || field === 'room'),
    isRenamed: fields.includes('title'),
    fields,
    patch: keepsKey ? patch : { ...patch, scheduleKey: scheduleKeyOf(feed, incoming.key) },
  };
};

/** From which share of a feed's sessions on a programme of another name is taken for its new name. */
const SAME_FEED = 0.5;

/**
 * Tells whether a session belongs to the feed that was read: what another feed brought is not missing from this one.
 * A feed that changed its name is known by its sessions.
 */
const createFeedTest = (
  sessions: readonly Session[],
  matched: ReadonlySet<string>,
  feed: string,
): ((session: Session) => boolean) => {
  const feedOf = ({ scheduleKey }: Session): string | null =>
    scheduleKey === null ? null : splitScheduleKey(scheduleKey).feed;
  const isKnown = sessions.some((session) => feedOf(session) === feed);
  const share = (name: string): number => {
    const own = sessions.filter((session) => feedOf(session) === name);
    return own.filter(({ id }) => matched.has(id)).length / own.length;
  };
  return (session) => {
    const name = feedOf(session);
    return name !== null && (name === feed || (!isKnown && share(name) > SAME_FEED));
  };
};

/**
 * Compares the event's sessions with a programme.
 *
 * @returns one change for each session of the programme and each session of this feed that it no longer lists; in the
 * programme's order, what is absent last
 */
export const planMerge = (input: MergeInput): readonly ScheduleChange[] => {
  const { sessions, programme, notedSessionIds, offeredKeys } = input;
  const feed = input.feed ?? programme.feed;
  const matches = matchSessions(sessions, programme.sessions, feed);
  const matched = new Set([...matches.values()].map(({ id }) => id));
  const listed = programme.sessions.flatMap((incoming): readonly ScheduleChange[] => {
    const session = matches.get(incoming);
    if (session !== undefined) return [compare(session, incoming, input, feed)];
    if (incoming.isCancelled) return [];
    const isLatest = offeredKeys === undefined || !incoming.keys.some((key) => offeredKeys.has(key));
    return [{ kind: 'new', incoming, isLatest }];
  });
  const isOfFeed = createFeedTest(sessions, matched, feed);
  const absent = sessions
    .filter((session) => !matched.has(session.id) && isOfFeed(session))
    .map(
      (session): ScheduleChange => ({
        kind: 'cancelled',
        session,
        reason: 'absent',
        mustStay: notedSessionIds.has(session.id),
      }),
    );
  return [...listed, ...absent];
};
