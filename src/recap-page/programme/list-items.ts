/** The programme as one long column of days and sessions, and which part of it is in sight. */
import type { PlainDate } from '../../model/time.ts';
import type { ProgrammeSession } from '../../schedule/programme.ts';

type ListItem =
  | { readonly kind: 'day'; readonly day: PlainDate | null }
  | { readonly kind: 'session'; readonly session: ProgrammeSession; readonly position: number };

export interface ListColumn {
  readonly items: readonly ListItem[];
  /** Where each item begins, in pixels; one more than items: the end. */
  readonly tops: readonly number[];
  /** Index of the item of each session, by its position among the sessions. */
  readonly itemOfSession: readonly number[];
}

/** @param heights in pixels */
export const listColumn = (
  sessions: readonly ProgrammeSession[],
  heights: { readonly day: number; readonly session: number },
): ListColumn => {
  const items: ListItem[] = [];
  const tops = [0];
  const itemOfSession: number[] = [];
  const add = (item: ListItem): void => {
    items.push(item);
    tops.push((tops.at(-1) ?? 0) + heights[item.kind]);
  };
  for (const [position, session] of sessions.entries()) {
    if (position === 0 || session.day !== sessions[position - 1]?.day) add({ kind: 'day', day: session.day });
    itemOfSession.push(items.length);
    add({ kind: 'session', session, position });
  }
  return { items, tops, itemOfSession };
};

/** The last item that begins at or above this place; 0 above all of them. */
const itemAt = (tops: readonly number[], top: number): number => {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= top) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** `[from, to)` of the items to render for a window of this height, with as much again above and below it. */
export const itemsInSight = (
  { items, tops }: ListColumn,
  top: number,
  height: number,
): readonly [from: number, to: number] => {
  if (items.length === 0) return [0, 0];
  return [itemAt(tops, top - height), Math.min(items.length, itemAt(tops, top + 2 * height) + 1)];
};

/** The day whose sessions stand at the top of the window. */
export const dayAt = ({ items, tops }: ListColumn, top: number): PlainDate | null => {
  const item = items[itemAt(tops, top)];
  if (item === undefined) return null;
  return item.kind === 'day' ? item.day : item.session.day;
};
