/** What the last export of an event wrote: kept so that the next one changes nothing that others point at. */
import type { Id } from './ids.ts';
import type { Instant } from './time.ts';

export interface ExportedFile {
  /** From the content folder. */
  readonly path: string;
  /** SHA-256 of its bytes, lower-case hex. */
  readonly hash: string;
}

export interface LastExport {
  readonly at: Instant;
  /** The event's revision that this record of the export made, and when the event itself was changed last. */
  readonly revision: number;
  readonly changedAt: Instant;
  readonly slug: string;
  /** As the post has it: RFC 3339 with offset, or a plain date. */
  readonly date: string;
  /** File names of images, by image. */
  readonly imageNames: Readonly<Record<Id, string>>;
  readonly files: readonly ExportedFile[];
  /** The post's text, to be compared with the next one. */
  readonly text: string;
}
