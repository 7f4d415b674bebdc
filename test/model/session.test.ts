import { describe, expect, it } from 'vitest';
import { readSessionClock, type Session } from '../../src/model/session.ts';
import { makeEvent, makeSession } from '../support/records.ts';

const event = makeEvent();
const talk = (title: string, startsAt: string | null, endsAt: string | null = null): Session =>
  makeSession(event, {
    title,
    startsAt: startsAt && `2026-09-05T${startsAt}:00.000Z`,
    endsAt: endsAt && `2026-09-05T${endsAt}:00.000Z`,
  });
const now = (time: string): number => Date.parse(`2026-09-05T${time}:00.000Z`);
const titles = (sessions: readonly Session[]): string[] => sessions.map(({ title }) => title);

describe('the clock among sessions', () => {
  const sessions = [
    talk('b', '10:30', '11:00'),
    talk('a', '10:00', '10:30'),
    talk('c', '11:10', '11:40'),
    talk('never', null),
  ];

  it.each([
    ['before the first', '09:59', [], 'a', null],
    ['at its first instant', '10:00', ['a'], 'b', 'a'],
    ['where one ends and the next begins', '10:30', ['b'], 'c', 'b'],
    ['in the break: the last that ran', '11:05', [], 'c', 'b'],
    ['after the last', '12:00', [], null, 'c'],
    ['late at night: none gets what is captured any more', '23:41', [], null, null],
  ])('%s', (_name, time, running, next, current) => {
    const clock = readSessionClock(sessions, now(time));
    expect([titles(clock.running), clock.next?.title ?? null, clock.current?.title ?? null]).toEqual([
      running,
      next,
      current,
    ]);
  });

  it('a session without an end that nobody ended is over after six hours, and forgotten after twelve', () => {
    const begun = [talk('begun', '01:00'), talk('planned later', null)];
    const at = (time: string) => {
      const clock = readSessionClock(begun, now(time));
      return [titles(clock.running), clock.current?.title];
    };
    expect(at('06:59')).toEqual([['begun'], 'begun']);
    expect(at('07:00')).toEqual([[], 'begun']);
    expect(at('13:00')).toEqual([[], undefined]);
  });

  it('of several that run at once, the one begun last comes first', () => {
    const parallel = [
      talk('long', '09:00', '12:00'),
      talk('late', '10:00', '11:00'),
      talk('early', '09:30', '10:30'),
    ];
    expect(titles(readSessionClock(parallel, now('10:15')).running)).toEqual(['late', 'early', 'long']);
  });

  it('one without an end runs until another begins', () => {
    const open = [talk('open', '09:00'), talk('next', '10:00')];
    expect(titles(readSessionClock(open, now('09:59')).running)).toEqual(['open']);
    expect(titles(readSessionClock(open, now('10:00')).running)).toEqual(['next']);
  });

  it('means the only session there is, when it has no time, and none of two', () => {
    const only = talk('only', null);
    expect(readSessionClock([only], 0)).toEqual({ running: [], next: null, current: only });
    expect(readSessionClock([only, talk('other', null)], 0).current).toBe(null);
    expect(readSessionClock([only, talk('tomorrow', '23:00')], 0).current).toBe(null);
    expect(readSessionClock([], 0)).toEqual({ running: [], next: null, current: null });
  });

  describe('with stars', () => {
    const read = (title: string, startsAt: string, endsAt: string, starred = false): Session => ({
      ...talk(title, startsAt, endsAt),
      scheduleKey: `x#id:${title}`,
      ...(starred ? { starred } : {}),
    });
    const day = [
      read('mine', '10:00', '10:30', true),
      read('other', '10:10', '10:50'),
      read('another', '10:40', '11:00'),
      read('mine later', '11:10', '11:40', true),
    ];

    it.each([
      ['what is starred runs first', '10:20', ['mine', 'other'], 'mine later', 'mine'],
      ['what is not starred does not become current', '10:45', ['another', 'other'], 'mine later', 'mine'],
      ['until the next star', '11:10', ['mine later'], null, 'mine later'],
    ])('%s', (_, time, running, next, current) => {
      const clock = readSessionClock(day, now(time));
      expect([titles(clock.running), clock.next?.title ?? null, clock.current?.title]).toEqual([
        running,
        next,
        current,
      ]);
    });

    it('what was made by hand counts as starred', () => {
      const clock = readSessionClock([...day, talk('hallway', '10:35', '10:50')], now('10:45'));
      expect(clock.current?.title).toBe('hallway');
    });
  });
});
