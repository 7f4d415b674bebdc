/** Which session of a programme is which session of the event, by key first, by what they say of themselves then. */
import type { Session } from '../model/session.ts';
import { groupBy } from './group-by.ts';
import type { ProgrammeSession } from './programme.ts';
import { splitScheduleKey } from './schedule-key.ts';
import { hashKey, titleEssence } from './session-keys.ts';

type Matches = Map<ProgrammeSession, Session>;

/** Numbers and UIDs of another feed, or of a rebuilt one, say nothing unless title, time or speakers agree. */
const isWeakKey = (key: string): boolean => /^(?:id|uid):/.test(key);

const sharesSpeaker = (session: Session, incoming: ProgrammeSession): boolean =>
  session.speakers.some(({ name }) => incoming.speakers.some((speaker) => speaker.name === name));

/**
 * Tells whether a weak key can be believed. Where a number is only the row, talks that change places have each other's
 * number, time and room: a title that the other side has elsewhere speaks against it.
 */
const createAgreement = (
  sessions: readonly Session[],
  programme: readonly ProgrammeSession[],
): ((session: Session, incoming: ProgrammeSession) => boolean) => {
  const known = new Set(sessions.map(({ title }) => titleEssence(title)));
  const stated = new Set(programme.map(({ title }) => titleEssence(title)));
  return (session, incoming) => {
    const [before, after] = [titleEssence(session.title), titleEssence(incoming.title)];
    if (before === after) return true;
    if (known.has(after) || stated.has(before)) return false;
    const isSamePlace =
      session.startsAt !== null && session.startsAt === incoming.startsAt && session.room === incoming.room;
    return isSamePlace || sharesSpeaker(session, incoming);
  };
};

/** A rule pairs what is left over: both sides must have the rule's key to themselves. */
interface Rule {
  readonly keyOf: (session: Session) => string | null;
  readonly incomingKeyOf: (incoming: ProgrammeSession) => string | null;
  readonly holds: (session: Session, incoming: ProgrammeSession) => boolean;
}

const always = (): boolean => true;

const RULES: readonly Rule[] = [
  // The same title at the same time: another feed, or a feed whose ids are new at every build.
  {
    keyOf: (session) => hashKey(session.title, session.startsAt),
    incomingKeyOf: (incoming) => hashKey(incoming.title, incoming.startsAt),
    holds: always,
  },
  // The same title, once on either side: moved.
  {
    keyOf: ({ title }) => titleEssence(title) || null,
    incomingKeyOf: ({ title }) => titleEssence(title) || null,
    holds: (session, incoming) =>
      session.speakers.length === 0 || incoming.speakers.length === 0 || sharesSpeaker(session, incoming),
  },
  // The same place and time with a speaker in common: renamed.
  {
    keyOf: ({ startsAt, room }) => (startsAt === null ? null : `${startsAt} ${room}`),
    incomingKeyOf: ({ startsAt, room }) => (startsAt === null ? null : `${startsAt} ${room}`),
    holds: sharesSpeaker,
  },
];

const applyRule = (
  rule: Rule,
  sessions: readonly Session[],
  incoming: readonly ProgrammeSession[],
  matches: Matches,
): void => {
  const taken = new Set([...matches.values()].map(({ id }) => id));
  const left = groupBy(
    sessions.filter(({ id }) => !taken.has(id)),
    rule.keyOf,
  );
  const right = groupBy(
    incoming.filter((each) => !matches.has(each)),
    rule.incomingKeyOf,
  );
  for (const [key, group] of right) {
    const [only, ...others] = group;
    const [session, ...rivals] = left.get(key) ?? [];
    if (only === undefined || session === undefined || others.length > 0 || rivals.length > 0) continue;
    if (rule.holds(session, only)) matches.set(only, session);
  }
};

/**
 * Pairs each session of the programme with at most one of the event.
 *
 * Keys come first: guid and code anywhere; id and UID where the two agree in something else as well, and within the
 * feed that gave them. Then, among what is left and not ambiguous: title and start; title; place and speaker.
 */
export const matchSessions = (
  sessions: readonly Session[],
  incoming: readonly ProgrammeSession[],
  feed: string,
): ReadonlyMap<ProgrammeSession, Session> => {
  const matches: Matches = new Map();
  const byKey = new Map<string, { readonly session: Session; readonly feed: string }>();
  for (const session of sessions) {
    if (session.scheduleKey === null) continue;
    const { feed: of, key } = splitScheduleKey(session.scheduleKey);
    const known = byKey.get(key);
    // Two feeds may use one number: the feed that is read goes first.
    if (known === undefined || (known.feed !== feed && of === feed)) byKey.set(key, { session, feed: of });
  }
  const agrees = createAgreement(sessions, incoming);
  const taken = new Set<string>();
  for (const each of incoming) {
    const found = each.keys
      .flatMap((key) => {
        const entry = byKey.get(key);
        return entry === undefined ? [] : [{ key, ...entry }];
      })
      .find(({ key, session }) => !taken.has(session.id) && (!isWeakKey(key) || agrees(session, each)));
    if (found === undefined) continue;
    taken.add(found.session.id);
    matches.set(each, found.session);
  }
  for (const rule of RULES) applyRule(rule, sessions, incoming, matches);
  return matches;
};
