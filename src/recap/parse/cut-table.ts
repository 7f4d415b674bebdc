/** Rows of a table that are talks, as pieces and sessions. */
import type { RootBlock } from '../../markdown/root-blocks.ts';
import type { TalkRow } from './find-talk-tables.ts';
import type { PostHeading } from './post-headings.ts';
import type { ReadPiece, ReadSession } from './read-post.ts';
import { headingSession, spanOf } from './session-pieces.ts';

/** Of a piece without words that ends a table: deeper than any heading. */
const NO_LEVEL = 7;

/** @param first index of the first session */
export const cutTable = (
  table: RootBlock,
  talks: readonly TalkRow[],
  parent: PostHeading | null,
  first: number,
): { readonly pieces: readonly ReadPiece[]; readonly sessions: readonly ReadSession[] } => {
  const cut = talks.map(({ row, line, parts, people }, index) => {
    const words = line.text.replace(/\s+/g, ' ').trim();
    const heading = { block: 0, level: 1, line, words, parts, below: null, told: [], linked: false, parent };
    const block: RootBlock = {
      ...spanOf(row),
      type: 'paragraph',
      level: null,
      runs: [],
      items: [],
      rows: [],
    };
    const { piece, session } = headingSession(heading, block, null, first + index);
    if (piece.kind !== 'session') throw new Error('a row is a session');
    const own = { ...piece, level: null };
    if (people === null) return { piece: own, session };
    const was = people.read?.speakers ?? [];
    const place = spanOf(people.place);
    const style = {
      first: 'name',
      betweenFields: ', ',
      betweenSpeakers: ', ',
      ...people.read?.style,
    } as const;
    const speakers = { ...place, was, outer: place, style: { ...style, before: '', after: '' } };
    return { piece: { ...own, speakers }, session: { ...session, speakers: was } };
  });
  // What is added behind a row stands behind the table.
  const end: ReadPiece = { kind: 'section', start: table.end, end: table.end, level: NO_LEVEL };
  return { pieces: [...cut.map(({ piece }) => piece), end], sessions: cut.map(({ session }) => session) };
};
