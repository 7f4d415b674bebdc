/** Which headings of a post are sessions: by who is named in them or below, by where they stand, by what they are called. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import type { Speaker } from '../../model/session.ts';
import { type InlineText, inlineTextOf } from './inline-text.ts';
import { HANDLE, isName } from './personal-names.ts';
import { readSpeakerLines, type SpeakerLines } from './read-below.ts';
import { frontParts } from './read-front.ts';
import { type HeadingParts, type HeadingShape, readHeading } from './read-heading.ts';
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
import { readToldSpeakers } from './told-speakers.ts';

export interface PostHeading {
  /** Index of its block. */
  readonly block: number;
  readonly level: number;
  readonly line: InlineText;
  readonly words: string;
  readonly parts: HeadingParts;
  readonly below: SpeakerLines | null;
  readonly told: readonly Speaker[];
  /** The heading it stands under. */
  readonly parent: PostHeading | null;
}

/** All headings, with what may make sessions of them. */
export const readHeadings = (blocks: readonly RootBlock[]): PostHeading[] => {
  const headings = namedFirst(readEach(blocks));
  const dashes = headings.filter(({ parts }) => parts.people?.shape === 'dash');
  return headings.map((heading) => {
    const alike = dashes.filter(({ level }) => level === heading.level).length;
    return heading.parts.people !== null || (dashes.length < RULE && alike < 2)
      ? heading
      : { ...heading, parts: looseParts(heading, dashes.length < RULE) };
  });
};

/** Where more headings of a level open with a name than end in one: `Name: Title`. */
const namedFirst = (headings: readonly PostHeading[]): readonly PostHeading[] => {
  const fronts = new Map(
    headings.flatMap((heading) => {
      const parts = frontParts(heading.line);
      return parts === null ? [] : [[heading, parts] as const];
    }),
  );
  const isRule = (level: number): boolean => {
    const first = [...fronts.keys()].filter((heading) => heading.level === level);
    const last = headings.filter(
      (heading) => heading.level === level && !fronts.has(heading) && heading.parts.people?.certain === true,
    );
    return first.length >= 2 && first.length > last.length;
  };
  if (fronts.size === 0) return headings;
  // Children lead to their parents by identity: those that change are told anew.
  const changed = new Map<PostHeading, PostHeading>();
  for (const heading of headings) {
    const parent = heading.parent === null ? null : (changed.get(heading.parent) ?? heading.parent);
    const parts = isRule(heading.level) ? (fronts.get(heading) ?? heading.parts) : heading.parts;
    changed.set(heading, { ...heading, parent, parts });
  }
  return [...changed.values()];
};

/** So many headings alike are the post's rule. */
const RULE = 4;

