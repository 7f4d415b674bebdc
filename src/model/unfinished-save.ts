/** A save into the site's folder that has begun: what stood there before, so that a cut can be undone or finished. */
import type { Id } from './ids.ts';
import type { Instant } from './time.ts';

interface SavedFile {
  readonly path: string;
  /** SHA-256 of what the save puts there, and of what an attempt before it put there; none for a file that is removed. */
  readonly hashes: readonly string[];
  /** What stood there before the first attempt; `null` where there was no file. */
  readonly before: Blob | null;
}

export interface UnfinishedSave {
  readonly eventId: Id;
  readonly at: Instant;
  /** Only what the save changes. */
  readonly files: readonly SavedFile[];
  /** Folders that the save had to make, the outermost first. */
  readonly folders: readonly string[];
}
