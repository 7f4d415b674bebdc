/** The draft: text being typed that is not yet a note. */
import type { NoteKind, Place } from './note.ts';
import type { Instant } from './time.ts';

export interface Draft {
  /** What is being typed: `composer`, `popup:note`, `note:<id>` …; `programme:…` is what is remembered of a programme. */
  readonly target: string;
  readonly text: string;
  /** Caret, as an offset in UTF-16 units. */
  readonly caret: number;
  /** Revision of the record that an edit started from; 0 for a new one. */
  readonly baseRevision: number;
  readonly updatedAt: Instant;
  /** Of a new note: where it will be kept, and as what. */
  readonly place?: Place;
  readonly kind?: NoteKind;
}

/** True for text that a person is typing; stars and addresses of a programme stay drafts for good. */
export const isTyped = ({ target }: Pick<Draft, 'target'>): boolean => !target.startsWith('programme:');