/** `Title - a nickname`, where all others are `Title - Name`. */
const looseParts = ({ line, parts }: PostHeading, single: boolean): HeadingParts => {
  const [, title, who] = /^(.*\S)\s+[-–—]\s+(\S+(?: \S+){0,3})$/u.exec(line.text) ?? [];
  if (who !== undefined && single && (/\s/.test(who) || !isName(who, true))) return parts;
  if (title === undefined || who === undefined || /[^\p{L}\p{M} .'’-]/u.test(who)) return parts;
  const outer = { from: title.length, to: line.text.length };
  const speakers = [{ name: who, affiliation: '', role: '', url: '' }];
  const style = { first: 'name', betweenFields: ', ', betweenSpeakers: ' & ' } as const;
  const people = {
    speakers,
    style,
    certain: true,
    shape: 'dash',
    from: line.text.length - who.length,
    to: line.text.length,
    outer,
  } as const;
  return { ...parts, title: { from: 0, to: title.length }, people };
};

const readEach = (blocks: readonly RootBlock[]): PostHeading[] => {
  const indexes = blocks.flatMap(({ level }, index) => (level === null ? [] : index));
  const headings: PostHeading[] = [];
  for (const [position, block] of indexes.entries()) {
    const { level, runs } = blocks[block] ?? {};
    if (level === null || level === undefined || runs === undefined) continue;
    const next = indexes[position + 1] ?? blocks.length;
    const line = inlineTextOf(runs);
    headings.push({
      block,
      level,
      line,
      words: line.text.replace(/\s+/g, ' ').trim(),
      parts: readHeading(line),
      below: readSpeakerLines(blocks, block + 1, next),
      told: isOwnTalk(line.text.trim()) ? [] : readToldSpeakers(blocks, block + 1, next),
      parent: headings.findLast((other) => other.level < level) ?? null,
    });
  }
  return headings;
};

/** Shapes that say enough where they stand once; the others have to come twice. */
const CLEAR: ReadonlySet<HeadingShape> = new Set<HeadingShape>(['by', 'link']);

const isUnder = (heading: PostHeading, test: (parent: PostHeading) => boolean): boolean => {
  for (let parent = heading.parent; parent !== null; parent = parent.parent) if (test(parent)) return true;
  return false;
};

const isAside = ({ words }: PostHeading): boolean =>
  isNoSession(words) && !isSessionsHeading(words) && !isDay(words) && !isRoom(words);

/** The post's own title: the one heading of its level that opens the post. */
export const titleHeading = (headings: readonly PostHeading[], title: string): PostHeading | null => {
  const [first] = headings;
  if (first === undefined || first.level !== 1) return null;
  const others = headings.filter(({ level }) => level === 1).length - 1;
  return others === 0 || first.words === title ? first : null;
};

/** The headings that are sessions. */
export const findSessions = (
  headings: readonly PostHeading[],
  title: PostHeading | null,
): ReadonlySet<PostHeading> => {
  const candidates = headings.filter((heading) => heading !== title);
  const strong = new Set(strongOnes(candidates));
  const sessions = new Set([...strong, ...underSessions(candidates, strong)]);
  for (const heading of [
    ...alikeNamed(candidates, strong),
    ...alikeKinds(candidates, sessions),
    ...afterSessions(candidates),
  ])
    sessions.add(heading);
  if (sessions.size === 0) for (const heading of underDays(candidates)) sessions.add(heading);
  for (const heading of besideSessions(candidates, sessions)) sessions.add(heading);
  // A file about one talk: its title is the session.
  if (sessions.size === 0 && title?.parts.people?.certain === true && CLEAR.has(title.parts.people.shape)) {
    return new Set([title]);
  }
  return withoutNested(candidates, sessions, strong);
};

const strongOnes = (headings: readonly PostHeading[]): PostHeading[] => {
  const named = headings.filter(
    (heading) => !isUnder(heading, isAside) && !isReferencesHeading(heading.words),
  );
  const shapes = new Map<HeadingShape, number>();
  let bare = 0;
  for (const { parts, below, words } of named) {
    if (parts.people !== null) shapes.set(parts.people.shape, (shapes.get(parts.people.shape) ?? 0) + 1);
    if (below !== null && !below.labelled && below.people.certain && !isNoSession(words)) bare += 1;
  }
  return named.filter(({ parts, below, words }) => {
    if (
      parts.people?.speakers.some(({ name, affiliation }) => HANDLE.test(affiliation) && !HANDLE.test(name))
    )
      return true;
    if (
      parts.people !== null &&
      (CLEAR.has(parts.people.shape) || (shapes.get(parts.people.shape) ?? 0) >= 2)
    )
      return true;
    if (parts.link !== null) return true;
    if (below === null || (isDay(words) && !below.labelled)) return false;
    return below.labelled ? !isNoSession(words) || below.people.certain : bare >= 2;
  });
};

/** Children of "Sessions", "The talks I saw", also day by day. */
const underSessions = (headings: readonly PostHeading[], strong: ReadonlySet<PostHeading>): PostHeading[] => {
  const containers = headings.filter((heading) => isSessionsHeading(heading.words) && !strong.has(heading));
  return containers.flatMap((container) => {
    const under = headings.filter((heading) => isUnder(heading, (parent) => parent === container));
    const groups = under.filter(({ words }) => isDay(words) || isRoom(words));
    const own = under.filter(
      ({ parent }) => parent === container || groups.some((group) => group === parent),
    );
    return own.filter((heading) => !groups.includes(heading) && !isNoSession(heading.words));
  });
};

/** One that names people in another way than the sessions beside it. */
const alikeNamed = (headings: readonly PostHeading[], strong: ReadonlySet<PostHeading>): PostHeading[] =>
  headings.filter(
    (heading) =>
      heading.parts.people?.certain === true &&
      !isAside(heading) &&
      !isUnder(heading, isAside) &&
      [...strong].filter(
        ({ level, parent }) => level === heading.level && parent?.level === heading.parent?.level,
      ).length >= 2,
  );

/** Keynotes, panels and lightning talks that stand among sessions. */
const alikeKinds = (headings: readonly PostHeading[], sessions: ReadonlySet<PostHeading>): PostHeading[] =>
  headings.filter((heading) => {
    if (
      sessions.has(heading) ||
      kindIn(heading.words) === null ||
      isAside(heading) ||
      isUnder(heading, isAside)
    )
      return false;
    const peers = [...sessions].filter(
      ({ level, parent }) => level === heading.level && parent?.level === heading.parent?.level,
    );
    return peers.length >= 2 && !headings.some(({ parent }) => parent === heading);
  });

/** A heading such as "The sessions I saw" with nothing under it: what follows, while the text names who spoke. */
const afterSessions = (headings: readonly PostHeading[]): PostHeading[] =>
  headings.flatMap((heading, index) => {
    const next = headings[index + 1];
    if (!isSessionsHeading(heading.words) || next === undefined || next.level > heading.level) return [];
    const following = headings.slice(index + 1).filter(({ level }) => level === next.level);
    const end = following.findIndex(isAside);
    const run = end < 0 ? following : following.slice(0, end);
    const told = run.filter((each) => each.told.length > 0 || each.below !== null).length;
    return run.length >= 2 && told >= 2 && told * 2 >= run.length ? run : [];
  });

/** Day by day, nobody named. */
const underDays = (headings: readonly PostHeading[]): PostHeading[] => {
  const children = headings.filter(({ parent }) => parent !== null && isDay(parent.words));
  const talks = children.filter(({ words }) => !isNoSession(words) && !isDay(words));
  return talks.length >= 3 && talks.length * 2 > children.length ? talks : [];
};

const NOTES_OF_TALKS =
  /(?:발표|세션|発表|セッション|talks?\b|sessions?\b|vortr[äa]ge|conf[ée]rences).{0,80}(?:메모|정리|기록|メモ|まとめ|notes?\b|notizen)|(?:메모|정리|メモ|notes?\b|notizen|notes de).{0,80}(?:발표|세션|発表|セッション|talks?\b|sessions?\b|vortr[äa]ge|conf[ée]rences)/iu;

/** Where nothing else was found. Notes and nothing else: an opening that says so, then lists under headings of one level. */
export const findBareNotes = (
  headings: readonly PostHeading[],
  blocks: readonly RootBlock[],
): ReadonlySet<PostHeading> => {
  const opening = blocks.filter(({ type }) => type === 'paragraph').slice(0, 3);
  if (!opening.some(({ runs }) => NOTES_OF_TALKS.test(inlineTextOf(runs).text))) return new Set();
  const level = Math.min(...headings.map((heading) => heading.level));
  const top = headings.filter(
    (heading) => heading.level === level && !isNoSession(heading.words) && !isRoom(heading.words),
  );
  const listed = top.filter(({ block }) => blocks[block + 1]?.type === 'list');
  return new Set(listed.length >= 2 && listed.length * 2 >= top.length ? top : []);
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
  for (const heading of headings) {
    if (!kept.has(heading)) continue;
    const inside = headings.filter(
      (other) => kept.has(other) && isUnder(other, (parent) => parent === heading),
    );
    const gathers = !strong.has(heading) && inside.some((other) => strong.has(other));
    if (gathers) kept.delete(heading);
    else for (const other of inside) kept.delete(other);
  }
  return kept;
};
