/** Calendar text as it is met, made into what RFC 5545 section 3.1 says: one content line per line, unfolded. */
import type { RemarkCollector } from './raw-programme.ts';
import { refused } from './refusal.ts';

/** Running text can begin like a property (`Note: …`): only known names begin one. */
const KNOWN_NAME =
  /^(?:BEGIN|END|X-[A-Z0-9-]+|VERSION|PRODID|CALSCALE|METHOD|NAME|COLOR|IMAGE|SOURCE|REFRESH-INTERVAL|UID|URL|DTSTAMP|DTSTART|DTEND|DURATION|SUMMARY|DESCRIPTION|STYLED-DESCRIPTION|LOCATION|GEO|STATUS|CLASS|CATEGORIES|ATTENDEE|ORGANIZER|ATTACH|CONFERENCE|CONTACT|COMMENT|RRULE|RDATE|EXDATE|RECURRENCE-ID|RELATED-TO|RESOURCES|SEQUENCE|PRIORITY|TRANSP|CREATED|LAST-MODIFIED|COMPLETED|DUE|PERCENT-COMPLETE|ACTION|TRIGGER|REPEAT|ACKNOWLEDGED|TZID|TZNAME|TZOFFSETFROM|TZOFFSETTO|TZURL|TZUNTIL|VTIMEZONE|REQUEST-STATUS|FREEBUSY|PARTICIPANT-TYPE|CALENDAR-ADDRESS|LOCATION-TYPE|STRUCTURED-DATA)[;:]/i;

/**
 * Joins folded lines, takes `CRCRLF` for one line end, and takes a line that is no property for the running text of
 * the one before.
 *
 * @throws {InvalidInput} `field` is the line: a component that never ends, or ends without having begun
 */
export const unfoldCalendar = (text: string, remarks: RemarkCollector): string => {
  const lines: string[] = [];
  const open: { name: string; line: number }[] = [];
  for (const [at, line] of text.split(/\r*\n|\r/).entries()) {
    const place = `line ${at + 1}`;
    const last = lines.length - 1;
    if (/^[ \t]/.test(line) && last >= 0) lines[last] += line.slice(1);
    else if (line.trim() === '') continue;
    else if (KNOWN_NAME.test(line)) {
      lines.push(line);
      const [, verb = '', name = ''] = /^(BEGIN|END):\s*(\S+)/i.exec(line) ?? [];
      if (verb.toUpperCase() === 'BEGIN') open.push({ name: name.toUpperCase(), line: at + 1 });
      if (verb.toUpperCase() === 'END' && open.pop()?.name !== name.toUpperCase()) {
        throw refused('broken', place, `icalendar: ${name} ends but did not begin`);
      }
    } else if (last >= 0) {
      // An unescaped line break inside a text value.
      remarks.assume('lines-unfolded', place);
      lines[last] += `\\n${line}`;
    } else throw refused('no-programme', place, 'icalendar: does not begin with BEGIN:VCALENDAR');
  }
  const unfinished = open.at(-1);
  if (unfinished !== undefined) {
    throw refused(
      'broken',
      `line ${unfinished.line}`,
      `icalendar: ${unfinished.name} does not end: the file is cut off`,
    );
  }
  return lines.join('\r\n');
};
