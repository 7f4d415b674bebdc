import { describe, expect, it } from 'vitest';
import { createIdSource, isId } from '../../src/model/ids.ts';
import { byOrder, orderBetween, ordersBetween } from '../../src/model/order.ts';

describe('ids', () => {
  const ids = (clock: () => number, count: number): string[] => {
    const next = createIdSource(clock, (bytes) => bytes.fill(0xff));
    return Array.from({ length: count }, next);
  };

  it('are UUIDs of version 7 with their time in them', () => {
    const [id = ''] = ids(() => 0x0123456789ab, 1);
    expect(id.startsWith('01234567-89ab-7')).toBe(true);
    expect(isId(id)).toBe(true);
  });

  it.each([
    ['within one millisecond, 10,000 of them', () => () => 1000, 10_000],
    [
      'when the clock is set back',
      () => {
        let ms = 1_000_000;
        return () => {
          ms -= 100;
          return ms;
        };
      },
      100,
    ],
  ])('ascend %s', (_name, makeClock, count) => {
    const made = ids(makeClock(), count);
    expect(made).toEqual([...made].sort());
    expect(new Set(made).size).toBe(count);
    expect(made.every(isId)).toBe(true);
  });

  it.each(['', 'x', 7, null, '01234567-89ab-4000-8000-000000000000', '01234567-89AB-7000-8000-000000000000'])(
    '%j is none',
    (value) => {
      expect(isId(value)).toBe(false);
    },
  );
});

describe('order keys', () => {
  it('fit between any two, again and again', () => {
    let [low, high] = [orderBetween(null, null), orderBetween(orderBetween(null, null), null)];
    for (let round = 0; round < 200; round += 1) {
      const middle = orderBetween(low, high);
      expect(low < middle && middle < high).toBe(true);
      if (round % 2 === 0) low = middle;
      else high = middle;
    }
  });

  it('come as many as asked, ascending', () => {
    const keys = ordersBetween('a0', 'a1', 50);
    expect([...keys].sort()).toEqual(keys);
    expect([keys.length, new Set(keys).size, (keys[0] ?? '') > 'a0', (keys.at(-1) ?? '') < 'a1']).toEqual([
      50,
      50,
      true,
      true,
    ]);
    expect(ordersBetween(null, null, 0)).toEqual([]);
  });

  it('of two that are alike, the id decides, everywhere alike', () => {
    const rows = [
      { order: 'a1', id: '2' },
      { order: 'a0', id: '9' },
      { order: 'a1', id: '1' },
    ];
    expect([...rows].sort(byOrder).map(({ id }) => id)).toEqual(['9', '1', '2']);
    expect(
      [...rows]
        .reverse()
        .sort(byOrder)
        .map(({ id }) => id),
    ).toEqual(['9', '1', '2']);
  });

  it('between two that are alike is behind the first', () => {
    expect(orderBetween('a1', 'a1') > 'a1').toBe(true);
  });
});
