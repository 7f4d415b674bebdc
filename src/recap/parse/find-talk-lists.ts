/** Talks as items of a list: each opens with its title and who gave it, in bold or not, notes may follow. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import { type InlineText, inlineTextOf, linesOf, partOf } from './inline-text.ts';
import type { PostHeading } from './post-headings.ts';
import { frontParts } from './read-front.ts';
import { type HeadingParts, readHeading } from './read-heading.ts';
import { isNoSession, isReferencesHeading, isSessionsHeading } from './section-words.ts';

type Item = RootBlock['items'][number];

/** The line that an item opens with, and what it names. */
export interface TalkItem {
  readonly line: InlineText;
  readonly parts: HeadingParts;
}

const FEWEST = 3;
const BOLD_LEAD = /^(?:[-*+]|\d+[.)])[ \t]+(?:\*\*|__)(?=\S)[^\n]+?(?:\*\*|__)/;

/** What stands in bold at the start; the whole line where nothing does. */
const leadOf = (source: string, item: Item, line: InlineText): InlineText => {
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
const readItem = (source: string, item: Item, told: boolean): TalkItem | null => {
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

/** By the index of the list's block: each of its items that is a talk. */
export const findTalkLists = (
  source: string,
  blocks: readonly RootBlock[],
  headings: readonly PostHeading[],
  title: PostHeading | null,
): ReadonlyMap<number, ReadonlyMap<Item, TalkItem>> => {
  const lists = new Map<number, ReadonlyMap<Item, TalkItem>>();
  let found = 0;
  for (const [index, { type, items }] of blocks.entries()) {
    if (type !== 'list') continue;
    const above = headings.findLast(({ block }) => block < index);
    if (above !== undefined && above !== title) {
      if (isReferencesHeading(above.words)) continue;
      if (isNoSession(above.words) && !isSessionsHeading(above.words)) continue;
    }
    const told = above !== undefined && isSessionsHeading(above.words);
    const talks = new Map(
      items.flatMap((item): [Item, TalkItem][] => {
        const talk = readItem(source, item, told);
        return talk === null ? [] : [[item, talk]];
      }),
    );
    if (talks.size < 2 || talks.size * 3 < items.length * 2) continue;
    lists.set(index, talks);
    found += talks.size;
  }
  return found < FEWEST ? new Map() : lists;
};
