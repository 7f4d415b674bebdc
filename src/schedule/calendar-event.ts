/** The events of a parsed calendar: their times with whatever names the zone, and recurrences spelt out. */
import ICAL from 'ical.js';
import { parseTimeZone, type TimeZone } from '../model/time.ts';
import type { RemarkCollector } from './raw-programme.ts';
import { type StepBudget, spellOut, stepBudget } from './recurrence.ts';
import { parseDurationMinutes, parseWhen, type When } from './when.ts';
import { zoneOfTzid } from './zone-names.ts';

/** jCal (RFC 7265): name, parameters, type, values. */
export type JCalProperty = readonly [string, Readonly<Record<string, unknown>>, string, ...unknown[]];
/** jCal: name, properties, components. */
export type JCalComponent = readonly [string, readonly JCalProperty[], readonly JCalComponent[]];

export interface CalendarEvent {
  readonly component: JCalComponent;
  readonly place: string;
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly start: When | null;
  readonly end: When | null;
  readonly durationMinutes: number | null;
  /** The IANA zone of its start where a TZID names one. */
  readonly zoneName: TimeZone | '';
}

export const propertiesOf = (component: JCalComponent, name: string): readonly JCalProperty[] =>
  component[1].filter(([each]) => each === name);

/** The text of the first property of that name, trimmed. */
export const firstText = (component: JCalComponent, name: string): string => {
  const value = propertiesOf(component, name)[0]?.[3];
  return typeof value === 'string' ? value.trim() : '';
};

/** The zone a TZID means: IANA, Windows, or what the calendar's own definition says of itself. */
const zoneOf = (tzid: string, calendar: JCalComponent): TimeZone | null => {
  const known = zoneOfTzid(tzid);
  if (known !== null) return known;
  const definition = calendar[2].find(
    (component) => component[0] === 'vtimezone' && firstText(component, 'tzid') === tzid,
  );
  return definition === undefined ? null : zoneOfTzid(firstText(definition, 'x-lic-location'));
};

/** An instant through the calendar's own definition of a zone that nobody else knows. */
const instantByDefinition = (text: string, tzid: string, calendar: JCalComponent): When | null => {
  const definition = calendar[2].find(
    (component) => component[0] === 'vtimezone' && firstText(component, 'tzid') === tzid,
  );
  if (definition === undefined) return null;
  // ical.js types its own jCal as any[].
  const zone = new ICAL.Timezone(new ICAL.Component(definition as unknown as [string, unknown[], unknown[]]));
  let seconds: number;
  try {
    seconds = zone.utcOffset(ICAL.Time.fromDateTimeString(text));
  } catch {
    return null;
  }
  const sign = seconds < 0 ? '-' : '+';
  const minutes = Math.abs(Math.round(seconds / 60));
  return parseWhen(
    `${text}${sign}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
  );
};

const readWhen = (
  property: JCalProperty | undefined,
  calendar: JCalComponent,
  place: string,
  remarks: RemarkCollector,
): When | null => {
  if (property === undefined) return null;
  const [, parameters, , value] = property;
  const when = parseWhen(String(value));
  if (when === null) remarks.fault('bad-time', place, { text: String(value).slice(0, 60) });
  const { tzid } = parameters;
  if (when?.kind !== 'local' || typeof tzid !== 'string') return when;
  const zone = zoneOf(tzid, calendar);
  if (zone !== null) return { ...when, zone };
  const defined = instantByDefinition(String(value), tzid, calendar);
  if (defined === null) remarks.fault('unknown-zone', place, { zone: tzid });
  return defined ?? when;
};

/** The starts of a recurring event, as jCal writes them; the first is its own. */
const recurrencesOf = (
  component: JCalComponent,
  place: string,
  budget: StepBudget,
  remarks: RemarkCollector,
): readonly string[] => {
  const rule = propertiesOf(component, 'rrule')[0]?.[3];
  const first = propertiesOf(component, 'dtstart')[0]?.[3];
  if (typeof rule !== 'object' || rule === null || typeof first !== 'string' || parseWhen(first) === null) {
    return [String(first ?? '')];
  }
  const left = new Set(propertiesOf(component, 'exdate').flatMap(([, , , ...values]) => values.map(String)));
  const { starts, isFollowed } = spellOut(rule, first, budget);
  if (!isFollowed) remarks.fault('bad-time', place, { text: JSON.stringify(rule).slice(0, 60) });
  return starts.filter((each) => !left.has(each));
};

/** The same span later. */
const shifted = (when: When | null, from: When | null, to: When | null): When | null => {
  if (when?.kind === 'instant' && from?.kind === 'instant' && to?.kind === 'instant') {
    return { ...when, ms: when.ms + to.ms - from.ms };
  }
  if (when?.kind !== 'local' || from?.kind !== 'local' || to?.kind !== 'local') return null;
  const span = Temporal.PlainDateTime.from(`${from.date}T${from.time}`).until(`${when.date}T${when.time}`);
  const [date = '', time = ''] = Temporal.PlainDateTime.from(`${to.date}T${to.time}`)
    .add(span)
    .toString()
    .split('T');
  return { ...when, date, time: time.length === 5 ? `${time}:00` : time.slice(0, 8) };
};

/** @returns the events, a recurring one once for each time it takes place */
export const eventsOf = (calendar: JCalComponent, remarks: RemarkCollector): readonly CalendarEvent[] => {
  const calendarZone = parseTimeZone(firstText(calendar, 'x-wr-timezone'));
  const budget = stepBudget();
  const components = calendar[2].filter(([name]) => name === 'vevent');
  const moved = new Set(
    components.flatMap((component) => {
      const at = propertiesOf(component, 'recurrence-id')[0]?.[3];
      return at === undefined ? [] : [`${firstText(component, 'uid')} ${String(at)}`];
    }),
  );
  return components.flatMap((component, index) => {
    const uid = firstText(component, 'uid');
    const title = firstText(component, 'summary').replace(/\s+/g, ' ');
    const place = `VEVENT ${index + 1}${uid === '' ? '' : ` (UID ${uid})`}`;
    const [startProperty] = propertiesOf(component, 'dtstart');
    const first = readWhen(startProperty, calendar, place, remarks);
    const last = readWhen(propertiesOf(component, 'dtend')[0], calendar, place, remarks);
    const duration = firstText(component, 'duration');
    const event = {
      component,
      place,
      uid,
      title,
      description: firstText(component, 'description'),
      start: first,
      end: last,
      durationMinutes: parseDurationMinutes(duration),
      zoneName: (first?.kind === 'local' ? first.zone : null) ?? calendarZone ?? '',
    };
    if (propertiesOf(component, 'rrule').length === 0 || startProperty === undefined) return [event];
    remarks.assume('recurrence-expanded', place, { title });
    return recurrencesOf(component, place, budget, remarks)
      .filter((at) => !moved.has(`${uid} ${at}`))
      .map((at) => {
        const [name, parameters, type] = startProperty;
        const start = readWhen([name, parameters, type, at], calendar, place, remarks);
        return { ...event, start, end: shifted(last, first, start) };
      });
  });
};
