/** What is starred, what the event has already, and what of it runs at the same time. */
import { useMemo } from 'preact/hooks';
import type { Programme, ProgrammeSession } from '../../schedule/programme.ts';
import { overlapsOf } from '../../schedule/search-programme.ts';
import type { Marks } from './session-list.tsx';
import { type Stars, useStars } from './use-stars.ts';

export interface Choice {
  readonly stars: Stars;
  /** Keys of sessions that the event has. */
  readonly taken: ReadonlySet<string>;
  /** Starred and not yet taken, in the programme's order. */
  readonly starred: readonly ProgrammeSession[];
  /** All that can be taken: no breaks, nothing cancelled, nothing taken. */
  readonly available: readonly ProgrammeSession[];
  readonly overlapCount: number;
  /** What is starred or taken and runs beside this session. */
  readonly overlapsOf: (session: ProgrammeSession) => readonly ProgrammeSession[];
  readonly marks: Marks;
  /** Stars the session, or takes its star off; what is taken or cancelled has none. */
  readonly star: (session: ProgrammeSession) => void;
}

export const useChoice = (programme: Programme, taken: ReadonlySet<string>): Choice => {
  const stars = useStars(programme.feed);
  return useMemo(() => {
    const isOpen = ({ key, isCancelled }: ProgrammeSession): boolean => !isCancelled && !taken.has(key);
    const meant = programme.sessions.filter(({ key }) => stars.keys.has(key) || taken.has(key));
    const pairs = overlapsOf(meant);
    return {
      stars,
      taken,
      starred: meant.filter((session) => stars.keys.has(session.key) && isOpen(session)),
      available: programme.sessions.filter((session) => isOpen(session) && !session.isBreak),
      overlapCount: pairs.length,
      overlapsOf: (session) =>
        pairs.flatMap(([left, right]) => (left === session ? right : right === session ? left : [])),
      marks: {
        starred: stars.keys,
        taken,
        overlapping: new Set(pairs.flatMap(([left, right]) => [left.key, right.key])),
      },
      star: (session) => {
        if (isOpen(session)) stars.toggle(session.key);
      },
    };
  }, [programme, stars.keys, stars.toggle, taken]);
};
