import { describe, expect, it } from 'vitest';
import {
  clockTimeIn,
  instantAt,
  isInstant,
  isPlainDate,
  parseTimeZone,
  plainDateIn,
  withOffset,
} from '../../src/model/time.ts';

describe('times in a zone', () => {
  it.each([
    ['2023-08-05', '12:24:15', 'Asia/Seoul', '2023-08-05T03:24:15.000Z'],
    ['2026-09-06', '00:10', 'Asia/Seoul', '2026-09-05T15:10:00.000Z'],
    // Clocks go forward: 02:30 is not there and is read an hour later.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    // Clocks go back: 02:30 comes twice and is its first.
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-02-29', '10:00', 'UTC', null],
    ['2026-02-28', '24:00', 'UTC', null],
    ['2026-02-28', '10:00', 'Mars/Base', null],
    ['', '', '', null],
  ])('%s %s in %s is %s', (date, time, zone, instant) => {
    expect(instantAt(date, time, zone)).toBe(instant);
  });

  it.each([
    ['2024-02-29T23:59:59.999Z', true],
    // `Date.parse` takes these two.
    ['2023-02-30T10:00:00.000Z', false],
    ['2023-12-31T24:00:00.000Z', false],
    ['2023-12-31T23:59:60.000Z', false],
    ['2023-12-31T23:59:00Z', false],
    ['2023-12-31', false],
    ['', false],
  ])('an instant: %j, %s', (text, is) => {
    expect(isInstant(text)).toBe(is);
  });

  it.each([
    ['2023-08-05T03:24:15.000Z', 'Asia/Seoul', '2023-08-05T12:24:15+09:00', '2023-08-05', '12:24'],
    ['2026-12-31T23:30:00.000Z', 'Asia/Kolkata', '2027-01-01T05:00:00+05:30', '2027-01-01', '05:00'],
    ['2026-09-05T00:00:00.000Z', 'UTC', '2026-09-05T00:00:00+00:00', '2026-09-05', '00:00'],
    ['2026-09-05T00:00:00.999Z', 'America/St_Johns', '2026-09-04T21:30:00-02:30', '2026-09-04', '21:30'],
  ])('%s in %s', (instant, zone, offset, date, time) => {
    expect([withOffset(instant, zone), plainDateIn(instant, zone), clockTimeIn(instant, zone)]).toEqual([
      offset,
      date,
      time,
    ]);
  });

  it.each([
    ['2026-09-05', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-9-5', false],
    ['0000-00-00', false],
    ['2026-09-05T10:00', false],
    ['', false],
  ])('%j is a date: %j', (text, expected) => {
    expect(isPlainDate(text)).toBe(expected);
  });

  it.each([
    [' Asia/Seoul ', 'Asia/Seoul'],
    ['asia/seoul', 'Asia/Seoul'],
    ['UTC', 'UTC'],
    ['Seoul', null],
    ['', null],
  ])('%j is the zone %j', (text, zone) => {
    expect(parseTimeZone(text)).toBe(zone);
  });
});
