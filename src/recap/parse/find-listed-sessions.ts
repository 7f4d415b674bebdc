/** Sessions in a digest of links: items of a list, each a talk's title with its slides, room by room. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import { inlineTextOf } from './inline-text.ts';
import type { PostHeading } from './post-headings.ts';
import { isNoSession, isReferencesHeading, isSessionsHeading, isSponsors, kindIn } from './section-words.ts';
import { talkAddressKind } from './talk-address.ts';

/** Shortest list of digests that is taken for one: a post may well link the slides of a talk or two. */
const FEWEST = 3;

/** @param told the heading above names a kind of session, so that the address need not */
export const isTalkItem = ({ runs }: RootBlock['items'][number], told: boolean): boolean => {
  const line = inlineTextOf(runs);
  const [link] = line.links;
  if (link === undefined || (!told && talkAddressKind(link.address) === null)) return false;
  return (
    link.to - link.from >= line.text.trim().length * 0.6 &&
    !/^https?:/.test(line.text.slice(link.from, link.to))
  );
};

/** Lists whose items are sessions, by the index of their block, with the heading above. */
export const findListedSessions = (
  blocks: readonly RootBlock[],
  headings: readonly PostHeading[],
): ReadonlyMap<number, PostHeading> => {
  const lists = new Map<number, PostHeading>();
  let items = 0;
  for (const heading of headings) {
    const sponsors = isSponsors(heading.words);
    if (isNoSession(heading.words) && !isSessionsHeading(heading.words) && !sponsors) continue;
    if (isReferencesHeading(heading.words)) continue;
    const end = headings.find(({ block }) => block > heading.block)?.block ?? blocks.length;
    for (let index = heading.block + 1; index < end; index += 1) {
      const list = blocks[index];
      if (list?.type !== 'list') continue;
      const told = kindIn(heading.words) !== null;
      const talks = list.items.filter((item) => isTalkItem(item, told)).length;
      // Among sponsors, those who spoke are sessions, the others are not.
      if (sponsors ? talks < 2 : talks * 2 <= list.items.length) continue;
      lists.set(index, heading);
      if (!sponsors && list.items.some((item) => isTalkItem(item, false))) items += list.items.length;
    }
  }
  return items < FEWEST ? new Map() : lists;
};
