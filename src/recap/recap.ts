/** The recap: an event's assembled post, and what went into it. */
import type { FrontMatter } from '../markdown/write-front-matter.ts';
import type { ConferenceEvent } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Image, ImageType } from '../model/image.ts';
import type { ImportedPost } from '../model/imported-post.ts';
import type { Note } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import type { SelectedRecords } from './assemble/select-records.ts';
import type { PostFacts } from './profiles/site-profile.ts';
import type { RecapWords } from './templates/languages/recap-words.ts';

/** What an event was imported from. What did not change since is written as it stands there. */
export interface ImportedPart {
  readonly post: ImportedPost;
  readonly write: (
    post: ImportedPost,
    input: RecapInput,
    records: SelectedRecords,
    facts: PostFacts,
    problems: readonly RecapProblem[],
    words: RecapWords,
  ) => Recap;
}

/** The records of one event. Deleted ones, and those of other events, are passed over. */
export interface RecapInput {
  readonly event: ConferenceEvent;
  readonly sessions: readonly Session[];
  readonly notes: readonly Note[];
  readonly images: readonly Image[];
  /** The post that the event was imported from, and what writes it again: few events need that code. */
  readonly imported?: ImportedPart | null;
  /** Milliseconds since 1970: with it, dates in the future are reported. */
  readonly nowMs?: number;
}

/** An image file of the post, in the order in which the images first appear. */
export interface RecapImage {
  /** Inside the bundle, beside or below the post: `1.png`. */
  readonly path: string;
  /** As the body writes it: `./1.png`. */
  readonly address: string;
  readonly imageId: Id;
  /** Key of the bytes in the store. */
  readonly hash: string;
  readonly type: ImageType;
  /** Alternative text of its first appearance. */
  readonly alt: string;
}

export interface OutlineEntry {
  readonly level: number;
  /** Plain text. */
  readonly text: string;
  readonly sessionId: Id | null;
  /** Line of the heading in the body, from 0. */
  readonly line: number;
}

/** Where something is: in the event itself, in a session, in a note. */
export interface RecapPlace {
  readonly eventId: Id;
  readonly sessionId?: Id;
  readonly noteId?: Id;
}

/** What the assembler had to leave out or change. */
export type RecapProblem = { readonly where: RecapPlace } & (
  | { readonly code: 'image-missing'; readonly imageId: Id }
  | { readonly code: 'date-invalid'; readonly key: 'date' | 'lastmod'; readonly value: string }
  | { readonly code: 'date-in-future'; readonly key: 'date' | 'lastmod'; readonly value: string }
  | { readonly code: 'tag-unusable'; readonly tag: string }
  | { readonly code: 'session-missing'; readonly missingSessionId: Id }
  | { readonly code: 'shortcode-altered' }
);

/** The lines of the body that were written from a note, from 0, `[from, to)`. */
export interface NoteLines {
  readonly noteId: Id;
  readonly from: number;
  readonly to: number;
}

/** One file of Markdown. */
export interface RecapPage {
  /** The file: `index.md`. */
  readonly path: string;
  /** The whole file, front matter and body, with a line feed at its end. */
  readonly text: string;
  /** What the page says of itself, whatever the site calls it. */
  readonly facts: PostFacts;
  readonly frontMatter: FrontMatter;
  readonly body: string;
  readonly images: readonly RecapImage[];
  readonly outline: readonly OutlineEntry[];
  /** In the order of the body; a link that stands among the references alone is not there. */
  readonly noteLines: readonly NoteLines[];
}

/** The post: its first page, and what belongs to it. */
export interface Recap extends RecapPage {
  readonly slug: string;
  /** Folder of the bundle; all paths are inside it. Empty when the site wants the files in several places. */
  readonly folder: string;
  /** Of all pages. */
  readonly images: readonly RecapImage[];
  /** A page for each session, where the template has them. */
  readonly pages: readonly RecapPage[];
  readonly problems: readonly RecapProblem[];
}
