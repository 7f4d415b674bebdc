/** Fractional order keys: a move writes one row (`fractional-indexing`, base 62, compared as plain strings). */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

export type OrderKey = string;

/** A key between two neighbours; `null` stands for the beginning or the end. */
export const orderBetween = (before: OrderKey | null, after: OrderKey | null): OrderKey =>
  before !== null && after !== null && before >= after
    ? generateKeyBetween(before, null)
    : generateKeyBetween(before, after);

/** `count` ascending keys between two neighbours. */
export const ordersBetween = (before: OrderKey | null, after: OrderKey | null, count: number): OrderKey[] =>
  generateNKeysBetween(before, after, count);

/**
 * The key of what is put at a place of an ordered list. Two rows may share a key (windows that wrote at the same moment, devices
 * that were merged), and nothing fits between them: those behind the place come back with keys of their own.
 */
export const insertAt = <Row extends { readonly order: OrderKey }>(
  rows: readonly Row[],
  at: number,
): { readonly order: OrderKey; readonly pushed: readonly Row[] } => {
  const before = rows[at - 1]?.order ?? null;
  const twins = before === null ? [] : rows.slice(at).filter(({ order }) => order <= before);
  const [order = '', ...rest] = ordersBetween(
    before,
    rows[at + twins.length]?.order ?? null,
    twins.length + 1,
  );
  return { order, pushed: twins.map((twin, index) => ({ ...twin, order: rest[index] ?? twin.order })) };
};

/** True for a key that others can be put before and behind. */
export const isOrderKey = (text: string): boolean => {
  try {
    generateKeyBetween(text, null);
    generateKeyBetween(null, text);
    return /^[0-9A-Za-z]+$/.test(text);
  } catch {
    return false;
  }
};

/** Sorts by order key, then by id, so that two rows with one key have one order everywhere. */
export const byOrder = (
  left: { readonly order: OrderKey; readonly id: string },
  right: { readonly order: OrderKey; readonly id: string },
): number => {
  if (left.order !== right.order) return left.order < right.order ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
};
