/** Where sessions of a programme come to stand among those of the event. */
import type { Id } from '../model/ids.ts';
import { byOrder, type OrderKey, ordersBetween } from '../model/order.ts';
import type { Session } from '../model/session.ts';
import type { Instant } from '../model/time.ts';

interface Placed {
  readonly id: Id;
  readonly startsAt: Instant | null;
}

type Standing = Pick<Session, 'id' | 'startsAt' | 'order'>;

/** True while nobody put the sessions in another order by hand; those without a start do not count. */
export const standByStart = (sessions: readonly Standing[]): boolean => {
  const starts = sessions.toSorted(byOrder).flatMap(({ startsAt }) => startsAt ?? []);
  return starts.every((start, at) => at === 0 || (starts[at - 1] ?? '') <= start);
};

/**
 * Order keys for sessions that join others: each before the first that begins later, those without a start at the end.
 * The others keep theirs.
 *
 * @param standing the sessions that stay where they are
 */
export const ordersByStart = (
  standing: readonly Standing[],
  joining: readonly Placed[],
): ReadonlyMap<Id, OrderKey> => {
  const stay = standing.toSorted(byOrder);
  const gaps = new Map<number, Placed[]>();
  const inTime = joining.toSorted((left, right) =>
    left.startsAt === right.startsAt
      ? 0
      : left.startsAt === null || (right.startsAt !== null && left.startsAt > right.startsAt)
        ? 1
        : -1,
  );
  for (const session of inTime) {
    const { startsAt } = session;
    const later =
      startsAt === null
        ? -1
        : stay.findIndex((other) => other.startsAt !== null && other.startsAt > startsAt);
    const gap = later === -1 ? stay.length : later;
    gaps.set(gap, [...(gaps.get(gap) ?? []), session]);
  }
  const orders = new Map<Id, OrderKey>();
  for (const [gap, sessions] of gaps) {
    const before = stay[gap - 1]?.order ?? null;
    const after = stay[gap]?.order ?? null;
    // Two rows may share a key, after a merge of devices: then there is no room between them.
    const isOpen = before === null || after === null || before < after;
    const keys = ordersBetween(before, isOpen ? after : null, sessions.length);
    for (const [at, { id }] of sessions.entries()) orders.set(id, keys[at] ?? '');
  }
  return orders;
};
