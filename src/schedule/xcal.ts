/** xCal: iCalendar written as XML, by RFC 6321 or as pentabarf and frab export it; made calendar text again. */
import type { XmlElement } from './xml-tree.ts';

const COMPONENTS = new Set(['vcalendar', 'vevent', 'vtimezone', 'standard', 'daylight']);
/** Their values are lists, times and rules; a comma or a semicolon in them is no text. */
const PLAIN = /^(?:dtstart|dtend|dtstamp|duration|rrule|rdate|exdate|uid|tzid|tzoffsetfrom|tzoffsetto)$/;

/** Texts that are of use; what exporters add of their own (`pentabarf:title`) is none of calendar text. */
const TEXTS =
  /^(?:summary|description|location|url|categories|status|organizer|comment|name|version|x-[\w-]+)$/;

const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/[;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

const textIn = ({ text, children }: XmlElement): string =>
  [text, ...children.filter(({ name }) => name !== 'parameters').map(textIn)].join('').trim();

const parameterOf = (element: XmlElement, name: string): string => {
  const attribute = element.attributes[name] ?? '';
  const parameters = element.children.find((child) => child.name === 'parameters');
  const parameter = parameters?.children.find((child) => child.name === name);
  return parameter === undefined ? attribute : textIn(parameter);
};

/** RFC 6321 writes times with the marks of ISO 8601 that calendar text leaves out. */
const plainTime = (text: string): string =>
  /^\d{4}-\d\d-\d\d/.test(text) ? text.replace(/-(?=\d)|:/g, '').replace(/\.\d+/, '') : text;

const lineOf = (element: XmlElement): readonly string[] => {
  const name = element.name.toLowerCase();
  const value = textIn(element);
  if (value === '') return [];
  if (name === 'attendee') return [`ATTENDEE;CN="${value.replace(/["\r\n]/g, ' ')}":invalid:nomail`];
  if (TEXTS.test(name)) return [`${name.toUpperCase()}:${escaped(value)}`];
  if (!PLAIN.test(name)) return [];
  const tzid = parameterOf(element, 'tzid').replace(/^.*\/(?=[^/]+\/[^/]+$)/, '');
  const time = plainTime(value);
  const isDay = /^dt(?:start|end)$/.test(name) && /^\d{8}$/.test(time);
  return [`${name.toUpperCase()}${tzid === '' ? '' : `;TZID=${tzid}`}${isDay ? ';VALUE=DATE' : ''}:${time}`];
};

const linesOf = (element: XmlElement): readonly string[] =>
  element.children.flatMap((child) => {
    const name = child.name.toLowerCase();
    if (COMPONENTS.has(name))
      return [`BEGIN:${name.toUpperCase()}`, ...linesOf(child), `END:${name.toUpperCase()}`];
    return name === 'properties' || name === 'components' ? linesOf(child) : lineOf(child);
  });

/** True for a document whose root is xCal's. */
export const isXcal = ({ name }: XmlElement): boolean => /^icalendar$/i.test(name);

/** The calendar text of the document. */
export const calendarTextOf = (root: XmlElement): string => linesOf(root).join('\r\n');
