/**
 * Drafts in two places: IndexedDB (relaxed, committed at once: survives a closing popup) and `localStorage` (synchronous).
 * An emptied draft stays as a row without text, so that an older mirror of it cannot come back after a crash.
 */
import type { IDBPDatabase } from 'idb';
import type { Draft } from '../model/draft.ts';
import { type DraftMirror, MIRROR_PREFIX, readMirror, writeMirror } from './draft-mirror.ts';
import type { LanyardSchema } from './schema.ts';

const newer = (left: Draft | null, right: Draft | null): Draft | null => {
  if (left === null) return right;
  if (right === null) return left;
  return right.updatedAt > left.updatedAt ? right : left;
};

const alive = (draft: Draft | null): Draft | null => (draft === null || draft.text === '' ? null : draft);

/** The draft as it was last typed, from whichever copy is newer. @param mirrored the mirror's, as it was when asked */
export const readDraft = async (
  database: IDBPDatabase<LanyardSchema>,
  mirrored: Draft | null,
  target: string,
): Promise<Draft | null> => alive(newer((await database.get('drafts', target)) ?? null, mirrored));

/** All living drafts. */
export const readDrafts = async (
  database: IDBPDatabase<LanyardSchema>,
  mirror: DraftMirror | null,
): Promise<Draft[]> => {
  const found = new Map<string, Draft>();
  for (const draft of await database.getAll('drafts')) found.set(draft.target, draft);
  for (let index = 0; index < (mirror?.length ?? 0); index += 1) {
    const key = mirror?.key(index);
    if (!key?.startsWith(MIRROR_PREFIX)) continue;
    const target = key.slice(MIRROR_PREFIX.length);
    const best = newer(found.get(target) ?? null, readMirror(mirror, target));
    if (best !== null) found.set(target, best);
  }
  return [...found.values()].filter((draft) => draft.text !== '');
};

/** Writes both copies without waiting; `commit()` at once is what lets it outlive the page. */
export const sendDraft = (
  database: IDBPDatabase<LanyardSchema>,
  mirror: DraftMirror | null,
  draft: Draft,
): void => {
  writeMirror(mirror, draft);
  try {
    const transaction = database.transaction('drafts', 'readwrite', { durability: 'relaxed' });
    transaction.store.put(draft).catch(() => undefined);
    transaction.done.then(
      () => draft.text === '' && forgetMirror(mirror, draft.target, ({ text }) => text === ''),
      () => undefined,
    );
    transaction.commit();
  } catch {
    // The connection is closing: the mirror has the text.
  }
};

/** Takes the mirror's draft away when it is done with. */
export const forgetMirror = (
  mirror: DraftMirror | null,
  target: string,
  isDone: (typed: Draft) => boolean,
): void => {
  const typed = readMirror(mirror, target);
  if (typed !== null && isDone(typed)) mirror?.removeItem(MIRROR_PREFIX + target);
};
