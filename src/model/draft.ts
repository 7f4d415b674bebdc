/** The draft: text being typed that is not yet a note. */
import type { Instant } from './time.ts';

export interface Draft {
  /** What is being typed: `composer:<place>`, `popup:note`, `note:<id>` … */
  readonly target: string;
  readonly text: string;
  /** Caret, as an offset in UTF-16 units. */
  readonly caret: number;
  /** Revision of the record that an edit started from; 0 for a new one. */
  readonly baseRevision: number;
  readonly updatedAt: Instant;
}
