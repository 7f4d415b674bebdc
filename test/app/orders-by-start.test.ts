import { expect, it } from 'vitest';
import { ordersByStart } from '../../src/app/orders-by-start.ts';
import { byOrder } from '../../src/model/order.ts';

const at = (hour: number) => `2026-08-05T${hour}:00:00.000Z`;

it.each([
  ['keys of their own', ['a1', 'a2', 'a3'], []],
  ['one key for two', ['a1', 'a1', 'a2'], ['twelve']],
  ['one key for all', ['a1', 'a1', 'a1'], ['twelve', 'two']],
])('sessions that join stand by their start among those with %s', (_name, keys, giveWay) => {
  const standing = ['ten', 'twelve', 'two'].map((id, index) => ({
    id,
    startsAt: at(10 + 2 * index),
    order: keys[index] ?? '',
  }));
  const joining = [
    { id: 'whenever', startsAt: null },
    { id: 'one', startsAt: at(13) },
    { id: 'eleven', startsAt: at(11) },
    { id: 'eleven, too', startsAt: at(11) },
  ];
  const orders = ordersByStart(standing, joining);
  const rows = [...standing, ...joining.map((row) => ({ ...row, order: '' }))].map(({ id, order }) => ({
    id,
    order: orders.get(id) ?? order,
  }));
  expect(rows.toSorted(byOrder).map(({ id }) => id)).toEqual([
    'ten',
    'eleven',
    'eleven, too',
    'twelve',
    'one',
    'two',
    'whenever',
  ]);
  expect(standing.filter(({ id }) => orders.has(id)).map(({ id }) => id)).toEqual(giveWay);
});
