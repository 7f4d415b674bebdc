/** The headings of a post, each with what may make a session of it: who is named in it and below, and what it stands under. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import type { Speaker } from '../../model/session.ts';
import { type InlineText, inlineTextOf } from './inline-text.ts';
import { HANDLE, isName } from './personal-names.ts';
import { readSpeakerLines, type SpeakerLines } from './read-below.ts';
import { frontParts } from './read-front.ts';
import { type HeadingParts, type HeadingShape, readHeading } from './read-heading.ts';
import { isDay, isNoSession, isOwnTalk, isRoom, isSessionsHeading } from './section-words.ts';
import { talkAddressKind } from './talk-address.ts';
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
  /** What stands below it links the page of the talk that it is called after. */
  readonly linked: boolean;
  /** The heading it stands under. */
  readonly parent: PostHeading | null;
}

/** A heading before it is known what it stands under. */
type FlatHeading = Omit<PostHeading, 'parent'>;

/** All headings, with what may make sessions of them. */
export const readHeadings = (blocks: readonly RootBlock[]): PostHeading[] =>
  nested(loosened(inCompany(namedFirst(readEach(blocks)).map(corroborated))));

const nested = (flat: readonly FlatHeading[]): PostHeading[] => {
  // The heading and those it stands under, outermost first.
  const open: PostHeading[] = [];
  return flat.map((each) => {
    while ((open.at(-1)?.level ?? 0) >= each.level) open.pop();
    const heading = { ...each, parent: open.at(-1) ?? null };
    open.push(heading);
    return heading;
  });
};

/** How many of the headings there are on each level. */
const levelCounts = (headings: readonly FlatHeading[]): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { level } of headings) counts.set(level, (counts.get(level) ?? 0) + 1);
  return counts;
};

const unnamed = (heading: FlatHeading): FlatHeading => ({
  ...heading,
  parts: { ...heading.parts, title: { from: 0, to: heading.line.text.trimEnd().length }, people: null },
});

const isCertain = ({ parts }: FlatHeading): boolean => parts.people?.certain === true;

/** Ways that no title has. */
const CLEAR: ReadonlySet<HeadingShape> = new Set<HeadingShape>(['by', 'link', 'parenthesis']);

/** What may as well be words of a title, where the text below introduces somebody else. */
const corroborated = (heading: FlatHeading): FlatHeading => {
  const { people } = heading.parts;
  const introduced = heading.told.filter(hasHandle).map(({ name }) => name);
  if (people === null || introduced.length === 0 || CLEAR.has(people.shape)) return heading;
  const known = people.speakers.some((speaker) => hasHandle(speaker) || introduced.includes(speaker.name));
  return known ? heading : unnamed(heading);
};

/** Titles have commas and `with` as well: once is by chance, with nobody named beside it. */
const inCompany = (headings: readonly FlatHeading[]): readonly FlatHeading[] => {
  const shaped = (shape: HeadingShape): readonly FlatHeading[] =>
    headings.filter((heading) => isCertain(heading) && heading.parts.people?.shape === shape);
  const commas = shaped('comma').length;
  const withs = shaped('with').length;
  const beside = levelCounts(headings.filter(({ parts, below }) => (parts.people ?? below) !== null));
  return headings.map((heading) => {
    const { people } = heading.parts;
    if (people === null || people.speakers.some(hasHandle)) return heading;
    const chance =
      (people.shape === 'comma' && commas < 2) ||
      (people.shape === 'with' && withs < 2 && (beside.get(heading.level) ?? 0) < 3);
    return chance ? unnamed(heading) : heading;
  });
};

/** Where more headings of a level open with a name than end in one: `Name: Title`. */
const namedFirst = (headings: readonly FlatHeading[]): readonly FlatHeading[] => {
  const fronts = new Map(
    headings.flatMap((heading) => {
      const parts = frontParts(heading.line);
      return parts === null ? [] : [[heading, parts] as const];
    }),
  );
  const firsts = levelCounts([...fronts.keys()]);
  const lasts = levelCounts(headings.filter((heading) => !fronts.has(heading) && isCertain(heading)));
  const isRule = (level: number): boolean => {
    const first = firsts.get(level) ?? 0;
    return first > (lasts.get(level) ?? 0) && (first >= 2 || fronts.size >= RULE);
  };
  return headings.map((heading) => {
    const parts = isRule(heading.level) ? fronts.get(heading) : undefined;
    return parts === undefined ? heading : { ...heading, parts };
  });
};

