/** The imported post: the text that an event was read from, and which part of it tells of which record. */
import type { Revisioned } from './event.ts';
import type { Id } from './ids.ts';
import type { Session, Speaker } from './session.ts';

/** A part of the post's text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value as it stood in the text; while the record still says the same, its text is left as it is. */
interface WrittenText extends Span {
  readonly was: string;
}

/** How a post writes its speakers. */
export interface SpeakerStyle {
  /** The text before and behind the speakers: `**Speaker**: `, ` by `, ` (` and `)`. */
  readonly before: string;
  readonly after: string;
  /** Which comes first where both are written. */
  readonly first: 'name' | 'affiliation';
  /** Between name and affiliation: `, `. */
  readonly betweenFields: string;
  /** Between two speakers: ` & `. */
  readonly betweenSpeakers: string;
}

/** Speakers as they stood; `start` and `end` hold them alone, `outer` with what belongs to them. */
export interface WrittenSpeakers extends Span {
  readonly was: readonly Speaker[];
  readonly outer: Span;
  readonly style: SpeakerStyle;
}

/** A stretch of the body that one record is written as. What lies between two pieces is kept as it is. */
export type PostPiece = Span &
  (
    | { readonly kind: 'section'; readonly level: number }
    | {
        readonly kind: 'session';
        readonly sessionId: Id;
        /** Of its heading; `null` for an item of a list or a paragraph. */
        readonly level: number | null;
        readonly title: WrittenText;
        /** The address that the title leads to. */
        readonly address: WrittenText | null;
        readonly speakers: WrittenSpeakers | null;
        /** Named in the running text alone: no line of theirs can be changed. */
        readonly told: readonly Speaker[];
        /** Of the session, wherever in the text they stand. */
        readonly links: Session['links'];
      }
    /** A line or paragraph of its own below the title. */
    | { readonly kind: 'speakers'; readonly sessionId: Id; readonly speakers: WrittenSpeakers }
    | {
        readonly kind: 'note' | 'reference';
        readonly noteId: Id;
        /** `null` for what tells of the event itself. */
        readonly sessionId: Id | null;
        /** The note's content at the import. */
        readonly was: string;
      }
  );

/** A value of the front matter as the event had it at the import; without a key, the title is the first heading. */
export interface WrittenField {
  readonly key: string;
  readonly was: string | readonly string[];
}

/** Names of the event's fields that a front matter can hold. */
export type PostField = 'title' | 'date' | 'lastmod' | 'description' | 'keywords' | 'tags' | 'slug';

export interface ImportedPost extends Revisioned {
  readonly eventId: Id;
  /** Folder of the bundle, or empty, and the file's path in it: `index.md`. */
  readonly folder: string;
  readonly path: string;
  /** The whole file, as it was, with its byte-order mark and line ends. */
  readonly source: string;
  /** Where the body begins, behind the front matter. */
  readonly bodyStart: number;
  /** Fields by what they are to Lanyard, with the key that the post has for them. */
  readonly fields: Partial<Readonly<Record<PostField, WrittenField>>>;
  /** In the order of the text; they never overlap. */
  readonly pieces: readonly PostPiece[];
  /** Images that came with the post, as its text addresses them and where their files lie in the bundle. */
  readonly images: readonly { readonly imageId: Id; readonly address: string; readonly path: string }[];
}
