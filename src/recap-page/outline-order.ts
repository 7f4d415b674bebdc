/** The outline's order: sessions in the groups of the recap, and where a move puts one. */
import type { Id } from '../model/ids.ts';
import type { Session } from '../model/session.ts';

export interface OutlineGroup {
  readonly key: 'office-hours' | 'sessions';
  readonly sessions: readonly Session[];
}

/** Office hours stand before the other sessions, as in the recap. Groups with nothing in them are left out. */
export const outlineGroups = (sessions: readonly Session[]): OutlineGroup[] => {
  const groups: OutlineGroup[] = [
    { key: 'office-hours', sessions: sessions.filter(({ kind }) => kind === 'office-hours') },
    { key: 'sessions', sessions: sessions.filter(({ kind }) => kind !== 'office-hours') },
  ];
  return groups.filter((group) => group.sessions.length > 0);
};

/** Who a session will stand before; `null`: at the end. */
export interface Move {
  readonly beforeId: Id | null;
}

const following = (sessions: readonly Session[], id: Id, movedId: Id): Id | null => {
  const others = sessions.filter((session) => session.id !== movedId);
  return others[others.findIndex((session) => session.id === id) + 1]?.id ?? null;
};

/** One step up (-1) or down (1) among the sessions of its group; `null` at the edge. */
export const stepMove = (sessions: readonly Session[], id: Id, step: -1 | 1): Move | null => {
  const group = outlineGroups(sessions).find((found) => found.sessions.some((session) => session.id === id));
  const index = group?.sessions.findIndex((session) => session.id === id) ?? -1;
  const neighbour = group?.sessions[index + step];
  if (neighbour === undefined) return null;
  return { beforeId: step === -1 ? neighbour.id : following(sessions, neighbour.id, id) };
};

/** Before or after another session; `null` when that changes nothing, or is in another group. */
export const dropMove = (
  sessions: readonly Session[],
  id: Id,
  overId: Id,
  side: 'before' | 'after',
): Move | null => {
  const group = outlineGroups(sessions).find((found) => found.sessions.some((session) => session.id === id));
  const from = group?.sessions.findIndex((session) => session.id === id) ?? -1;
  const over = group?.sessions.findIndex((session) => session.id === overId) ?? -1;
  if (over === -1 || over === from) return null;
  if (over === from + (side === 'before' ? 1 : -1)) return null;
  return { beforeId: side === 'before' ? overId : following(sessions, overId, id) };
};

/** True when the days of the timed sessions are more than one: then the outline names them. */
export const spansDays = (days: readonly (string | null)[]): boolean =>
  new Set(days.filter((day) => day !== null)).size > 1;
