/** What the break is for: sessions that have begun and have no notes, and how many bullets the last one has. */
import type { Id } from '../model/ids.ts';
import type { Note } from '../model/note.ts';
import { isMeant, type Session } from '../model/session.ts';
import { epochMsOf } from '../model/time.ts';

/** So many bullets make a session's summary. */
export const BULLETS = 5;

const DAY_MS = 86_400_000;

/**
 * Sessions that have begun in the last days and have no notes, the latest first: those that the person means to attend,
 * where any is starred.
 *
 * @param counts notes by session
 */
export const listUnwritten = (
  sessions: readonly Session[],
  counts: ReadonlyMap<Id | null, number>,
  nowMs: number,
): readonly Session[] => {
  const hasStars = sessions.some(({ starred }) => starred);
  return sessions
    .filter(
      (session) =>
        session.startsAt !== null &&
        epochMsOf(session.startsAt) <= nowMs &&
        nowMs - epochMsOf(session.startsAt) < 4 * DAY_MS &&
        !session.leftOut &&
        (!hasStars || isMeant(session)) &&
        !counts.get(session.id),
    )
    .toSorted((left, right) => epochMsOf(right.startsAt ?? '') - epochMsOf(left.startsAt ?? ''));
};

const BULLET = /^[^\S\r\n]*(?:[-*+]|\d+[.)])\s+\S/gm;

/** Lines of lists, and takeaways. */
export const countBullets = (notes: readonly Note[]): number =>
  notes.reduce((sum, { kind, markdown }) => {
    const lines = kind === 'text' || kind === 'takeaway' ? (markdown.match(BULLET)?.length ?? 0) : 0;
    return sum + (kind === 'takeaway' ? Math.max(1, lines) : lines);
  }, 0);
