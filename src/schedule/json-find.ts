/** Where in a JSON file its sessions stand, and what the objects around them say of all that is in them. */
import { isPlainDate } from '../model/time.ts';
import { isRecord, type JsonRecord, recordIn, textIn, textOfValue, withPlainNames } from './json-record.ts';
import { holdsDate } from './loose-dates.ts';
import { type LooseField, looseFieldsOf } from './loose-fields.ts';

const MAX_DEPTH = 12;
const MAX_TEXT_LENGTH = 40;

/** A session and where in the file it stood; the path may hold its day and its minute. */
export interface FoundSession {
  readonly record: JsonRecord;
  readonly around: Around;
  readonly path: readonly string[];
}

/** What an outer object states for what is in it: its day, its room; a slot its time, a block its title. */
interface Around {
  readonly date: string;
  readonly room: string;
  readonly start: string;
  readonly end: string;
  readonly track: string;
}

const NOTHING_AROUND: Around = { date: '', room: '', start: '', end: '', track: '' };
const ROOMS = /^(?:rooms?|stages?|halls?|locations?|venues?|saal|raum)$/i;

/** The name of the list or map that the path leads through last. */
const holderIn = (path: readonly string[]): string => path.findLast((key) => !/^\d+$/.test(key)) ?? '';

const aroundIn = (record: JsonRecord, path: readonly string[], around: Around): Around => {
  const fields = looseFieldsOf(Object.keys(record));
  const text = (field: LooseField): string => {
    const value = record[fields.get(field) ?? ''];
    return typeof value === 'string' ? value.trim().slice(0, MAX_TEXT_LENGTH) : '';
  };
  const [date] = [text('date'), text('title'), text('start')].filter(holdsDate);
  const isRoom = ROOMS.test(holderIn(path));
  const isSlot = /\d/.test(text('start')) && text('start') !== date;
  return {
    date: date ?? around.date,
    room: (isRoom ? text('title') || text('room') : '') || around.room,
    start: isSlot ? text('start') : around.start,
    end: isSlot ? text('end') : around.end,
    track: isSlot ? text('track') || text('title') : around.track,
  };
};

/** `{"2026-04-19": …}` and `{"rooms": {"Hall": …}}`: a name that says where its content belongs. */
const aroundByName = (name: string, path: readonly string[], around: Around): Around => ({
  ...around,
  date: holdsDate(name) ? name : around.date,
  room: ROOMS.test(path.at(-1) ?? '') && !/^\d+$/.test(name) ? name : around.room,
});

const TIMES: readonly LooseField[] = ['start', 'date'];
const CONTENTS: readonly LooseField[] = ['speakers', 'abstract', 'room'];

/** A title with a time, or with what only a session has. */
const isSession = (record: JsonRecord, path: readonly string[]): boolean => {
  const slot = recordIn(record, 'slot');
  const fields = looseFieldsOf([...Object.keys(record), ...Object.keys(slot)]);
  if (!fields.has('title')) return false;
  const texts = textIn(record, 'title', 'Title', 'name');
  const isInSlot = path.some(isPlainDate) && path.some((key) => /^\d{1,4}$/.test(key));
  return (
    isInSlot ||
    TIMES.some((field) => fields.has(field)) ||
    (texts !== '' && CONTENTS.filter((field) => fields.has(field)).length >= 2)
  );
};

const HOLDERS =
  /^(?:sessions?|talks|events|items|slots|time_?slots|time_?table|schedule|programm?e?|agenda|entries|presentations|contributions|lectures)$/i;
/** What a slot calls the one session that is in it. */
const CONTENT = /^(?:session|talk|keynote|presentation|lecture|contribution)$/i;

const isTitled = (value: unknown): value is JsonRecord =>
  isRecord(value) && textOfValue(value[looseFieldsOf(Object.keys(value)).get('title') ?? '']) !== '';

/** True for rooms that hold lists of what is in them. */
const holdsMore = (rooms: unknown): boolean =>
  isRecord(rooms)
    ? Object.values(rooms).some((list) => Array.isArray(list) && list.some(isRecord))
    : Array.isArray(rooms) &&
      rooms.some(
        (room) =>
          isRecord(room) && Object.values(room).some((list) => Array.isArray(list) && list.some(isRecord)),
      );

/** True for a day, a block or a room that lists sessions: it has a title and a time too, but is none. */
const holdsSessions = (record: JsonRecord, path: readonly string[]): boolean =>
  Object.entries(record).some(
    ([name, value]) =>
      (ROOMS.test(name) && holdsMore(value)) ||
      (HOLDERS.test(name) &&
        Array.isArray(value) &&
        value.some((item) => isRecord(item) && isSession(item, [...path, name]))) ||
      (CONTENT.test(name) && isTitled(value) && looseFieldsOf(Object.keys(value)).has('speakers')),
  );

/** True for what stands for a whole conference: a place and dates, no speakers. */
export const isConference = (plain: JsonRecord): boolean =>
  ['locationname', 'city', 'timezone', 'country', 'cfpurl', 'venuename'].some((name) => name in plain) &&
  !('speakers' in plain) &&
  textIn(plain, 'name', 'title') !== '';

/** True for what has only a title, in a slot that has the time or beside what is a session: `Lunch`. */
const isListed = (
  record: JsonRecord,
  path: readonly string[],
  around: Around,
  siblings: readonly unknown[],
): boolean =>
  isTitled(record) &&
  (HOLDERS.test(holderIn(path)) || CONTENT.test(holderIn(path))) &&
  (around.start !== '' || siblings.some((each) => isRecord(each) && isSession(each, path)));

/** @returns the sessions in the file's order */
export const findSessions = (file: unknown): readonly FoundSession[] => {
  const found: FoundSession[] = [];
  const visit = (
    value: unknown,
    path: readonly string[],
    around: Around,
    siblings: readonly unknown[],
  ): void => {
    if (path.length > MAX_DEPTH) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, String(index)], around, value);
      return;
    }
    if (!isRecord(value)) return;
    const isOne = isSession(value, path) || isListed(value, path, around, siblings);
    if (isOne && !isConference(withPlainNames(value)) && !holdsSessions(value, path)) {
      found.push({ record: value, path, around });
      return;
    }
    const inside = aroundIn(value, path, around);
    for (const [name, item] of Object.entries(value)) {
      // Speakers and tracks list their sessions; those are not the programme. Rooms may be, and may only be names.
      const isAside =
        /^(?:speakers|tracks|persons|people)$/i.test(name) || (ROOMS.test(name) && !holdsMore(item));
      if (typeof item === 'object' && !isAside)
        visit(item, [...path, name], aroundByName(name, path, inside), []);
    }
  };
  visit(file, [], NOTHING_AROUND, []);
  return found;
};
