/** Which headings of a post are sessions: by who is named in them or below, by where they stand, by what they are called. */
import { hasHandle, isAside, isUnder, type PostHeading } from './post-headings.ts';
import type { HeadingShape } from './read-heading.ts';
import {
  isDay,
  isNoSession,
  isOfficeHoursHeading,
  isOpening,
  isOwnTalk,
  isReferencesHeading,
  isRoom,
  isSessionsHeading,
  kindIn,
} from './section-words.ts';

/** Shapes that say enough where they stand once; the others have to come twice. */
const CLEAR: ReadonlySet<HeadingShape> = new Set<HeadingShape>(['by', 'link']);

/** The headings that are sessions. */
export const findSessions = (
  headings: readonly PostHeading[],
  title: PostHeading | null,
): ReadonlySet<PostHeading> => {
  const candidates = headings.filter((heading) => heading !== title);
  // The post's own title may be called anything: "My notes of …", "Highlights of …".
  const inAside = (heading: PostHeading): boolean =>
    isUnder(heading, (parent) => parent !== title && isAside(parent));
  const outside = candidates.filter((heading) => !inAside(heading));
  const strong = new Set(strongOnes(outside));
  const sessions = new Set([...strong, ...underSessions(candidates, strong)]);
  for (const heading of [
    ...alikeNamed(outside, strong),
    ...alikeKinds(outside, sessions),
    ...alikeTold(outside),
  ])
    sessions.add(heading);
  if (sessions.size === 0) for (const heading of underDays(candidates)) sessions.add(heading);
  for (const heading of besideSessions(candidates, sessions)) sessions.add(heading);
  if (sessions.size === 0 && title !== null && isAboutOneTalk(title)) return new Set([title]);
  return withoutNested(candidates, sessions, strong);
};

/** A file of notes of one talk: its title is the session. */
const isAboutOneTalk = ({ parts, below }: PostHeading): boolean =>
  (parts.people?.certain === true && CLEAR.has(parts.people.shape)) || below?.spoken === true;

const strongOnes = (headings: readonly PostHeading[]): PostHeading[] => {
  const named = headings.filter((heading) => !isReferencesHeading(heading.words));
  const shapes = new Map<HeadingShape, number>();
  const alike = new Map<number, number>();
  let bare = 0;
  for (const { level, parts, below, words } of named) {
    if (parts.people !== null) shapes.set(parts.people.shape, (shapes.get(parts.people.shape) ?? 0) + 1);
    const isBare = below !== null && !below.labelled && below.people.certain && !isNoSession(words);
    if (isBare) bare += 1;
    if (namesSomebody({ parts, below, words })) alike.set(level, (alike.get(level) ?? 0) + 1);
  }
  const isAlike = ({ level }: PostHeading): boolean => (alike.get(level) ?? 0) >= 2;
  return named.filter((heading) => {
    const { parts, below, words } = heading;
    if (parts.people?.speakers.some(hasHandle)) return true;
    if (
      parts.people !== null &&
      (CLEAR.has(parts.people.shape) || (shapes.get(parts.people.shape) ?? 0) >= 2)
    )
      return true;
    if (parts.people?.certain === true && isAlike(heading) && !isNoSession(words)) return true;
    if (parts.link !== null) return true;
    if (below === null || (isDay(words) && !below.labelled)) return false;
    return below.labelled
      ? !isNoSession(words) || below.people.certain
      : !isNoSession(words) && (bare >= 2 || (below.people.certain && isAlike(heading)));
  });
};

/** In whatever way: a post may write some talks in one way and some in another. */
const namesSomebody = ({ parts, below, words }: Pick<PostHeading, 'parts' | 'below' | 'words'>): boolean =>
  !isNoSession(words) &&
  !isDay(words) &&
  (parts.people?.certain === true || below?.labelled === true || below?.people.certain === true);

/** Children of "Sessions", "The talks I saw", also day by day. */
const underSessions = (headings: readonly PostHeading[], strong: ReadonlySet<PostHeading>): PostHeading[] => {
  const isContainer = (heading: PostHeading): boolean =>
    isSessionsHeading(heading.words) && !strong.has(heading);
  const containers = new Set(headings.filter(isContainer));
  const isGroup = ({ words }: PostHeading): boolean => isDay(words) || isRoom(words);
  return headings.filter((heading) => {
    const { parent, words } = heading;
    if (parent === null || isGroup(heading) || isNoSession(words)) return false;
    return containers.has(parent) || (isGroup(parent) && isUnder(parent, (outer) => containers.has(outer)));
  });
};

