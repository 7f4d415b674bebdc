/** A published post read: its event, its sessions, and every stretch of its body with what it tells of. Pure and lossless. */
import { type LocatedFrontMatter, locateFrontMatter } from '../../markdown/locate-front-matter.ts';
import { type RootBlock, rootBlocks, withLineFeeds } from '../../markdown/root-blocks.ts';
import type { PostPiece, Span } from '../../model/imported-post.ts';
import type { Session, SessionKind, Speaker } from '../../model/session.ts';
import { wordsIn } from '../templates/languages/words-in.ts';
import { cutBlocks } from './cut-blocks.ts';
import { findBareNotes } from './find-bare-notes.ts';
import { findParagraphSessions } from './find-paragraph-sessions.ts';
import { findSessions } from './find-sessions.ts';
import { findTalkLists } from './find-talk-lists.ts';
import { findTalkTables } from './find-talk-tables.ts';
import { readHeadings, titleHeading } from './post-headings.ts';
import { languageOf, type PostFields, readFields } from './read-facts.ts';

export interface ReadSession {
  readonly title: string;
  readonly kind: SessionKind;
  readonly speakers: readonly Speaker[];
  readonly links: Session['links'];
}

export interface ReadNote {
  readonly kind: 'text' | 'image' | 'link' | 'quote' | 'question';
  /** Line feeds only; images as the post addresses them. */
  readonly markdown: string;
  /** Of a question. */
  readonly answer: string;
  readonly url: string;
  readonly title: string;
}

type Without<Piece, Keys extends string> = Piece extends PostPiece ? Omit<Piece, Keys> : never;

/** A piece before there are records: sessions by their index, notes by what is in them. */
export type ReadPiece =
  | Extract<PostPiece, { kind: 'section' }>
  | (Without<Extract<PostPiece, { kind: 'session' | 'speakers' }>, 'sessionId'> & {
      readonly session: number;
    })
  | (Without<Extract<PostPiece, { noteId: string }>, 'sessionId' | 'noteId' | 'was'> & {
      readonly session: number | null;
      readonly note: ReadNote;
    });

export interface ReadPost {
  readonly source: string;
  readonly frontMatter: LocatedFrontMatter;
  readonly fields: PostFields;
  /** Behind the front matter stands another one; it is text of the body. */
  readonly secondFrontMatter: boolean;
  /** From the front matter, else the first heading; may be empty. */
  readonly title: string;
  readonly sessions: readonly ReadSession[];
  readonly pieces: readonly ReadPiece[];
  /** Of the body, in the order of the text: what no record tells of. */
  readonly kept: readonly Span[];
}

/** Reads a post. The same text gives the same result; nothing of it is run, and there is no text it refuses. */
export const readPost = (source: string): ReadPost => {
  const frontMatter = locateFrontMatter(source);
  const fields = readFields(frontMatter);
  const blocks = blocksOf(source, frontMatter.bodyStart);
  const headings = readHeadings(blocks);
  const called = typeof fields.title?.was === 'string' ? fields.title.was : '';
  const title = titleHeading(headings, called);
  const named = findSessions(headings, title);
  const items = findTalkLists(source, blocks, headings, named, title);
  const tables = named.size + items.size === 0 ? findTalkTables(blocks, headings) : new Map();
  const found = named.size + items.size + tables.size === 0 ? findBareNotes(headings, blocks) : named;
  const told =
    items.size + tables.size === 0
      ? findParagraphSessions(source, blocks, headings, found, title)
      : new Map();
  const language = languageOf(source.slice(frontMatter.bodyStart));
  const words = wordsIn(language);
  const { sessions, pieces } = cutBlocks({
    source,
    blocks,
    headings,
    found,
    items,
    tables,
    title,
    told,
    words,
  });
  return {
    source,
    frontMatter,
    fields,
    secondFrontMatter: isSecond(source.slice(frontMatter.bodyStart), frontMatter),
    title: called === '' ? (title?.words ?? '') : called,
    sessions,
    pieces,
    kept: keptSpans(source, frontMatter.bodyStart, pieces),
  };
};

const blocksOf = (source: string, bodyStart: number): RootBlock[] => {
  // Blanks in place of the front matter: every offset is the source's own.
  const text = withLineFeeds(source);
  const blank = text.slice(0, bodyStart).replace(/[^\n]/g, ' ');
  // A byte-order mark stands on the line of the first block, and is no part of it.
  return rootBlocks(blank + text.slice(bodyStart)).map((block) =>
    block.start < bodyStart ? { ...block, start: bodyStart } : block,
  );
};

/** Directly behind the first, with keys that a front matter has. */
const isSecond = (body: string, { format }: LocatedFrontMatter): boolean => {
  if (format === 'none') return false;
  const second = readFields(locateFrontMatter(body.replace(/^\s+/, '')));
  return second.title !== undefined || second.date !== undefined || second.tags !== undefined;
};

const keptSpans = (source: string, from: number, pieces: readonly ReadPiece[]): Span[] => {
  const spans: Span[] = [];
  let at = from;
  for (const { start, end } of [...pieces, { start: source.length, end: source.length }]) {
    const text = source.slice(at, start);
    if (text.trim() !== '') {
      const begin = at + text.length - text.trimStart().length;
      spans.push({ start: begin, end: begin + text.trim().length });
    }
    at = Math.max(at, end);
  }
  return spans;
};
