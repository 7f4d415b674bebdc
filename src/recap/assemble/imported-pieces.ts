/** The pieces of an imported post as its records have them now: left as they are, edited in place, or written anew. */
import { readBlocks } from '../../markdown/blocks.ts';
import { formatLink } from '../../markdown/plain-text.ts';
import { rewriteBlocks } from '../../markdown/rewrite-blocks.ts';
import type { ImportedPost, PostPiece } from '../../model/imported-post.ts';
import type { Note } from '../../model/note.ts';
import type { Session } from '../../model/session.ts';
import { noteContent } from '../parse/note-content.ts';
import type { RecapProblem } from '../recap.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import type { ImageFiles } from './image-files.ts';
import {
  type Edit,
  headingEdits,
  isToldPiece,
  newLinks,
  speakerEdits,
  toldEdits,
} from './imported-session.ts';
import type { PostStyle } from './imported-style.ts';
import type { SelectedRecords } from './select-records.ts';
import { type ReadyText, writeNote } from './write-note.ts';

/** What a post is written with. */
export interface Writing {
  readonly post: ImportedPost;
  readonly records: SelectedRecords;
  readonly style: PostStyle;
  readonly images: ImageFiles;
  readonly words: RecapWords;
  readonly titles: ReadonlyMap<Session, string>;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly problems: RecapProblem[];
}

/** Links that sessions have got since stand at the end. */
export const linkLines = ({ post, records, titles, words }: Writing): string[] => {
  const pieces = new Map(
    post.pieces.flatMap((piece) => (piece.kind === 'session' ? [[piece.sessionId, piece] as const] : [])),
  );
  return records.sessions.flatMap((session) =>
    newLinks(pieces.get(session.id), session).map(([kind, url]) =>
      formatLink(`${titles.get(session) ?? ''}: ${words.sessionLinks[kind]}`, url),
    ),
  );
};

export const pieceOf = (post: ImportedPost, note: Note): number | null => {
  const index = post.pieces.findIndex((piece) => 'noteId' in piece && piece.noteId === note.id);
  return index < 0 ? null : index;
};

/** What changes in a piece that stays; `null` when it is not written any more. */
export const editsOf = (piece: PostPiece, writing: Writing): readonly Edit[] | null => {
  if (piece.kind === 'section') return [];
  if (piece.kind === 'session' || piece.kind === 'speakers') {
    const session = writing.sessions.get(piece.sessionId);
    if (session === undefined) return null;
    if (piece.kind === 'session')
      return isToldPiece(piece)
        ? toldEdits(piece, session, writing.style, writing.words)
        : headingEdits(piece, session);
    const edits = speakerEdits(piece.speakers, session.speakers);
    return edits[0]?.text === '' ? null : edits;
  }
  const note = writing.notes.get(piece.noteId);
  if (note === undefined) return null;
  if (noteContent(note) === piece.was) return [];
  const ready = newNote(note, writing, 0);
  return ready === null ? null : [{ start: piece.start, end: piece.end, text: ready.text }];
};

export const applyEdits = (
  source: string,
  { start, end }: { readonly start: number; readonly end: number },
  edits: readonly Edit[],
): string => {
  let text = '';
  let at = start;
  for (const edit of edits) {
    if (edit.start < at || edit.end > end) continue;
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at, end);
};

export const readyOf = (text: string): ReadyText => {
  const { opensWith, endsWith } = readBlocks(text.replace(/\r\n?/g, '\n'));
  return { text, opensWith, endsWith };
};

/** A note in the post's line ends; its headings one level under the session's, unless it keeps its own. */
export const newNote = (note: Note, writing: Writing, shift?: number): ReadyText | null => {
  const { style, images, post } = writing;
  const ready = (_: Note, markdown: string): ReadyText => {
    const blocks = readBlocks(
      markdown
        .replace(/\r\n?/g, '\n')
        .replace(/^(?:[ \t]*\n)+/, '')
        .trimEnd(),
    );
    const shallowest = Math.min(7, ...blocks.headings.map(({ level }) => level));
    const level = note.sessionId === null ? style.level - 1 : style.level;
    const moved = shift ?? Math.max(1, level) + 1 - shallowest;
    const text = rewriteBlocks(shift === 0 ? { ...blocks, headings: [] } : blocks, {
      shift: moved,
      spacers: false,
      addressOf: images.addressOf,
    });
    return { text, opensWith: blocks.opensWith, endsWith: blocks.endsWith };
  };
  const written = writeNote(note, ready, writing.words);
  const where = {
    eventId: post.eventId,
    noteId: note.id,
    ...(note.sessionId === null ? {} : { sessionId: note.sessionId }),
  };
  for (const imageId of images.takeMissing())
    writing.problems.push({ code: 'image-missing', imageId, where });
  return written === null ? null : { ...written, text: written.text.replaceAll('\n', style.lineEnd) };
};