/** Where a way to name people is the post's rule, one who is known by a single name is named in that way as well. */
const loosened = (headings: readonly FlatHeading[]): readonly FlatHeading[] =>
  LOOSE.reduce<readonly FlatHeading[]>((known, { shape, pattern }) => {
    const alike = known.filter(({ parts }) => parts.people?.shape === shape);
    const beside = levelCounts(alike);
    return known.map((heading) => {
      return isCertain(heading) || (alike.length < RULE && (beside.get(heading.level) ?? 0) < 2)
        ? heading
        : { ...heading, parts: looseParts(heading, shape, pattern, alike.length < RULE) };
    });
  }, headings);

/** So many headings alike are the post's rule. */
const RULE = 4;

const LOOSE = [
  { shape: 'dash', pattern: /^(.*\S)\s+[-–—]\s+(\S+(?: \S+){0,3})$/u },
  { shape: 'by', pattern: /^(.*\S)\s+(?:by|par|von|por)\s+(\S+(?: \S+){0,2})$/iu },
] as const satisfies readonly { readonly shape: HeadingShape; readonly pattern: RegExp }[];

/** `Title - a nickname`, where all others are `Title - Name`. */
const looseParts = (
  { line, parts }: FlatHeading,
  shape: HeadingShape,
  pattern: RegExp,
  single: boolean,
): HeadingParts => {
  const [, title, who] = pattern.exec(line.text) ?? [];
  if (who !== undefined && single && (/\s/.test(who) || !isName(who, true))) return parts;
  if (title === undefined || who === undefined || /[^\p{L}\p{M} .'’-]/u.test(who)) return parts;
  const outer = { from: title.length, to: line.text.length };
  const speakers = [{ name: who, affiliation: '', role: '', url: '' }];
  const style = { first: 'name', betweenFields: ', ', betweenSpeakers: ' & ' } as const;
  const people = {
    speakers,
    style,
    certain: true,
    shape,
    from: line.text.length - who.length,
    to: line.text.length,
    outer,
  } as const;
  return { ...parts, title: { from: 0, to: title.length }, people };
};

const readEach = (blocks: readonly RootBlock[]): FlatHeading[] => {
  const indexes = blocks.flatMap(({ level }, index) => (level === null ? [] : index));
  const headings: FlatHeading[] = [];
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
      linked: linksTalk(blocks[block + 1], line.text),
    });
  }
  return headings;
};

const plain = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

const linksTalk = (block: RootBlock | undefined, heading: string): boolean => {
  const { text, links } = inlineTextOf(block?.runs ?? []);
  return links.some(
    ({ address, from, to }) =>
      talkAddressKind(address) !== null && plain(text.slice(from, to)) === plain(heading),
  );
};

/** A handle in a heading is a person's. */
export const hasHandle = ({ name, affiliation }: Speaker): boolean =>
  HANDLE.test(name) || HANDLE.test(affiliation);

export const isUnder = (heading: PostHeading, test: (parent: PostHeading) => boolean): boolean => {
  for (let parent = heading.parent; parent !== null; parent = parent.parent) if (test(parent)) return true;
  return false;
};

/** By the index of each block: the heading above it. */
export const headingsAbove = (
  blocks: readonly RootBlock[],
  headings: readonly PostHeading[],
): readonly (PostHeading | undefined)[] => {
  let next = 0;
  return blocks.map((_, index) => {
    while ((headings[next]?.block ?? index) < index) next += 1;
    return headings[next - 1];
  });
};

/** Blocks that stand in a session of a heading of its own. */
export const coveredBlocks = (
  blocks: readonly RootBlock[],
  headings: readonly PostHeading[],
  found: ReadonlySet<PostHeading>,
): ReadonlySet<number> => {
  const byBlock = new Map(headings.map((heading) => [heading.block, heading]));
  const covered = new Set<number>();
  let session: PostHeading | null = null;
  for (const index of blocks.keys()) {
    const heading = byBlock.get(index);
    if (heading !== undefined && (session === null || heading.level <= session.level))
      session = found.has(heading) ? heading : null;
    if (session !== null) covered.add(index);
  }
  return covered;
};

/** Nothing that is called so holds talks. */
export const isAside = ({ words }: PostHeading): boolean =>
  isNoSession(words) && !isSessionsHeading(words) && !isDay(words) && !isRoom(words);

/** The post's own title: the one heading of its level that opens the post. */
export const titleHeading = (headings: readonly PostHeading[], title: string): PostHeading | null => {
  const [first] = headings;
  if (first === undefined || first.level !== 1) return null;
  const others = headings.filter(({ level }) => level === 1).length - 1;
  return others === 0 || first.words === title ? first : null;
};
