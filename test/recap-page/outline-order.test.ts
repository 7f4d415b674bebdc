import { describe, expect, it } from 'vitest';
import { EMPTY_SESSION } from '../../src/app/create-session.ts';
import type { Session, SessionKind } from '../../src/model/session.ts';
import { dropMove, outlineGroups, spansDays, stepMove } from '../../src/recap-page/outline-order.ts';

const session = (id: string, kind: SessionKind = 'talk'): Session => ({
  ...EMPTY_SESSION,
  id,
  kind,
  eventId: 'event',
  scheduleKey: null,
  order: id,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  revision: 1,
  deletedAt: null,
});

const sessions = [
  session('a'),
  session('x', 'office-hours'),
  session('b'),
  session('c'),
  session('y', 'office-hours'),
];

/** The order after a move, as `moveSession` makes it. */
const moved = (id: string, beforeId: string | null): string => {
  const others = sessions.map((other) => other.id).filter((other) => other !== id);
  const at = beforeId === null ? others.length : others.indexOf(beforeId);
  return others.toSpliced(at, 0, id).join('');
};

const inGroup = (order: string, kind: 'talk' | 'office-hours'): string =>
  [...order].filter((id) => sessions.find((other) => other.id === id)?.kind === kind).join('');

it('groups office hours first', () => {
  expect(
    outlineGroups(sessions).map(({ key, sessions: own }) => [key, own.map(({ id }) => id).join('')]),
  ).toEqual([
    ['office-hours', 'xy'],
    ['sessions', 'abc'],
  ]);
  expect(outlineGroups([])).toEqual([]);
});

describe('stepMove', () => {
  it.each([
    ['a', 1, 'bac'],
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['c', -1, 'acb'],
  ] as const)('%s by %i', (id, step, expected) => {
    const move = stepMove(sessions, id, step);
    expect(inGroup(moved(id, move?.beforeId ?? null), 'talk')).toBe(expected);
  });

  it('stops at the edges of its group', () => {
    expect(stepMove(sessions, 'a', -1)).toBeNull();
    expect(stepMove(sessions, 'c', 1)).toBeNull();
    expect(stepMove(sessions, 'x', -1)).toBeNull();
    expect(stepMove(sessions, 'gone', 1)).toBeNull();
  });
});

describe('dropMove', () => {
  it.each([
    ['a', 'c', 'after', 'bca'],
    ['a', 'c', 'before', 'bac'],
    ['c', 'a', 'before', 'cab'],
    ['c', 'a', 'after', 'acb'],
  ] as const)('%s onto %s, %s', (id, over, side, expected) => {
    const move = dropMove(sessions, id, over, side);
    expect(inGroup(moved(id, move?.beforeId ?? null), 'talk')).toBe(expected);
  });

  it.each([
    ['a', 'a', 'before'],
    ['a', 'b', 'before'],
    ['b', 'a', 'after'],
    ['a', 'x', 'after'],
  ] as const)('%s onto %s, %s: nothing', (id, over, side) => {
    expect(dropMove(sessions, id, over, side)).toBeNull();
  });
});

it('names days when there is more than one', () => {
  expect(spansDays(['2026-01-01', null, '2026-01-01'])).toBe(false);
  expect(spansDays(['2026-01-01', '2026-01-02'])).toBe(true);
});
