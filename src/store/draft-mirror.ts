/** The copy of drafts in `localStorage`: synchronous, and there before the database is open. */
import type { Draft } from '../model/draft.ts';
import type { Instant } from '../model/time.ts';

/** The part of `Storage` that is used; absent in a worker. */
export type DraftMirror = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export const MIRROR_PREFIX = 'draft:';

/** The mirrored draft; a row without text says that there is none. */
export const readMirror = (mirror: DraftMirror | null, target: string): Draft | null => {
  try {
    const draft: unknown = JSON.parse(mirror?.getItem(MIRROR_PREFIX + target) ?? 'null');
    return isDraft(draft) && draft.target === target ? draft : null;
  } catch {
    return null;
  }
};

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  'target' in value &&
  'text' in value &&
  typeof value.text === 'string' &&
  'updatedAt' in value &&
  typeof value.updatedAt === 'string';

/** A row without text stands until the database has it too. Never throws: a mirror that is full (a paste of megabytes) leaves the draft to the copy in IndexedDB. */
export const writeMirror = (mirror: DraftMirror | null, draft: Draft): void => {
  try {
    mirror?.setItem(MIRROR_PREFIX + draft.target, JSON.stringify(draft));
  } catch {
    mirror?.removeItem(MIRROR_PREFIX + draft.target);
  }
};

/** Says that there is none any more, until the database can say so: its own draft would come back. Never throws. */
export const emptyMirror = (mirror: DraftMirror | null, target: string, updatedAt: Instant): void =>
  writeMirror(mirror, { target, text: '', caret: 0, baseRevision: 0, updatedAt });
