/** The post of an imported event: the text it came with, and new lines only where a record changed since. */
import type { BlockKind } from '../../markdown/blocks.ts';
import { editFrontMatter } from '../../markdown/edit-front-matter.ts';
import { escapeInline, formatLink } from '../../markdown/plain-text.ts';
import type { ImportedPost } from '../../model/imported-post.ts';
import type { Session } from '../../model/session.ts';
import { noteContent } from '../parse/note-content.ts';
import type { PostFacts } from '../profiles/site-profile.ts';
import type { OutlineEntry, RecapInput, RecapProblem } from '../recap.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import type { ImageFiles } from './image-files.ts';
import { changesOf, titleEdit } from './imported-fields.ts';
import { type Insertion, layOut } from './imported-layout.ts';
import {
  applyEdits,
  editsOf,
  linkLines,
  newNote,
  pieceOf,
  readyOf,
  type Writing,
} from './imported-pieces.ts';
import {
  type Edit,
  headingEdits,
  isToldPiece,
  needsSpeakerLine,
  newHeading,
  newSpeakerLine,
} from './imported-session.ts';
import { type SessionPiece, styleOf } from './imported-style.ts';
import { openSource } from './imported-text.ts';
import type { SelectedRecords } from './select-records.ts';
import { titleSessions } from './session-heading.ts';

export interface ImportedText {
  readonly text: string;
  readonly body: string;
  readonly outline: readonly OutlineEntry[];
  readonly problems: readonly RecapProblem[];
}

/** Writes the post. Without a change of the records the result is the source, byte for byte. */
export const assembleImported = (
  post: ImportedPost,
  input: RecapInput,
  records: SelectedRecords,
  facts: PostFacts,
  images: ImageFiles,
  words: RecapWords,
): ImportedText => {
  const { event } = input;
  const all = [...records.notes.values()].flat();
  const writing: Writing = {
    post,
    records,
    images,
    words,
    style: styleOf(post),
    titles: titleSessions(records.sessions, event.timeZone, words),
    sessions: new Map(records.sessions.map((session) => [session.id, session])),
    notes: new Map(all.map((note) => [note.id, note])),
    problems: [],
  };
  const { text: body, outline } = writeBody(writing, titleEdit(post, facts));
  const head = editFrontMatter(post.source.slice(0, post.bodyStart), changesOf(post, input));
  return { text: head + body, body, outline, problems: writing.problems };
};

const writeBody = (
  writing: Writing,
  title: Edit | null,
): { readonly text: string; readonly outline: OutlineEntry[] } => {
  const { post, records, style } = writing;
  const { stays, insertions } = layOut(post, records);
  const output = openSource(post.source, post.bodyStart, style);
  const outline: OutlineEntry[] = [];
  const speakerLines = new Set(
    post.pieces.flatMap((piece) => (piece.kind === 'speakers' ? piece.sessionId : [])),
  );

  const add = ({ text, kind, gap }: { text: string; kind: BlockKind; gap: string }): void =>
    output.add(text, kind, gap);
  const addSession = (session: Session): void => {
    const pieces = post.pieces.filter(
      (piece): piece is SessionPiece => piece.kind === 'session' && piece.sessionId === session.id,
    );
    const [own] = pieces;
    const near = post.pieces.findLast((piece): piece is SessionPiece => piece.kind === 'session');
    const title = writing.titles.get(session) ?? '';
    const marker =
      near?.level === null
        ? /^(?:[-*+]|\d+[.)])[ \t]+/.exec(post.source.slice(near.start, near.end))?.[0]
        : undefined;
    if (marker !== undefined) {
      const url = Object.values(session.links).find((link) => link !== null && link !== 'pending');
      const text = typeof url === 'object' && url !== null ? formatLink(title, url.url) : escapeInline(title);
      add({ text: marker + text, kind: 'other', gap: style.lineEnd });
    } else {
      const heading = newHeading(session, title, style);
      outline.push({
        level: style.level,
        text: title,
        sessionId: session.id,
        line: output.line(style.sessionGap),
      });
      add({
        text:
          own === undefined || isToldPiece(own)
            ? heading.text
            : applyEdits(post.source, own, headingEdits(own, session)),
        kind: 'heading',
        gap: style.sessionGap,
      });
      const below = post.pieces.find((piece) => piece.kind === 'speakers' && piece.sessionId === session.id);
      const kept = below === undefined ? '' : applyEdits(post.source, below, editsOf(below, writing) ?? []);
      const placed = below === undefined && (heading.named || own?.speakers != null);
      const line = placed ? '' : kept || newSpeakerLine(session, style, writing.words);
      if (line !== '') add({ text: line, kind: 'paragraph', gap: style.headingGap });
    }
    for (const note of records.notes.get(session.id) ?? [])
      addNote({ kind: 'note', note, piece: pieceOf(post, note) });
  };
  const addNote = ({ note, piece }: Extract<Insertion, { kind: 'note' }>): void => {
    const known = piece === null ? undefined : post.pieces[piece];
    const same = known !== undefined && 'noteId' in known && known.was === noteContent(note);
    const ready =
      same && known !== undefined
        ? readyOf(post.source.slice(known.start, known.end))
        : newNote(note, writing);
    if (ready !== null)
      add({
        text: ready.text,
        kind: ready.opensWith,
        gap: output.afterHeading() ? style.headingGap : style.gap,
      });
    if (ready !== null) output.endsWith(ready.endsWith);
  };

  for (const insertion of insertions.get(-1) ?? []) {
    if (insertion.kind === 'note') addNote(insertion);
    else addSession(insertion.session);
  }
  for (const [index, piece] of post.pieces.entries()) {
    const edits = stays.has(index) ? editsOf(piece, writing) : null;
    if (edits === null) output.leaveOut(piece);
    else {
      const all =
        title !== null && title.start >= piece.start && title.end <= piece.end ? [...edits, title] : edits;
      output.keep(
        piece,
        applyEdits(post.source, piece, all),
        piece.kind === 'session' || piece.kind === 'section',
      );
      const session = piece.kind === 'session' ? writing.sessions.get(piece.sessionId) : undefined;
      if (piece.kind === 'session' && session !== undefined) {
        outline.push({
          level: piece.level ?? style.level,
          text: writing.titles.get(session) ?? '',
          sessionId: session.id,
          line: output.lineOfLast(),
        });
        if (!isToldPiece(piece) && needsSpeakerLine(piece, session, speakerLines.has(session.id))) {
          const line = newSpeakerLine(session, style, writing.words);
          if (line !== '') add({ text: line, kind: 'paragraph', gap: style.headingGap });
        }
      }
      if (piece.kind === 'section' && piece.end > piece.start) {
        const text = post.source
          .slice(piece.start, piece.end)
          .replace(/^#+\s*|\s*#*\s*$|[\r\n][=-]+\s*$/g, '');
        outline.push({ level: piece.level, text, sessionId: null, line: output.lineOfLast() });
      }
    }
    for (const insertion of insertions.get(index) ?? []) {
      if (insertion.kind === 'note') addNote(insertion);
      else addSession(insertion.session);
    }
  }
  for (const text of linkLines(writing)) add({ text, kind: 'paragraph', gap: style.gap });
  return { text: output.finish(), outline };
};
