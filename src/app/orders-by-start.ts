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
 * The others keep theirs, but for those that share one with the session before: theirs is here too.
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
    const before = gaps.get(gap);
    if (before === undefined) gaps.set(gap, [session]);
    else before.push(session);
  }
  const rows = [...stay.keys(), stay.length].flatMap((at) => [
    ...(gaps.get(at) ?? []).map(({ id }) => ({ id, order: null })),
    ...stay.slice(at, at + 1),
  ]);
  return ascending(rows);
};

/** Keys for rows that have none, and for those whose own does not ascend: after a merge of devices two may share one. */
const ascending = (
  rows: readonly { readonly id: Id; readonly order: OrderKey | null }[],
): ReadonlyMap<Id, OrderKey> => {
  const orders = new Map<Id, OrderKey>();
  let last: OrderKey | null = null;
  let waiting: Id[] = [];
  for (const { id, order } of [...rows, { id: '', order: null }]) {
    const stays: boolean = order !== null && (last === null || last < order);
    if (id !== '' && !stays) {
      waiting.push(id);
      continue;
    }
    for (const [at, key] of ordersBetween(last, order, waiting.length).entries())
      orders.set(waiting[at] ?? '', key);
    waiting = [];
    last = order;
  }
  return orders;
};
