/** Cuts a body into pieces: each block, or part of one, with the record it tells of. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import { safeAddress } from '../../model/address.ts';
import type { Span, WrittenSpeakers } from '../../model/imported-post.ts';
import { NO_SESSION_LINKS, type Session, type SessionKind } from '../../model/session.ts';
import { isTalkItem } from './find-listed-sessions.ts';
import type { PostHeading } from './find-sessions.ts';
import { type InlineText, inlineTextOf, partOf } from './inline-text.ts';
import type { SpeakerLines } from './read-below.ts';
import { readHeading } from './read-heading.ts';
import type { ReadNote, ReadPiece, ReadSession } from './read-post.ts';
import {
  isOverviewHeading,
  isReferencesHeading,
  isSessionsHeading,
  isSponsors,
  kindIn,
} from './section-words.ts';
import { talkAddressKind } from './talk-address.ts';

export interface FoundParts {
  readonly source: string;
  readonly blocks: readonly RootBlock[];
  readonly headings: readonly PostHeading[];
  readonly found: ReadonlySet<PostHeading>;
  /** Lists whose items are sessions, with the heading above. */
  readonly listed: ReadonlyMap<number, PostHeading>;
  readonly title: PostHeading | null;
}

/** Deeper than any heading. */
const NO_LEVEL = 7;

interface OpenSession {
  readonly index: number;
  readonly level: number;
  readonly lines: SpeakerLines | null;
}

/** Blocks that no record tells of: blank paragraphs, rules, the mark behind a summary, imports of MDX. */
const KEPT =
  /^(?:&nbsp;|&#160;|\u00a0|<br ?\/?>|\s)+$|^<!--[\s\S]*-->$|^\{\/\*[\s\S]*\*\/\}$|^(?:import|export)\s[\s\S]*(?:from|=)/;
const SINGLE_IMAGE = /^!\[[^\]\n]*\]\([^()\s]+\)$/;

export const cutBlocks = (
  parts: FoundParts,
): { readonly sessions: ReadSession[]; readonly pieces: ReadPiece[] } => {
  const { source, blocks, headings, found, listed, title } = parts;
  const sessions: ReadSession[] = [];
  const pieces: ReadPiece[] = [];
  const byBlock = new Map(headings.map((heading) => [heading.block, heading]));
  const bare = [...found].filter(
    ({ below }) => below !== null && !below.labelled && below.people.certain,
  ).length;
  const state: { open: OpenSession | null; referencesLevel: number } = {
    open: null,
    referencesLevel: NO_LEVEL,
  };

  const keepNote = (span: Span, session: number | null): void => {
    const written = trimLines(source, span);
    const markdown = source.slice(written.start, written.end).replace(/\r\n?/g, '\n');
    if (markdown.trim() === '') return;
    pieces.push({ kind: 'note', ...written, session, note: noteOf(markdown) });
    const read = session === null ? undefined : sessions[session];
    if (session !== null && read !== undefined)
      sessions[session] = { ...read, links: linksFrom(read.links, markdown) };
  };

  const keepHeading = (heading: PostHeading, block: RootBlock): void => {
    if (found.has(heading)) {
      const lines = linesOf(heading, bare >= 2);
      const { piece, session } = headingSession(heading, block, lines, sessions.length);
      state.open = { index: sessions.length, level: heading.level, lines };
      sessions.push(session);
      pieces.push(piece);
      state.referencesLevel = NO_LEVEL;
    } else if (state.open !== null && heading.level > state.open.level) {
      keepNote(block, state.open.index);
    } else {
      state.open = null;
      if (heading.level <= state.referencesLevel) state.referencesLevel = NO_LEVEL;
      const holds = [...found, ...listed.values()].some(
        (other) => other === heading || isAbove(heading, other),
      );
      const references = !holds && heading !== title && isReferencesHeading(heading.words);
      if (references) state.referencesLevel = heading.level;
      const known = isOverviewHeading(heading.words) || isSessionsHeading(heading.words);
      if (heading === title || holds || references || known)
        pieces.push({ kind: 'section', ...spanOf(block), level: heading.level });
      else keepNote(block, null);
    }
  };

  for (const [index, block] of blocks.entries()) {
    const heading = byBlock.get(index);
    const { open, referencesLevel } = state;
    const above = listed.get(index);
    const text = source.slice(block.start, block.end).trim();
    if (heading !== undefined) keepHeading(heading, block);
    else if (block.type === 'thematicBreak' || KEPT.test(text)) continue;
    else if (above !== undefined) {
      for (const item of block.items) {
        const thanked = isSponsors(above.words) && !isTalkItem(item, false);
        const listedSession = thanked ? null : itemSession(item, above, sessions.length);
        if (listedSession === null) keepNote(item, null);
        else {
          sessions.push(listedSession.session);
          pieces.push(listedSession.piece);
        }
      }
    } else if (open?.lines?.block === index) {
      const { index: at, lines } = open;
      keepNote({ start: block.start, end: lines.whole.start }, at);
      pieces.push({ kind: 'speakers', ...lines.whole, session: at, speakers: writtenLines(source, lines) });
      keepNote({ start: lines.whole.end, end: block.end }, at);
    } else if (referencesLevel < NO_LEVEL && open === null) {
      for (const piece of referencesOf(source, block)) {
        if ('kind' in piece) pieces.push(piece);
        else keepNote(piece, null);
      }
    } else keepNote(block, open?.index ?? null);
  }
  // What was found below the heading is known only now.
  const complete = pieces.map((piece) =>
    piece.kind === 'session'
      ? { ...piece, links: sessions[piece.session]?.links ?? NO_SESSION_LINKS }
      : piece,
  );
  return { sessions, pieces: complete };
};

