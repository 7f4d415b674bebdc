/** The pure parts of the programme's page: the long list, the timetable, what a second reading ticks at first. */
import { describe, expect, it } from 'vitest';
import { changeKey, sortChanges, tickedAtFirst } from '../../src/recap-page/programme/changes.ts';
import { dayAt, itemsInSight, listColumn } from '../../src/recap-page/programme/list-items.ts';
import { timetableOf } from '../../src/recap-page/programme/timetable.ts';
import type { ScheduleChange } from '../../src/schedule/merge-programme.ts';
import type { ProgrammeSession } from '../../src/schedule/programme.ts';
import { makeEvent, makeSession } from '../support/records.ts';

const programmeSession = (key: string, fields: Partial<ProgrammeSession> = {}): ProgrammeSession => ({
  key,
  keys: [key],
  title: key,
  subtitle: '',
  kind: 'talk',
  type: '',
  speakers: [],
  room: 'Hall',
  track: '',
  language: '',
  startsAt: '2026-09-05T09:00:00.000Z',
  endsAt: '2026-09-05T10:00:00.000Z',
  day: '2026-09-05',
  abstract: { format: 'markdown', text: '' },
  links: { page: null, slides: null, recording: null },
  otherLinks: [],
  isBreak: false,
  isCancelled: false,
  ...fields,
});

describe('the list', () => {
  const days = ['2026-09-05', '2026-09-06', null];
  const sessions = days.flatMap((day) =>
    Array.from({ length: 500 }, (_, at) => programmeSession(`${day} ${at}`, { day })),
  );
  const column = listColumn(sessions, { day: 30, session: 50 });

  it('holds a heading for each day, and knows where each session stands', () => {
    expect(column.items).toHaveLength(1503);
    expect(column.tops.at(-1)).toBe(1500 * 50 + 3 * 30);
    expect(column.itemOfSession[500]).toBe(502);
    expect(column.tops[502]).toBe(500 * 50 + 2 * 30);
  });

  it('renders what is in sight and little more', () => {
    const [from, to] = itemsInSight(column, 40_000, 600);
    expect(column.tops[from]).toBeLessThanOrEqual(40_000 - 550);
    expect(column.tops[to]).toBeGreaterThanOrEqual(40_000 + 1200);
    expect(to - from).toBeLessThan(50);
    expect(itemsInSight(column, 0, 600)[0]).toBe(0);
    expect(itemsInSight(column, 75_000, 600)[1]).toBe(1503);
    expect(itemsInSight(listColumn([], { day: 30, session: 50 }), 0, 600)).toEqual([0, 0]);
  });

  it('names the day at the top', () => {
    expect(dayAt(column, 0)).toBe('2026-09-05');
    expect(dayAt(column, 500 * 50 + 30)).toBe('2026-09-06');
    expect(dayAt(column, 70_000)).toBeNull();
  });
});

describe('the timetable', () => {
  it('gives each room a column, and a lane to each of those that overlap in one', () => {
    const table = timetableOf(
      [
        programmeSession('a'),
        programmeSession('b', {
          startsAt: '2026-09-05T09:30:00.000Z',
          endsAt: '2026-09-05T10:30:00.000Z',
        }),
        programmeSession('c', { startsAt: '2026-09-05T11:00:00.000Z', endsAt: null, room: 'Annex' }),
        programmeSession('d', { startsAt: null }),
      ],
      ['Annex', 'Hall', 'Unused'],
    );
    expect(table).toMatchObject({ rooms: ['Annex', 'Hall'], minutes: 180 });
    expect(
      table?.blocks.map(({ session, column, from, lane, lanes }) => [session.key, column, from, lane, lanes]),
    ).toEqual([
      ['c', 0, 120, 0, 1],
      ['a', 1, 0, 0, 2],
      ['b', 1, 30, 1, 2],
    ]);
  });

  it('is none where nothing has a time', () =>
    expect(timetableOf([programmeSession('d', { startsAt: null })], ['Hall'])).toBeNull());
});

describe('a second reading', () => {
  const event = makeEvent();
  const session = (title: string) => makeSession(event, { title });
  const changed = (title: string): ScheduleChange => ({
    kind: 'changed',
    session: session(title),
    incoming: programmeSession(title),
    isMoved: true,
    isRenamed: false,
    fields: ['room'],
    patch: { room: 'Annex' },
  });
  const absent = (title: string, mustStay = false): ScheduleChange => ({
    kind: 'cancelled',
    session: session(title),
    reason: 'absent',
    mustStay,
  });
  const added = (key: string, isLatest = true): ScheduleChange => ({
    kind: 'new',
    incoming: programmeSession(key),
    isLatest,
  });
  const ticked = (changes: readonly ScheduleChange[]) => {
    const keys = tickedAtFirst(changes);
    return sortChanges(changes)
      .groups.flatMap((group) => group.changes)
      .filter((change) => keys.has(changeKey(change)))
      .map((change) => (change.kind === 'new' ? change.incoming.key : change.session.title));
  };

  it('ticks what changed and what is gone, never what has notes', () =>
    expect(
      ticked([changed('moved'), changed('also'), changed('third'), absent('gone'), absent('noted', true)]),
    ).toEqual(['moved', 'also', 'third', 'gone']));

  it('ticks what is new only for a person who took all there was', () => {
    expect(ticked([changed('moved'), added('fresh')])).toEqual(['moved', 'fresh']);
    expect(ticked([changed('moved'), added('fresh'), added('left aside', false)])).toEqual(['moved']);
  });

  it('takes a programme in which most sessions are missing for the wrong file', () =>
    expect(ticked([changed('moved'), absent('one'), absent('two')])).toEqual(['moved']));

  it('tells nothing of what was left aside before', () =>
    expect(sortChanges([added('left aside', false)]).count).toBe(0));
});
