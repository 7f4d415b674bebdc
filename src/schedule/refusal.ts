/** Why a text is not read as a programme: a kind for the words a person reads, the place, and the technical reason. */
import { InvalidInput } from '../model/errors.ts';

export type RefusalKind =
  | 'web-page'
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'unknown-shape'
  | 'no-programme'
  | 'broken'
  | 'entities'
  | 'too-deep'
  | 'duplicate-key'
  | 'schema'
  | 'out-of-range'
  | 'no-zone';

/** An `InvalidInput` whose details hold `kind`; `field` is the place in the file. */
export const refused = (kind: RefusalKind, field: string, reason: string, cause?: unknown): InvalidInput =>
  new InvalidInput(field, reason, cause === undefined ? { kind } : { kind, cause });

/** The kind of a refusal, also after it was thrown again for one of several files. */
export const refusalKindOf = (error: unknown): RefusalKind | null =>
  error instanceof InvalidInput && typeof error.details.kind === 'string'
    ? (error.details.kind as RefusalKind)
    : null;
