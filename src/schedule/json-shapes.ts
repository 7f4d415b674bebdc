/** Known wrappings of sessions in JSON, made plain before sessions are looked for: JSON:API, Indico's exports, Hoverboard's slots. */
import { isRecord, type JsonRecord, recordIn, recordsIn, textIn } from './json-record.ts';
import { fromSlots } from './json-slots.ts';

const keyOf = (record: JsonRecord): string => `${textIn(record, 'type')} ${textIn(record, 'id')}`;

/** JSON:API (Open Event's server): attributes and relationships, what they lead to being listed under `included`. */
const fromJsonApi = (file: JsonRecord): unknown => {
  const included = new Map(recordsIn(file, 'included').map((record) => [keyOf(record), record]));
  const resolve = (link: unknown): unknown => {
    if (Array.isArray(link)) return link.map(resolve).filter((value) => value !== undefined);
    if (!isRecord(link)) return undefined;
    const found = included.get(keyOf(link));
    return found === undefined ? undefined : recordIn(found, 'attributes');
  };
  return recordsIn(file, 'data').map((record) => ({
    id: textIn(record, 'id'),
    ...recordIn(record, 'attributes'),
    ...Object.fromEntries(
      Object.entries(recordIn(record, 'relationships')).flatMap(([name, relation]) => {
        const value = isRecord(relation) ? resolve(relation.data) : undefined;
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  }));
};

const isIndicoDate = (value: unknown): value is JsonRecord =>
  isRecord(value) && typeof value.date === 'string' && typeof value.time === 'string';

/** `Wave, Ada` as people say it. */
const indicoName = (person: JsonRecord): string => {
  const first = textIn(person, 'first_name', 'firstName');
  const last = textIn(person, 'last_name', 'familyName', 'lastName');
  if (last !== '') return `${first} ${last}`.trim();
  return textIn(person, 'name', 'fullName').replace(/^([^,]+), (.+)$/, '$2 $1');
};

/** Dates of Indico, `{date, time, tz}`, as one text; its people by the names they are called. */
const plainIndico = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plainIndico);
  if (!isRecord(value)) return value;
  if (isIndicoDate(value)) return `${textIn(value, 'date')}T${textIn(value, 'time').slice(0, 8)}`;
  const plain = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainIndico(item)]));
  if ('familyName' in value || 'last_name' in value || 'fullName' in value)
    return { name: indicoName(value), affiliation: textIn(value, 'affiliation') };
  return plain;
};

const zoneIn = (value: unknown): string => {
  if (isIndicoDate(value)) return textIn(value, 'tz');
  const items = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [];
  for (const item of items) {
    const zone = zoneIn(item);
    if (zone !== '') return zone;
  }
  return '';
};

/** The entries of Indico's timetable: contributions and breaks, and in place of a session's block what is in it. */
const entriesOf = (value: unknown): readonly JsonRecord[] => {
  if (!isRecord(value)) return [];
  if (!('entryType' in value)) return Object.values(value).flatMap(entriesOf);
  const inside = entriesOf(value.entries ?? {});
  const block = textIn(value, 'title');
  return inside.length > 0
    ? inside.map((entry) => ({ room: value.room, session: block, ...entry }))
    : [value];
};

const sessionOfIndico = ({
  presenters,
  speakers,
  session,
  type,
  track,
  ...entry
}: JsonRecord): JsonRecord => ({
  ...entry,
  speakers: speakers ?? presenters ?? [],
  type: entry.entryType === 'Break' ? 'break' : type,
  track: track || session,
});

const fromIndico = (file: JsonRecord): unknown => {
  const [conference] = recordsIn(file, 'results');
  const entries =
    conference === undefined
      ? entriesOf(file.results)
      : [
          ...recordsIn(conference, 'contributions'),
          ...recordsIn(conference, 'sessions').flatMap((block) =>
            recordsIn(block, 'contributions').map((each) => ({
              room: block.room,
              session: textIn(block, 'title'),
              ...each,
            })),
          ),
        ];
  const { title, startDate, endDate, location, url } = conference ?? {};
  const timezone = textIn(conference ?? {}, 'timezone') || zoneIn(file.results);
  return plainIndico({
    event: conference === undefined ? { timezone } : { title, startDate, endDate, location, url, timezone },
    sessions: entries.map(sessionOfIndico),
  });
};

/** @returns the file itself where it is in none of these wrappings */
export const withoutWrapping = (file: unknown): unknown => {
  if (!isRecord(file)) return file;
  if (recordsIn(file, 'data').some((record) => isRecord(record.attributes))) return fromJsonApi(file);
  const placed = fromSlots(file);
  if (placed !== null) return placed;
  const [first] = recordsIn(file, 'results');
  const isIndico =
    'contributions' in (first ?? {}) || (isRecord(file.results) && entriesOf(file.results).length > 0);
  return isIndico ? fromIndico(file) : file;
};
