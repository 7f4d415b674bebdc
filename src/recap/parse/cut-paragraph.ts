/** A paragraph that is a session, or opens with the line that heads one, as pieces. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import { NO_SESSION_LINKS } from '../../model/session.ts';
import type { ParagraphSession } from './find-paragraph-sessions.ts';
import type { TalkItem } from './find-talk-lists.ts';
import type { PostHeading } from './post-headings.ts';
import type { SpeakerLines } from './read-below.ts';
import type { ReadPiece, ReadSession } from './read-post.ts';
import { kindIn } from './section-words.ts';
import { headingSession, writtenLines } from './session-pieces.ts';
import { talkAddressKind } from './talk-address.ts';

interface CutParagraph {
  readonly session: ReadSession;
  readonly pieces: readonly ReadPiece[];
  /** Speakers in the block that follows. */
  readonly lines: SpeakerLines | null;
  /** Where what is left of the paragraph begins. */
  readonly rest: number;
}

/** @param session its index */
export const cutParagraph = (
  source: string,
  block: RootBlock,
  talk: ParagraphSession,
  session: number,
): CutParagraph =>
  talk.kind === 'told' ? cutTold(block, talk, session) : cutHeaded(source, block, talk, session);

/** All of the paragraph is a note of the session, which has no line of its own: its piece is the place before. */
const cutTold = (
  { start }: RootBlock,
  { title, address, speakers, above }: Extract<ParagraphSession, { kind: 'told' }>,
  session: number,
): CutParagraph => {
  const place = { start, end: start };
  const links = { ...NO_SESSION_LINKS, [talkAddressKind(address) ?? 'page']: { url: address } };
  const kind = kindIn(title) ?? (above === null ? null : kindIn(above.words)) ?? 'talk';
  const piece: ReadPiece = {
    kind: 'session',
    ...place,
    session,
    level: null,
    title: { ...place, was: title },
    address: null,
    speakers: null,
    told: speakers,
    links,
  };
  return { session: { title, kind, speakers, links }, pieces: [piece], lines: null, rest: start };
};

const cutHeaded = (
  source: string,
  block: RootBlock,
  { line, parts, below, above }: Extract<ParagraphSession, { kind: 'headed' }>,
  session: number,
): CutParagraph => {
  const lines = parts.people?.certain === true ? null : below;
  const words = line.text.replace(/\s+/g, ' ').trim();
  const heading = { block: 0, level: 1, line, words, parts, below, told: [], linked: false, parent: above };
  const read = headingSession(heading, block, lines, session);
  const first = /^[^\n\r]*/.exec(source.slice(block.start, block.end))?.[0].trimEnd().length ?? 0;
  const end = block.start + first;
  const piece: ReadPiece = { ...read.piece, level: null, end };
  const near = lines !== null && lines.whole.start >= end && lines.whole.end <= block.end ? lines : null;
  if (near === null) return { session: read.session, pieces: [piece], lines, rest: end };
  const speakers: ReadPiece = {
    kind: 'speakers',
    ...near.whole,
    session,
    speakers: writtenLines(source, near),
  };
  return { session: read.session, pieces: [piece, speakers], lines: null, rest: near.whole.end };
};

/** An item of a list that opens with a talk: its first line is the session's, what follows is a note of it. */
export const cutTalkItem = (
  source: string,
  item: RootBlock['items'][number],
  { line, parts }: TalkItem,
  parent: PostHeading | null,
  session: number,
) => {
  const words = line.text.replace(/\s+/g, ' ').trim();
  const heading = { block: 0, level: 1, line, words, parts, below: null, told: [], linked: false, parent };
  const read = headingSession(
    heading,
    { ...item, type: 'paragraph', level: null, items: [], rows: [] },
    null,
    session,
  );
  const lead = line.spanOf(0, line.text.length).end;
  const behind = /^[*_]*[ \t]*/.exec(source.slice(lead, item.end))?.[0].length ?? 0;
  const end = lead + behind;
  return { session: read.session, piece: { ...read.piece, level: null, end }, rest: end };
};
