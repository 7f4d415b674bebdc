/** In the browser itself: its own `Temporal` and `Intl`, and no globals of Node. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/schedule/calendar-out.ts';
import { readProgramme } from '../../src/schedule/read-programme.ts';
import calendar from './fixtures/hidden-speakers.ics?raw';
import tableCsv from './fixtures/table.csv?raw';
import wafer from './fixtures/wafer-utc.xml?raw';

const options = { machineTimeZone: 'Asia/Seoul' };

describe('in Chromium', () => {
  it('reads XML, iCalendar and CSV', () => {
    expect(readProgramme(wafer, options).sessions[0]?.startsAt).toBe('2026-09-10T05:00:00.000Z');
    expect(readProgramme(calendar, options).sessions[0]?.startsAt).toBe('2026-09-19T13:30:00.000Z');
    expect(readProgramme(tableCsv, { ...options, timeZone: 'Europe/Berlin' }).sessions[3]?.startsAt).toBe(
      '2026-10-25T08:00:00.000Z',
    );
  });

  it('writes a calendar', () => {
    expect(calendarOf({ name: 'X', timeZone: 'UTC' }, [])).toMatch(
      /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/,
    );
  });

  it('reads 1,400 sessions', () => {
    const event = (at: number): string =>
      `<event id="${at}" guid="g${at}"><date>2026-12-27T${String(9 + (at % 12)).padStart(2, '0')}:00:00+01:00</date>` +
      `<duration>00:40</duration><room>R${at % 90}</room><title>Session ${at}</title>` +
      `<abstract>${'Tea and more tea. '.repeat(60)}</abstract><persons><person>P ${at % 600}</person></persons></event>`;
    const events = Array.from({ length: 1400 }, (_, at) => event(at)).join('');
    const text = `<schedule><conference><title>T</title><time_zone_name>Europe/Berlin</time_zone_name></conference><day date="2026-12-27"><room name="R">${events}</room></day></schedule>`;
    expect(readProgramme(text, options).sessions).toHaveLength(1400);
  });
});
