/** The journal: what each step changed, so that it can be undone and done again, also after closing. */
import type { ConferenceEvent } from '../model/event.ts';
import type { Image } from '../model/image.ts';
import type { ImportedPost } from '../model/imported-post.ts';
import type { Note } from '../model/note.ts';
import type { Session } from '../model/session.ts';
import type { Instant } from '../model/time.ts';

/** Records by the name of their object store. */
export interface RecordTypes {
  events: ConferenceEvent;
  sessions: Session;
  notes: Note;
  images: Image;
  posts: ImportedPost;
}
export type RecordType = keyof RecordTypes;

/** One record before and after a step; `before` is `null` for a new one. */
export type JournalItem = {
  [Type in RecordType]: {
    readonly type: Type;
    readonly before: RecordTypes[Type] | null;
    readonly after: RecordTypes[Type];
  };
}[RecordType];

/** What a step was, in a word that the interface can name: `note-kept`, `session-deleted` … */
export type StepLabel = string;

export interface JournalEntry {
  /** Ascending number of the step. */
  seq?: number;
  readonly label: StepLabel;
  readonly at: Instant;
  readonly items: readonly JournalItem[];
  readonly undone: boolean;
}

/** Steps that are kept. */
export const JOURNAL_LENGTH = 200;
