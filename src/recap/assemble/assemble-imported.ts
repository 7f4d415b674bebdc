/** The post of an imported event: the text it came with, and new lines only where a record changed since. */
import { type BlockKind, readBlocks } from '../../markdown/blocks.ts';
import { editFrontMatter, type FieldChange } from '../../markdown/edit-front-matter.ts';
import { cleanLine, escapeInline, formatLink } from '../../markdown/plain-text.ts';
import { rewriteBlocks } from '../../markdown/rewrite-blocks.ts';
import type { ImportedPost, PostField, PostPiece } from '../../model/imported-post.ts';
import type { Note } from '../../model/note.ts';
import type { Session } from '../../model/session.ts';
import { noteContent } from '../parse/note-content.ts';
import { settledDate } from '../parse/read-facts.ts';
import type { PostFacts } from '../profiles/site-profile.ts';
import type { OutlineEntry, RecapInput, RecapProblem } from '../recap.ts';
import type { RecapWords } from '../templates/languages/recap-words.ts';
import type { ImageFiles } from './image-files.ts';
import { type Insertion, layOut } from './imported-layout.ts';
import {
  type Edit,
  headingEdits,
  needsSpeakerLine,
  newHeading,
  newLinks,
  newSpeakerLine,
  speakerEdits,
} from './imported-session.ts';
import { type PostStyle, type SessionPiece, styleOf } from './imported-style.ts';
import { openSource } from './imported-text.ts';
import type { SelectedRecords } from './select-records.ts';
import { titleSessions } from './session-heading.ts';
import { type ReadyText, writeNote } from './write-note.ts';

export interface ImportedText {
  readonly text: string;
  readonly body: string;
  readonly outline: readonly OutlineEntry[];
  readonly problems: readonly RecapProblem[];
}

interface Writing {
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

/** What differs in the front matter from what the event had at the import. */
const changesOf = ({ fields }: ImportedPost, { event }: RecapInput): FieldChange[] => {
  const { date, lastmod } = event.frontMatter;
  const now: Partial<Record<PostField, string | readonly string[]>> = {
    title: cleanLine(event.frontMatter.title ?? '') || cleanLine(event.name),
    description: event.description,
    keywords: event.frontMatter.keywords,
    tags: event.tags,
    ...(date === null ? {} : { date }),
    ...(lastmod === null ? {} : { lastmod }),
    ...(event.slug === '' ? {} : { slug: event.slug }),
  };
  return Object.entries(now).flatMap(([name, value]): FieldChange[] => {
    const field = fields[name as PostField];
    if (field === undefined)
      return value.length === 0 || name === 'title' ? [] : [{ key: name, was: null, value }];
    if (field.key === '' || isSame(field.was, value)) return [];
    return [{ key: field.key, was: field.was, value }];
  });
};

const isSame = (was: string | readonly string[], now: string | readonly string[]): boolean =>
  typeof was === 'string' && typeof now === 'string'
    ? was === now || settledDate(was) === now
    : JSON.stringify(was) === JSON.stringify(now);

/** Without front matter the title is the first heading. */
const titleEdit = ({ fields, pieces, source }: ImportedPost, { title }: PostFacts): Edit | null => {
  const was = fields.title?.key === '' ? fields.title.was : null;
  if (typeof was !== 'string' || was === title) return null;
  const first = pieces.find((piece) => piece.kind === 'section');
  const start = first === undefined ? -1 : source.indexOf(was, first.start);
  return first === undefined || start < 0 || start >= first.end
    ? null
    : { start, end: start + was.length, text: escapeInline(title) };
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
    if (near?.level === null) {
      const marker = /^(?:[-*+]|\d+[.)])[ \t]+/.exec(post.source.slice(near.start, near.end))?.[0] ?? '- ';
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
        text: own === undefined ? heading.text : applyEdits(post.source, own, headingEdits(own, session)),
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
        if (needsSpeakerLine(piece, session, speakerLines.has(session.id))) {
          const line = newSpeakerLine(session, style, writing.words);
          if (line !== '') add({ text: line, kind: 'paragraph', gap: style.headingGap });
        }
      }
      if (piece.kind === 'section') {
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

/** Links that sessions have got since stand at the end. */
const linkLines = ({ post, records, titles, words }: Writing): string[] => {
  const pieces = new Map(
    post.pieces.flatMap((piece) => (piece.kind === 'session' ? [[piece.sessionId, piece] as const] : [])),
  );
  return records.sessions.flatMap((session) =>
    newLinks(pieces.get(session.id), session).map(([kind, url]) =>
      formatLink(`${titles.get(session) ?? ''}: ${words.sessionLinks[kind]}`, url),
    ),
  );
};

const pieceOf = (post: ImportedPost, note: Note): number | null => {
  const index = post.pieces.findIndex((piece) => 'noteId' in piece && piece.noteId === note.id);
  return index < 0 ? null : index;
};

/** What changes in a piece that stays; `null` when it is not written any more. */
const editsOf = (piece: PostPiece, writing: Writing): readonly Edit[] | null => {
  if (piece.kind === 'section') return [];
  if (piece.kind === 'session' || piece.kind === 'speakers') {
    const session = writing.sessions.get(piece.sessionId);
    if (session === undefined) return null;
    if (piece.kind === 'session') return headingEdits(piece, session);
    const edits = speakerEdits(piece.speakers, session.speakers);
    return edits[0]?.text === '' ? null : edits;
  }
  const note = writing.notes.get(piece.noteId);
  if (note === undefined) return null;
  if (noteContent(note) === piece.was) return [];
  const ready = newNote(note, writing, 0);
  return ready === null ? null : [{ start: piece.start, end: piece.end, text: ready.text }];
};

const applyEdits = (
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

const readyOf = (text: string): ReadyText => {
  const { opensWith, endsWith } = readBlocks(text.replace(/\r\n?/g, '\n'));
  return { text, opensWith, endsWith };
};

/** A note in the post's line ends; its headings one level under the session's, unless it keeps its own. */
const newNote = (note: Note, writing: Writing, shift?: number): ReadyText | null => {
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
