/** Talks as items of a list: each opens with its title and who gave it, or links its page, its slides, its recording. */
import type { BlockItem, RootBlock } from '../../markdown/root-blocks.ts';
import { type InlineText, inlineTextOf, linesOf, partOf } from './inline-text.ts';
import { coveredBlocks, headingsAbove, type PostHeading } from './post-headings.ts';
import { frontParts } from './read-front.ts';
import { type HeadingParts, readHeading } from './read-heading.ts';
import {
  isNoSession,
  isOwnTalk,
  isReferencesHeading,
  isSessionsHeading,
  isSponsors,
  kindIn,
} from './section-words.ts';
import { talkAddressKind } from './talk-address.ts';

/** The line that an item opens with, and what it names. */
export interface TalkItem {
  readonly line: InlineText;
  readonly parts: HeadingParts;
}

/** By the index of a list's block: its items that are talks. */
export type TalkLists = ReadonlyMap<number, ReadonlyMap<BlockItem, TalkItem>>;

/** A post may well link a talk or two. */
const FEWEST = 3;
const BOLD_LEAD = /^(?:[-*+]|\d+[.)])[ \t]+(?:\*\*|__)(?=\S)[^\n]+?(?:\*\*|__)/;

/** What stands in bold at the start; the whole line where nothing does. */
const leadOf = (source: string, item: BlockItem, line: InlineText): InlineText => {
  const bold = BOLD_LEAD.exec(source.slice(item.start, item.end));
  if (bold === null) return line;
  const closing = item.start + bold[0].length;
  let length = 0;
  while (length < line.text.length && line.spanOf(length, length + 1).end < closing) length += 1;
  return partOf(line, 0, length);
};

/** Says who gave a talk; a title is no sentence. */
const isTalk = ({ people, title }: HeadingParts, { text }: InlineText): boolean => {
  const words = text.slice(title.from, title.to);
  return (
    people?.certain === true && /\p{L}{2}/u.test(words) && words.length <= 140 && !/[.!。]\s/.test(words)
  );
};

/** @param told the heading above says that these are talks: what stands in parentheses may be a name then */
const readNamed = (source: string, item: BlockItem, told: boolean): TalkItem | null => {
  const [line] = linesOf(inlineTextOf(item.runs));
  if (line === undefined) return null;
  const lead = leadOf(source, item, line);
  const front = lead === line ? null : frontParts(lead);
  if (front !== null) return { line: lead, parts: front };
  // `**Title** by Name: what was said`.
  const ends = Array.from(line.text.matchAll(/[:：.]\s/g), ({ index }) => partOf(line, 0, index)).slice(0, 3);
  for (const each of [lead, line, ...ends]) {
    const parts = readHeading(each);
    if (isTalk(parts, each) && (told || parts.people?.shape !== 'parenthesis')) return { line: each, parts };
  }
  return null;
};

/** The item of a list that is known to be one of talks, whatever it leads to. */
const readLinked = (item: BlockItem): TalkItem | null => {
  const line = inlineTextOf(item.runs);
  const [link] = line.links;
  if (line.text.trim() === '') return null;
  const { people, title } = readHeading(line);
  if (link === undefined) return { line, parts: { title: wholeOf(line), people: null, link: null } };
  const named = people?.certain === true && title.to <= link.to ? people : null;
  const kind = talkAddressKind(link.address) ?? 'page';
  return {
    line,
    parts: { title: { from: link.from, to: link.to }, people: named, link: { address: link.address, kind } },
  };
};

const wholeOf = ({ text }: InlineText) => ({ from: text.search(/\S|$/), to: text.trimEnd().length });

/** @param told the heading above names a kind of session, so that the address need not */
const isLinked = (item: BlockItem, told: boolean): boolean => {
  const line = inlineTextOf(item.runs);
  const [link] = line.links;
  if (link === undefined || (!told && talkAddressKind(link.address) === null)) return false;
  return (
    link.to - link.from >= line.text.trim().length * 0.6 &&
    !/^https?:/.test(line.text.slice(link.from, link.to))
  );
};

const entries = (items: readonly BlockItem[], read: (item: BlockItem) => TalkItem | null) =>
  new Map(
    items.flatMap((item): [BlockItem, TalkItem][] => {
      const talk = read(item);
      return talk === null ? [] : [[item, talk]];
    }),
  );

const readList = (
  source: string,
  items: readonly BlockItem[],
  above: PostHeading | undefined,
): ReadonlyMap<BlockItem, TalkItem> => {
  const words = above?.words ?? '';
  const sponsors = isSponsors(words);
  if (isNoSession(words) && !isSessionsHeading(words) && !sponsors) return new Map();
  const named = entries(items, (item) => readNamed(source, item, isSessionsHeading(words)));
  if (named.size >= 2 && named.size * 3 >= items.length * 2) return named;
  const linked = items.filter((item) => isLinked(item, kindIn(words) !== null));
  // Among sponsors, those who spoke are sessions, the others are not.
  if (sponsors) return linked.length < 2 ? new Map() : entries(linked, readLinked);
  const talks = items.filter((item) => named.has(item) || linked.includes(item));
  return talks.length * 2 > items.length
    ? entries(items, (item) => named.get(item) ?? readLinked(item))
    : new Map();
};

/** Said to hold talks: by the heading above, or by the line that the list follows. */
const isAnnounced = (before: RootBlock | undefined, over: PostHeading | undefined): boolean => {
  const line = before?.type === 'paragraph' ? inlineTextOf(before.runs).text.trim() : '';
  const last = line.split(/[.!?。]\s*/).at(-1) ?? '';
  return (
    (over !== undefined && isSessionsHeading(over.words)) || (/[:：]$/.test(last) && isSessionsHeading(last))
  );
};

/** @param found headings that are sessions: beside them a list has to be announced; @param title of the post, which may be called anything */
export const findTalkLists = (
  source: string,
  blocks: readonly RootBlock[],
  headings: readonly PostHeading[],
  found: ReadonlySet<PostHeading>,
  title: PostHeading | null,
): TalkLists => {
  const lists = new Map<number, ReadonlyMap<BlockItem, TalkItem>>();
  const covered = coveredBlocks(blocks, headings, found);
  const aboves = headingsAbove(blocks, headings);
  const digest = [...found].every(({ words }) => isOwnTalk(words));
  let proven = 0;
  for (const [index, { type, items }] of blocks.entries()) {
    const above = aboves[index];
    const over = above === title ? undefined : above;
    if (type !== 'list' || covered.has(index) || (over !== undefined && isReferencesHeading(over.words)))
      continue;
    if (!digest && !isAnnounced(blocks[index - 1], over)) continue;
    const talks = readList(source, items, over);
    if (talks.size === 0) continue;
    lists.set(index, talks);
    // Among sponsors, or wherever an item may lead, it need not be a talk: no proof of a digest.
    if ((over === undefined || !isSponsors(over.words)) && [...talks.values()].some(isProof))
      proven += talks.size;
  }
  return proven < FEWEST ? new Map() : lists;
};

const isProof = ({ parts: { people, link } }: TalkItem): boolean =>
  people !== null || (link !== null && talkAddressKind(link.address) !== null);