const spanOf = ({ start, end }: Span): Span => ({ start, end });

const isAbove = (heading: PostHeading, other: PostHeading): boolean => {
  for (let parent = other.parent; parent !== null; parent = parent.parent)
    if (parent === heading) return true;
  return false;
};

/** Without blank lines at the ends; the first line keeps its indentation. */
const trimLines = (source: string, { start, end }: Span): Span => {
  const text = source.slice(start, end);
  const before = /^(?:[ \t\\]*(?:\r\n|\n|\r))*/.exec(text)?.[0].length ?? 0;
  return { start: start + before, end: start + Math.max(before, text.trimEnd().length) };
};

const noteOf = (markdown: string): ReadNote => ({
  kind: SINGLE_IMAGE.test(markdown) ? 'image' : 'text',
  markdown,
  url: '',
  title: '',
});

/** The lines below that are taken for the session's speakers. */
const linesOf = ({ below, parts }: PostHeading, bare: boolean): SpeakerLines | null => {
  if (below === null || parts.people?.certain === true) return null;
  return below.labelled || (bare && (below.people.certain || parts.people === null)) ? below : null;
};

const headingSession = (
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

const writtenLines = (source: string, { people, whole: outer, inner }: SpeakerLines): WrittenSpeakers => ({
  ...inner,
  was: people.speakers,
  outer,
  style: {
    ...people.style,
    before: source.slice(outer.start, inner.start),
    after: source.slice(inner.end, outer.end),
  },
});

const itemSession = (item: RootBlock['items'][number], above: PostHeading, session: number) => {
  const line = inlineTextOf(item.runs);
  if (line.text.trim() === '') return null;
  const parts = readHeading(line);
  const [link] = line.links;
  const people = parts.people?.certain && link !== undefined ? parts.people : null;
  const title = link === undefined ? whole(line, null) : { from: link.from, to: link.to };
  const url = safeAddress(link?.address ?? '');
  const kind = link === undefined ? null : talkAddressKind(link.address);
  const piece: ReadPiece = {
    kind: 'session',
    ...spanOf(item),
    session,
    level: null,
    title: { ...line.spanOf(title.from, title.to), was: wordsOf(line, title) },
    address: link === undefined ? null : { ...link.span, was: link.address },
    speakers: people === null ? null : writtenPeople(line, people),
    told: [],
    links: NO_SESSION_LINKS,
  };
  const read: ReadSession = {
    title: piece.title.was,
    kind: kindIn(above.words) ?? 'talk',
    speakers: people?.speakers ?? [],
    links: url === null ? NO_SESSION_LINKS : { ...NO_SESSION_LINKS, [kind ?? 'page']: { url } },
  };
  return { piece, session: read };
};

const ALONE =
  /^(?:[-*+] +)?(?:[^[\]\n:：]{0,24}[:：] *)?(?:\*\*)?(?:<(https?:[^>\s]+)>|\[[^\]\n]*\]\((https?:[^()\s]+)\)|(https?:\/\/\S+))(?:\*\*)?$/gm;

/** Slides and recording that stand in a line of their own. */
const linksFrom = (links: Session['links'], markdown: string): Session['links'] => {
  let known = links;
  for (const [, one, two, three] of markdown.matchAll(ALONE)) {
    const address = one ?? two ?? three ?? '';
    const kind = talkAddressKind(address);
    const url = safeAddress(address);
    if (kind !== null && url !== null && known[kind] === null) known = { ...known, [kind]: { url } };
  }
  return known;
};

/** A block among the references: links that stand alone, and what else there is. */
const referencesOf = (source: string, block: RootBlock): (ReadPiece | Span)[] => {
  const parts = block.type === 'list' ? block.items : [block];
  const links = parts.map(({ start, end, runs }): ReadPiece | null => {
    const line = inlineTextOf(runs);
    const [link] = line.links;
    const markup = source.slice(start, end);
    const alone =
      link !== undefined &&
      line.links.length === 1 &&
      line.text.trim() === line.text.slice(link.from, link.to).trim();
    const url = safeAddress(link?.address ?? '');
    if (!alone || url === null || markup.includes('![')) return null;
    const label = partOf(line, link.from, link.to).text.replace(/\s+/g, ' ').trim();
    const title = /^(?:https?:|www\.)/i.test(label) ? '' : label;
    return {
      kind: 'reference',
      start,
      end,
      session: null,
      note: { kind: 'link', markdown: '', url: link.address, title },
    };
  });
  return links.every((link) => link !== null) ? links : [block];
};
