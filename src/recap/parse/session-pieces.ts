/** The piece and the record of a session: from its heading, from an item of a digest, from a paragraph. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import { safeAddress } from '../../model/address.ts';
import type { Span, WrittenSpeakers } from '../../model/imported-post.ts';
import { NO_SESSION_LINKS, type SessionKind } from '../../model/session.ts';
import type { InlineText } from './inline-text.ts';
import type { PostHeading } from './post-headings.ts';
import type { SpeakerLines } from './read-below.ts';
import type { ReadPiece, ReadSession } from './read-post.ts';
import { kindIn } from './section-words.ts';

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The lines below that are taken for the session's speakers. */
export const speakerLinesOf = (
  { below, parts }: PostHeading,
  bare: boolean,
  several: boolean,
): SpeakerLines | null => {
  if (below === null || parts.people?.certain === true) return null;
  if (several && below.people.certain) return below;
  return below.labelled || (bare && (below.people.certain || parts.people === null)) ? below : null;
};

/** @param session its index */
export const headingSession = (
  heading: PostHeading,
  block: RootBlock,
  lines: SpeakerLines | null,
  session: number,
) => {
  const { parts, line, words, told } = heading;
  const people =
    lines === null && (parts.people?.certain || parts.people?.shape === 'by') ? parts.people : null;
  const title =
    people === null && parts.link === null
      ? whole(line, parts.people === null ? parts.title : null)
      : parts.title;
  const speakers = people?.speakers ?? lines?.people.speakers ?? told;
  const link = parts.link;
  const address = line.links.find((each) => each.address === link?.address);
  const piece: ReadPiece = {
    kind: 'session',
    ...spanOf(block),
    session,
    level: heading.level,
    title: { ...line.spanOf(title.from, title.to), was: wordsOf(line, title) },
    address: link === null || address === undefined ? null : { ...address.span, was: link.address },
    speakers: people === null ? null : writtenPeople(line, people),
    told: people === null && lines === null ? told : [],
    links: NO_SESSION_LINKS,
  };
  const kind = kindIn(words) ?? parentKind(heading) ?? 'talk';
  const url = safeAddress(link?.address ?? '');
  const links =
    link === null || url === null ? NO_SESSION_LINKS : { ...NO_SESSION_LINKS, [link.kind]: { url } };
  return { piece, session: { title: piece.title.was, kind, speakers, links } satisfies ReadSession };
};

const parentKind = ({ parent }: PostHeading): SessionKind | null =>
  parent === null ? null : kindIn(parent.words);

const wordsOf = (line: InlineText, { from, to }: { readonly from: number; readonly to: number }): string =>
  line.text.slice(from, to).replace(/\s+/g, ' ').trim();

const whole = (line: InlineText, part: { readonly from: number; readonly to: number } | null) => {
  const end = line.text.replace(/\s*\{[#.][^{}]*\}\s*$/, '').trimEnd().length;
  return part !== null && part.from > 0 && part.to < end ? part : { from: line.text.search(/\S|$/), to: end };
};

type People = NonNullable<PostHeading['parts']['people']>;

const writtenPeople = (line: InlineText, people: People): WrittenSpeakers => {
  const { from, to, outer, style, speakers } = people;
  return {
    ...line.spanOf(from, to),
    was: speakers,
    outer: line.spanOf(outer.from, outer.to),
    style: { ...style, before: line.text.slice(outer.from, from), after: line.text.slice(to, outer.to) },
  };
};

export const writtenLines = (
  source: string,
  { people, whole: outer, inner }: SpeakerLines,
): WrittenSpeakers => ({
  ...inner,
  was: people.speakers,
  outer,
  style: {
    ...people.style,
    before: source.slice(outer.start, inner.start),
    after: source.slice(inner.end, outer.end),
  },
});
