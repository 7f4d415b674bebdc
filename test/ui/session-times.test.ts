import { describe, expect, it } from 'vitest';
import { readSessionTimes, sessionTimesOf } from '../../src/ui/session-times.ts';

const SEOUL = 'Asia/Seoul';

describe('readSessionTimes', () => {
  it.each([
    [
      'a morning',
      '2023-08-05',
      '10:00',
      '10:40',
      '',
      '2023-08-05T01:00:00.000Z',
      '2023-08-05T01:40:00.000Z',
      false,
    ],
    [
      'past midnight',
      '2023-08-05',
      '23:30',
      '00:30',
      '',
      '2023-08-05T14:30:00.000Z',
      '2023-08-05T15:30:00.000Z',
      true,
    ],
    [
      'a whole day',
      '2023-08-05',
      '10:00',
      '10:00',
      '',
      '2023-08-05T01:00:00.000Z',
      '2023-08-06T01:00:00.000Z',
      true,
    ],
    [
      'two days',
      '2023-08-05',
      '10:00',
      '17:00',
      '2023-08-06',
      '2023-08-05T01:00:00.000Z',
      '2023-08-06T08:00:00.000Z',
      true,
    ],
    ['no end', '2023-08-05', '10:00', '', '', '2023-08-05T01:00:00.000Z', null, false],
    ['no time at all', '2023-08-05', '', '', '', null, null, false],
  ] as const)('%s', (_, date, start, end, endDate, startsAt, endsAt, nextDay) => {
    expect(readSessionTimes({ date, start, end, endDate }, SEOUL)).toEqual({
      problem: null,
      startsAt,
      endsAt,
      nextDay,
    });
  });

  it.each([
    ['an end alone', { date: '2023-08-05', start: '', end: '11:00', endDate: '' }, 'start-missing'],
    ['no day', { date: '', start: '10:00', end: '', endDate: '' }, 'date-missing'],
    [
      'an end before',
      { date: '2023-08-05', start: '10:00', end: '11:00', endDate: '2023-08-04' },
      'end-before-start',
    ],
    ['no such time', { date: '2023-08-05', start: '25:00', end: '', endDate: '' }, 'no-such-time'],
  ] as const)('%s is a problem', (_, times, problem) => {
    expect(readSessionTimes(times, SEOUL)).toEqual({ problem });
  });

  it('spans the hour that clocks skip', () => {
    const read = readSessionTimes(
      { date: '2024-03-31', start: '01:30', end: '03:30', endDate: '' },
      'Europe/Berlin',
    );
    expect(read).toMatchObject({ startsAt: '2024-03-31T00:30:00.000Z', endsAt: '2024-03-31T01:30:00.000Z' });
  });
});

describe('sessionTimesOf', () => {
  it.each([
    { date: '2023-08-05', start: '10:00', end: '10:40', endDate: '' },
    { date: '2023-08-05', start: '23:30', end: '00:30', endDate: '' },
    { date: '2023-08-05', start: '10:00', end: '17:00', endDate: '2023-08-06' },
    { date: '2023-08-05', start: '10:00', end: '', endDate: '' },
  ])('gives back what was read: $start to $end', (times) => {
    const read = readSessionTimes(times, SEOUL);
    if (read.problem !== null) throw new Error(read.problem);
    expect(sessionTimesOf(read, SEOUL, '2000-01-01')).toEqual(times);
  });

  it('shows the day it is given when there is no start', () => {
    expect(sessionTimesOf({ startsAt: null, endsAt: null }, SEOUL, '2023-08-05')).toEqual({
      date: '2023-08-05',
      start: '',
      end: '',
      endDate: '',
    });
  });
});
