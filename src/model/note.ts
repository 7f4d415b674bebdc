/** The note: one block a person wrote or captured, in Markdown. Images stand in it as `![alternative text](image:<id>)`. */
import type { Revisioned } from './event.ts';
import type { Id } from './ids.ts';
import type { OrderKey } from './order.ts';
import type { Instant } from './time.ts';

export const LINK_KINDS = ['article', 'talk-page', 'slides', 'recording', 'code'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** The page that a clip came from. Empty text where the page does not state it. */
export interface Source {
  readonly url: string;
  readonly title: string;
  readonly site: string;
  readonly author: string;
  /** As the page states it: a date or an instant. */
  readonly publishedOn: string;
  /** Where a video stood, in seconds. */
  readonly mediaSeconds: number | null;
}

/** Where a note lives: a session, an event's overview (`sessionId` null), or the inbox (both null). */
export interface Place {
  readonly eventId: Id | null;
  readonly sessionId: Id | null;
}

interface NoteBase extends Revisioned, Place {
  /** The block's Markdown: the text, the quoted words, the question, the selection, a remark on the link. */
  readonly markdown: string;
  readonly source: Source | null;
  readonly order: OrderKey;
  readonly capturedAt: Instant;
}

interface TextNote extends NoteBase {
  readonly kind: 'text';
}
interface QuoteNote extends NoteBase {
  readonly kind: 'quote';
}
export interface QuestionNote extends NoteBase {
  readonly kind: 'question';
  /** Markdown; empty while the question is open. */
  readonly answer: string;
}
interface TakeawayNote extends NoteBase {
  readonly kind: 'takeaway';
}
export interface LinkNote extends NoteBase {
  readonly kind: 'link';
  readonly url: string;
  readonly title: string;
  readonly linkKind: LinkKind;
}
export interface SelectionNote extends NoteBase {
  readonly kind: 'selection';
}
/** One image, or its address where it could not be read: the Markdown is `![…](image:<id>)` or `![…](https://…)`. */
export interface ImageNote extends NoteBase {
  readonly kind: 'image';
}

export type Note = TextNote | QuoteNote | QuestionNote | TakeawayNote | LinkNote | SelectionNote | ImageNote;
export type NoteKind = Note['kind'];

/** All Markdown of a note: its own, and the answer of a question. */
export const textsOf = (note: Note): readonly string[] =>
  note.kind === 'question' ? [note.markdown, note.answer] : [note.markdown];

/** Captures that have no event yet. */
export const INBOX: Place = { eventId: null, sessionId: null };
