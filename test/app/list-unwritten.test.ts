import { describe, expect, it } from 'vitest';
import { countBullets, listUnwritten } from '../../src/app/list-unwritten.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';

const event = makeEvent();
const NOW_MS = Date.parse('2026-06-03T12:00:00Z');
const at = (title: string, startsAt: string | null, more = {}) =>
  makeSession(event, { title, startsAt, ...more });

describe('sessions without notes', () => {
  const first = at('first', '2026-06-03T08:00:00.000Z');
  const second = at('second', '2026-06-03T10:00:00.000Z');
  const sessions = [
    first,
    second,
    at('to come', '2026-06-03T14:00:00.000Z'),
    at('no time', null),
    at('left out', '2026-06-03T09:00:00.000Z', { leftOut: true }),
    at('long ago', '2026-05-03T09:00:00.000Z'),
  ];

  it('have begun, the latest first', () => {
    expect(listUnwritten(sessions, new Map(), NOW_MS)).toEqual([second, first]);
    expect(listUnwritten(sessions, new Map([[second.id, 2]]), NOW_MS)).toEqual([first]);
  });

  it('are those the person means to attend, once they have starred any', () => {
    const starred = at('mine', '2026-06-03T11:00:00.000Z', { starred: true, scheduleKey: 'x#1' });
    const other = at('other', '2026-06-03T11:00:00.000Z', { scheduleKey: 'x#2' });
    expect(listUnwritten([...sessions, other, starred], new Map(), NOW_MS)).toEqual([starred, second, first]);
  });
});

describe('bullets', () => {
  it.each([
    ['- one', 'text', 1],
    ['- one\n- two\n  1. three', 'text', 3],
    ['plain - text', 'text', 0],
    ['what stays', 'takeaway', 1],
    ['- a\n- b', 'takeaway', 2],
    ['- said', 'quote', 0],
  ] as const)('%j as %s: %d', (markdown, kind, count) => {
    expect(countBullets([makeNote(event, null, { kind, markdown })])).toBe(count);
  });

  it('are counted in time behind any number of empty lines', () => {
    const markdown = `${'\n'.repeat(100_000)}- one`;
    expect(countBullets([makeNote(event, null, { markdown })])).toBe(1);
  });
});
