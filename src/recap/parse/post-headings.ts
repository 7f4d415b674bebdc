/** The headings of a post, each with what may make a session of it: who is named in it and below, and what it stands under. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import type { Speaker } from '../../model/session.ts';
import { type InlineText, inlineTextOf } from './inline-text.ts';
import { isName } from './personal-names.ts';
import { readSpeakerLines, type SpeakerLines } from './read-below.ts';
import { frontParts } from './read-front.ts';
import { type HeadingParts, readHeading } from './read-heading.ts';
import { isDay, isNoSession, isOwnTalk, isRoom, isSessionsHeading } from './section-words.ts';
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

export const isUnder = (heading: PostHeading, test: (parent: PostHeading) => boolean): boolean => {
  for (let parent = heading.parent; parent !== null; parent = parent.parent) if (test(parent)) return true;
  return false;
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
