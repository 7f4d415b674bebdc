/** Cuts a body into pieces: each block, or part of one, with the record it tells of. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import { safeAddress } from '../../model/address.ts';
import type { Span } from '../../model/imported-post.ts';
import { NO_SESSION_LINKS, type Session } from '../../model/session.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import { cutParagraph, cutTalkItem } from './cut-paragraph.ts';
import { cutTable } from './cut-table.ts';
import type { ParagraphSession } from './find-paragraph-sessions.ts';
import type { TalkLists } from './find-talk-lists.ts';
import type { TalkRow } from './find-talk-tables.ts';
import { inlineTextOf, partOf } from './inline-text.ts';
import { noteOf } from './note-shape.ts';
import type { PostHeading } from './post-headings.ts';
import type { SpeakerLines } from './read-below.ts';
import type { ReadPiece, ReadSession } from './read-post.ts';
import { isOverviewHeading, isReferencesHeading, isSessionsHeading } from './section-words.ts';
import { headingSession, spanOf, speakerLinesOf, writtenLines } from './session-pieces.ts';
import { talkAddressKind } from './talk-address.ts';

export interface FoundParts {
  readonly source: string;
  readonly blocks: readonly RootBlock[];
  readonly headings: readonly PostHeading[];
  readonly found: ReadonlySet<PostHeading>;
  /** Lists with their items that are talks. */
  readonly items: TalkLists;
  /** Tables with their rows that are talks. */
  readonly tables: ReadonlyMap<number, readonly TalkRow[]>;
  readonly title: PostHeading | null;
  /** Paragraphs that are sessions or head one, by the index of their block. */
  readonly told: ReadonlyMap<number, ParagraphSession>;
  /** Of the post's language: how questions are marked. */
  readonly words: RecapWords;
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

export const cutBlocks = (
  parts: FoundParts,
): { readonly sessions: ReadSession[]; readonly pieces: ReadPiece[] } => {
  const { source, blocks, headings, found, items, tables, title, told, words } = parts;
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
    pieces.push({ kind: 'note', ...written, session, note: noteOf(markdown, words) });
    const read = session === null ? undefined : sessions[session];
    if (session !== null && read !== undefined)
      sessions[session] = { ...read, links: linksFrom(read.links, markdown) };
  };

  const keepHeading = (heading: PostHeading, block: RootBlock): void => {
    if (found.has(heading)) {
      const lines = speakerLinesOf(heading, bare >= 2, found.size >= 2);
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
      const over = [...told.values()].flatMap(({ above }) => above ?? []);
      const overItems = [...items.keys(), ...tables.keys()].flatMap(
        (index) => headings.findLast((other) => other.block < index) ?? [],
      );
      const holds = [...found, ...over, ...overItems].some(
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
    const talk = told.get(index);
    const rows = tables.get(index);
    const text = source.slice(block.start, block.end).trim();
    if (heading !== undefined) keepHeading(heading, block);
    else if (block.type === 'thematicBreak' || KEPT.test(text)) continue;
    else if (items.has(index)) {
      const over = headings.findLast((other) => other.block < index) ?? null;
      for (const item of block.items) {
        const read = items.get(index)?.get(item);
        const cut = read === undefined ? null : cutTalkItem(source, item, read, over, sessions.length);
        if (cut === null) {
          keepNote(item, null);
          continue;
        }
        sessions.push(cut.session);
        pieces.push(cut.piece);
        keepNote({ start: cut.rest, end: item.end }, sessions.length - 1);
      }
      state.open = null;
    } else if (rows !== undefined) {
      const over = headings.findLast((other) => other.block < index) ?? null;
      const cut = cutTable(block, rows, over, sessions.length);
      sessions.push(...cut.sessions);
      pieces.push(...cut.pieces);
      state.open = null;
    } else if (talk !== undefined) {
      const cut = cutParagraph(source, block, talk, sessions.length);
      state.open = { index: sessions.length, level: NO_LEVEL, lines: cut.lines };
      sessions.push(cut.session);
      pieces.push(...cut.pieces);
      keepNote({ start: cut.rest, end: block.end }, sessions.length - 1);
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
      note: { kind: 'link', markdown: '', answer: '', url: link.address, title },
    };
  });
  return links.every((link) => link !== null) ? links : [block];
};
