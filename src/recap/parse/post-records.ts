/** A post that was read, as the records of a new event. */
import { readBlocks } from '../../markdown/blocks.ts';
import { rewriteBlocks } from '../../markdown/rewrite-blocks.ts';
import {
  type ConferenceEvent,
  DEFAULT_RECAP_OPTIONS,
  NO_FRONT_MATTER_CHOICES,
  type Revisioned,
} from '../../model/event.ts';
import type { Id } from '../../model/ids.ts';
import { imageAddress } from '../../model/image.ts';
import type { ImportedPost, PostPiece } from '../../model/imported-post.ts';
import type { Note } from '../../model/note.ts';
import { ordersBetween } from '../../model/order.ts';
import type { Session } from '../../model/session.ts';
import type { TimeZone } from '../../model/time.ts';
import { noteContent } from './note-content.ts';
import { languageOf, settledDate } from './read-facts.ts';
import type { ReadPiece, ReadPost } from './read-post.ts';

/** What the text does not say. */
export interface PostOrigin {
  readonly folder: string;
  readonly path: string;
  /** Of an event that the post does not name. */
  readonly unnamed: string;
  readonly timeZone: TimeZone;
  readonly images: ImportedPost['images'];
}

export interface PostRecords {
  readonly event: ConferenceEvent;
  readonly sessions: readonly Session[];
  readonly notes: readonly Note[];
  readonly post: ImportedPost;
}

/** @param newRecord what every record begins with; called once for each */
export const postRecords = (read: ReadPost, origin: PostOrigin, newRecord: () => Revisioned): PostRecords => {
  const event = eventOf(read, origin, newRecord());
  const sessionOrders = ordersBetween(null, null, read.sessions.length);
  const sessions = read.sessions.map(
    (session, index): Session => ({
      ...newRecord(),
      eventId: event.id,
      room: '',
      track: '',
      startsAt: null,
      endsAt: null,
      abstract: '',
      scheduleKey: null,
      leftOut: false,
      order: sessionOrders[index] ?? '',
      ...session,
    }),
  );
  const idOf = (index: number | null): Id | null => (index === null ? null : (sessions[index]?.id ?? null));
  const noteOrders = ordersBetween(null, null, read.pieces.length);
  const notes: Note[] = [];
  const pieces = read.pieces.map((piece, index): PostPiece => {
    if (piece.kind === 'section') return piece;
    if (piece.kind === 'session' || piece.kind === 'speakers') {
      const { session, ...rest } = piece;
      return { ...rest, sessionId: idOf(session) ?? event.id };
    }
    const sessionId = idOf(piece.session);
    const note = noteOf(piece, { event, sessionId, order: noteOrders[index] ?? '', origin }, newRecord());
    notes.push(note);
    const { kind, start, end } = piece;
    return { kind, start, end, noteId: note.id, sessionId, was: noteContent(note) };
  });
  const { source, fields, frontMatter } = read;
  const post: ImportedPost = {
    ...newRecord(),
    eventId: event.id,
    folder: origin.folder,
    path: origin.path,
    source,
    bodyStart: frontMatter.bodyStart,
    fields: { ...fields, ...titleField(read, event) },
    pieces,
    images: origin.images,
  };
  return { event, sessions, notes, post };
};

/** Without a key of its own the title is the first heading; an empty one is called as the event is. */
const titleField = ({ fields, title }: ReadPost, event: ConferenceEvent): ImportedPost['fields'] => {
  if (fields.title !== undefined)
    return fields.title.was === '' ? { title: { ...fields.title, was: event.name } } : {};
  return title === '' ? {} : { title: { key: '', was: title } };
};

const textOf = (field: { readonly was: string | readonly string[] } | undefined): string =>
  typeof field?.was === 'string' ? field.was : '';
const wordsOf = (field: { readonly was: string | readonly string[] } | undefined): readonly string[] =>
  Array.isArray(field?.was) ? field.was : [];

const eventOf = (read: ReadPost, origin: PostOrigin, record: Revisioned): ConferenceEvent => {
  const { fields, source, frontMatter } = read;
  return {
    ...record,
    name: read.title === '' ? origin.unnamed : read.title,
    slug: textOf(fields.slug),
    startsOn: null,
    endsOn: null,
    timeZone: origin.timeZone,
    venue: '',
    url: '',
    language: languageOf(source.slice(frontMatter.bodyStart)),
    tags: wordsOf(fields.tags),
    description: textOf(fields.description),
    frontMatter: {
      ...NO_FRONT_MATTER_CHOICES,
      date: settledDate(textOf(fields.date)),
      lastmod: settledDate(textOf(fields.lastmod)),
      keywords: wordsOf(fields.keywords),
    },
    recapOptions: DEFAULT_RECAP_OPTIONS,
  };
};

interface NotePlace {
  readonly event: ConferenceEvent;
  readonly sessionId: Id | null;
  readonly order: string;
  readonly origin: PostOrigin;
}

type NotePiece = Extract<ReadPiece, { readonly note: unknown }>;

const noteOf = ({ note }: NotePiece, place: NotePlace, record: Revisioned): Note => {
  const { event, sessionId, order, origin } = place;
  const base = {
    ...record,
    eventId: event.id,
    sessionId,
    markdown: withImages(note.markdown, origin.images),
    source: null,
    order,
    capturedAt: record.createdAt,
  };
  if (note.kind === 'question')
    return { ...base, kind: note.kind, answer: withImages(note.answer, origin.images) };
  if (note.kind !== 'link') return { ...base, kind: note.kind };
  return { ...base, kind: 'link', url: note.url, title: note.title, linkKind: 'article' };
};

/** Images that came with the post are ours from now on. */
const withImages = (markdown: string, images: PostOrigin['images']): string => {
  if (images.length === 0 || !/\]\s*[(:[]/.test(markdown)) return markdown;
  const known = new Map(images.map(({ address, imageId }) => [address, imageId]));
  const addressOf = (address: string): string | undefined => {
    const id = known.get(address);
    return id === undefined ? undefined : imageAddress(id);
  };
  const blocks = readBlocks(markdown);
  return rewriteBlocks({ ...blocks, headings: [], closing: '' }, { shift: 0, spacers: false, addressOf });
};
