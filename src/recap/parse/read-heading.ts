/** A heading of a session in its parts: title, speakers, the address it leads to. */
import type { SessionLinkKind } from '../../model/session.ts';
import { type InlineText, partOf } from './inline-text.ts';
import { type People, readPeople } from './read-people.ts';
import { isPersonAddress, talkAddressKind } from './talk-address.ts';

/** A part of a line, by its characters. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** How heading and speakers are told apart: the same all over a post. */
export type HeadingShape =
  | 'by'
  | 'with'
  | 'link'
  | 'parenthesis'
  | 'dash'
  | 'bar'
  | 'comma'
  | 'behind-mark'
  | 'front';

interface HeadingPeople extends Part, People {
  /** With the marks that belong to them. */
  readonly outer: Part;
  readonly shape: HeadingShape;
}

export interface HeadingParts {
  readonly title: Part;
  readonly people: HeadingPeople | null;
  /** A link over the title that leads to a talk. */
  readonly link: { readonly address: string; readonly kind: SessionLinkKind } | null;
}

/** `10:10 - 11:00 `, before a title. */
const TIMES = /^\s*\[?\d{1,2}[:：h]\d{2}(?:\s*[-–~〜—]\s*\d{1,2}[:：h]\d{2})?\]?\s*[-–:|]?\s+(?=\S)/u;
/** `🚀 `, `3. `, `#3 `, `Talk 3: `, before a title. */
const NUMBER =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0f|\s|(?:#\d{1,2}[.):]?|\(?\d{1,2}[.)]|(?:talk|session|vortrag|세션|発表) ?#?\d{1,2} ?[:.：–—-])(?=\s))+(?=\S)/iu;
const ATTRIBUTES = /\s*\{[#.][^{}]*\}\s*$/;
const SEPARATORS: readonly (readonly [HeadingShape, RegExp])[] = [
  [
    'by',
    /["”»』」)\p{L}\p{N}\p{P}]\s+(?:(?:given|held|hosted|led|moderated|presented)\s+)?(?:by|par|von|por)\s+/giu,
  ],
  ['by', /["”»』」]\s+(?:with|avec|mit|con)\s+/giu],
  ['with', /(?:,\s*|\s+)(?:with|featuring|feat\.|ft\.|w\/|avec|mit|con)\s+/giu],
  ['dash', /\s*[—–―]\s*|\s+-{1,3}\s+/g],
  ['bar', /\s+[|｜／/·•]\s+|\s*[｜／]\s*/g],
  ['behind-mark', /(?<=[)\]）】])\s+(?=\p{Lu})/gu],
  ['comma', /,\s+(?=\p{Lu})/gu],
];
/** `Title (Name)`, `Title -Name-`. */
const PARENTHESIS = /\s*[(（【[]([^()（）【】[\]]+)[)）】\]]\s*$|\s+-([^\s-](?:[^-]*[^\s-])?)-\s*$/;

const shrink = (text: string, { from, to }: Part): Part => {
  const part = text.slice(from, to);
  const before = /^[\s"“«„『「,:]*/.exec(part)?.[0].length ?? 0;
  const after = /(?:[\s"”»“』」,、:]|(?<=\s)[-–—|/·•](?=\s*$))*$/.exec(part.slice(before))?.[0].length ?? 0;
  return { from: from + before, to: to - after };
};

/** Reads what is there; whether it is a session is for others to say. */
export const readHeading = (line: InlineText): HeadingParts => {
  const end = line.text.length - (ATTRIBUTES.exec(line.text)?.[0].length ?? 0);
  const people = linkedPeople(line, end) ?? peopleBehind(line, end);
  const opening = people === null ? 0 : (NUMBER.exec(line.text)?.[0].length ?? 0);
  const timed = people === null ? 0 : opening + (TIMES.exec(line.text.slice(opening))?.[0].length ?? 0);
  const title = shrink(line.text, { from: timed, to: people?.outer.from ?? end });
  const link = line.links.find(
    ({ from, to }) => from <= title.from + 4 && to - from >= (title.to - title.from) / 2,
  );
  const kind = link === undefined ? null : talkAddressKind(link.address);
  const titled =
    link === undefined || people === null ? title : shrink(line.text, { from: title.from, to: title.to });
  return {
    title: titled,
    people,
    link: link === undefined || kind === null ? null : { address: link.address, kind },
  };
};

const at = (
  line: InlineText,
  from: number,
  to: number,
  outer: Part,
  shape: HeadingShape,
): HeadingPeople | null => {
  const inner = shrink(line.text, { from, to });
  if (inner.to <= inner.from || outer.from === 0) return null;
  const people = readPeople(partOf(line, inner.from, inner.to));
  return people === null ? null : { ...people, ...inner, outer, shape };
};

/** `[Title](talk) [Name](person) & [Name](person)`, `[Title](video)—Name, Org`. */
const linkedPeople = (line: InlineText, end: number): HeadingPeople | null => {
  const [first] = line.links;
  if (first === undefined || first.to >= end) return null;
  const persons = line.links.slice(1).filter(({ address }) => isPersonAddress(address));
  const [person] = persons;
  const from = person?.from ?? (talkAddressKind(first.address) === null ? null : first.to);
  if (from === null || from === undefined || !/\p{L}/u.test(line.text.slice(0, first.to))) return null;
  const rest = line.text.slice(from, end);
  const gap = /^[\s,:;|—–-]*(?:(?:by|par|von|por)\s+)?[(（]?/i.exec(rest)?.[0].length ?? 0;
  const closing = /[)）]\s*$/.exec(rest)?.[0].length ?? 0;
  return at(
    line,
    from + gap,
    end - closing,
    { from: person === undefined ? first.to : from, to: end },
    'link',
  );
};

/** `Title by Name (@handle)`, `Title – Name (Org)`: what stands in parentheses may be told of the people before. */
const peopleBehind = (line: InlineText, end: number): HeadingPeople | null => {
  const inside = parenthesisPeople(line, end);
  const behind = separatedPeople(line, end);
  return inside === null || behind === null
    ? (inside ?? behind)
    : behind !== null && behind.outer.from < inside.outer.from
      ? behind
      : inside;
};

const parenthesisPeople = (line: InlineText, end: number): HeadingPeople | null => {
  const match = PARENTHESIS.exec(line.text.slice(0, end));
  const inside = match?.[1] ?? match?.[2];
  if (match === null || inside === undefined) return null;
  const from = line.text.indexOf(inside, match.index);
  const found = at(line, from, from + inside.length, { from: match.index, to: end }, 'parenthesis');
  return found?.certain ? found : null;
};

/** What stands in parentheses parts no title. */
const isInside = (before: string): boolean =>
  (before.match(/[(（]/g)?.length ?? 0) > (before.match(/[)）]/g)?.length ?? 0);

/** The leftmost place behind which there is nothing but people. */
const separatedPeople = (line: InlineText, end: number): HeadingPeople | null => {
  for (const [shape, separator] of SEPARATORS) {
    for (const match of line.text.slice(0, end).matchAll(separator)) {
      if (isInside(line.text.slice(0, match.index))) continue;
      const keep = shape === 'by' ? 1 : 0;
      const outer = { from: match.index + keep, to: end };
      const found = at(line, match.index + match[0].length, end, outer, shape);
      const placed = shape === 'by' && found?.speakers.every(({ affiliation }) => affiliation !== '');
      if (found !== null && (found.certain || placed === true)) return found;
    }
  }
  return null;
};