/** How many sessions stand on the level of a heading, under one of its parent's level. */
const peerCounts = (sessions: ReadonlySet<PostHeading>): ((heading: PostHeading) => number) => {
  const keyOf = ({ level, parent }: PostHeading): string => `${parent?.level ?? 0} ${level}`;
  const counts = new Map<string, number>();
  for (const session of sessions) counts.set(keyOf(session), (counts.get(keyOf(session)) ?? 0) + 1);
  return (heading) => counts.get(keyOf(heading)) ?? 0;
};

/** One that names people in another way than the sessions beside it. */
const alikeNamed = (headings: readonly PostHeading[], strong: ReadonlySet<PostHeading>): PostHeading[] => {
  const peersOf = peerCounts(strong);
  return headings.filter(
    (heading) => heading.parts.people?.certain === true && !isAside(heading) && peersOf(heading) >= 2,
  );
};

/** Keynotes, panels and lightning talks that stand among sessions. */
const alikeKinds = (headings: readonly PostHeading[], sessions: ReadonlySet<PostHeading>): PostHeading[] => {
  const peersOf = peerCounts(sessions);
  const parents = new Set(headings.map(({ parent }) => parent));
  return headings.filter(
    (heading) =>
      !sessions.has(heading) &&
      kindIn(heading.words) !== null &&
      !isAside(heading) &&
      peersOf(heading) >= 2 &&
      !parents.has(heading),
  );
};

/** Named with an address or a label of their own, in or below the heading; or the talk itself is linked. */
const isWitnessed = ({ parts, below, told, linked }: PostHeading): boolean =>
  linked ||
  parts.people?.certain === true ||
  below?.labelled === true ||
  below?.people.certain === true ||
  told.some(hasHandle);

const FEWEST_TOLD = 3;

/**
 * Headings side by side that tell of a talk each, in whatever way. Running text alone says so only where talks are
 * expected; among many that are told of, one that names nobody is a talk as well.
 */
const alikeTold = (headings: readonly PostHeading[]): PostHeading[] => {
  const groups = new Map<PostHeading | null, PostHeading[]>();
  for (const heading of headings.filter(isTalkLike)) {
    const group = groups.get(heading.parent) ?? [];
    group.push(heading);
    groups.set(heading.parent, group);
  }
  return [...groups].flatMap(([parent, group]) => {
    const expected = parent === null || parent.level === 1 || holdsTalks(parent);
    const told = group.filter((heading) => isWitnessed(heading) || (expected && heading.told.length > 0));
    const [first] = told;
    const last = told.at(-1);
    if (
      first === undefined ||
      last === undefined ||
      told.length < FEWEST_TOLD ||
      told.length * 2 < group.length
    )
      return [];
    const few = told.length * 3 < group.length * 2;
    return few || told.every(({ linked }) => linked)
      ? told
      : group.slice(group.indexOf(first), group.indexOf(last) + 1);
  });
};

const holdsTalks = ({ words }: PostHeading): boolean =>
  isDay(words) || isSessionsHeading(words) || isRoom(words) || kindIn(words) !== null;

const isTalkLike = ({ words }: PostHeading): boolean =>
  !isNoSession(words) && !isDay(words) && !isReferencesHeading(words) && !isSessionsHeading(words);

/** Day by day, nobody named. */
const underDays = (headings: readonly PostHeading[]): PostHeading[] => {
  const children = headings.filter(({ parent }) => parent !== null && isDay(parent.words));
  const talks = children.filter(({ words }) => !isNoSession(words) && !isDay(words));
  return talks.length >= 3 && talks.length * 2 > children.length ? talks : [];
};

/** Office hours, the author's own talk, an opening with its speakers: wherever they stand but in another session. */
const besideSessions = (
  headings: readonly PostHeading[],
  sessions: ReadonlySet<PostHeading>,
): PostHeading[] =>
  headings.filter(
    (heading) =>
      (isOfficeHoursHeading(heading.words) ||
        isOwnTalk(heading.words) ||
        (isOpening(heading.words) && heading.told.length > 0)) &&
      !isUnder(heading, (parent) => sessions.has(parent)),
  );

/** A session stands in no other. One that only gathers them ("Lightning talks") is a section; else the outer one is meant. */
const withoutNested = (
  headings: readonly PostHeading[],
  sessions: ReadonlySet<PostHeading>,
  strong: ReadonlySet<PostHeading>,
): ReadonlySet<PostHeading> => {
  const kept = new Set(sessions);
  for (const [index, heading] of headings.entries()) {
    if (!kept.has(heading)) continue;
    let end = index + 1;
    while ((headings[end]?.level ?? 0) > heading.level) end += 1;
    const inside = headings.slice(index + 1, end).filter((other) => kept.has(other));
    const gathers = !strong.has(heading) && inside.some((other) => strong.has(other));
    if (gathers) kept.delete(heading);
    else for (const other of inside) kept.delete(other);
  }
  return kept;
};
