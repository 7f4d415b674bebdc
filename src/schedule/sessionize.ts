/** Sessionize: the views `All` (ids to resolve), `GridSmart` (each plenum in many rooms) and `Sessions` (groups). */
import type { Speaker } from '../model/session.ts';
import {
  isRecord,
  type JsonRecord,
  listIn,
  recordIn,
  recordsIn,
  textIn,
  textOfValue,
} from './json-record.ts';
import {
  NO_RAW_PROGRAMME,
  NO_RAW_SESSION,
  type RawDay,
  type RawProgramme,
  type RawSession,
  type RemarkCollector,
} from './raw-programme.ts';
import { speakerNamed } from './speaker-names.ts';
import { parseWhen } from './when.ts';

/** `Lead Architect at ACP`, `Lead Architect, ACP`: the role, and where. One without a mark is the role. */
const roleAndAffiliation = (tagLine: string): Pick<Speaker, 'role' | 'affiliation'> => {
  const match = /^([^|,@]+?)\s*(?:\bat\b|\bbei\b|\bchez\b|@)\s*([^|,@]+)$/i.exec(tagLine.trim());
  return match === null
    ? { role: tagLine.trim(), affiliation: '' }
    : { role: match[1] ?? '', affiliation: match[2]?.trim() ?? '' };
};

const speakerOf = (speaker: JsonRecord): Speaker => {
  const name =
    textIn(speaker, 'fullName', 'name') || `${textIn(speaker, 'firstName')} ${textIn(speaker, 'lastName')}`;
  const links = recordsIn(speaker, 'links');
  const site = links.find((link) => /blog|company|web/i.test(textIn(link, 'linkType', 'title'))) ?? links[0];
  return speakerNamed(name, {
    ...roleAndAffiliation(textIn(speaker, 'tagLine')),
    url: site === undefined ? '' : textIn(site, 'url'),
  });
};

/** What the categories of a session say: an item's name under its category's title. */
type Categories = ReadonlyMap<string, { readonly category: string; readonly name: string }>;

const categoriesOf = (file: JsonRecord): Categories =>
  new Map(
    recordsIn(file, 'categories').flatMap((category) =>
      recordsIn(category, 'items').map((item) => [
        textIn(item, 'id'),
        { category: textIn(category, 'title'), name: textIn(item, 'name') },
      ]),
    ),
  );

/** The items of a session: by id in `All`, spelt out in the other views. */
const itemsOf = (
  session: JsonRecord,
  categories: Categories,
): readonly { category: string; name: string }[] => [
  ...listIn(session, 'categoryItems').flatMap((id) => categories.get(textOfValue(id)) ?? []),
  ...recordsIn(session, 'categories').flatMap((category) =>
    recordsIn(category, 'categoryItems').map((item) => ({
      category: textIn(category, 'name', 'title'),
      name: textIn(item, 'name'),
    })),
  ),
];

const readSession = (
  session: JsonRecord,
  place: string,
  room: string,
  speakers: readonly Speaker[],
  categories: Categories,
): RawSession => {
  const items = itemsOf(session, categories);
  const named = (pattern: RegExp): string => items.find(({ category }) => pattern.test(category))?.name ?? '';
  return {
    ...NO_RAW_SESSION,
    place,
    id: textIn(session, 'id'),
    title: textIn(session, 'title'),
    type: named(/format|type/i),
    track: named(/track|topic|thema/i),
    language: named(/language|sprache|idioma|langue/i),
    speakers,
    room: room || textIn(session, 'room'),
    start: parseWhen(textIn(session, 'startsAt')),
    end: parseWhen(textIn(session, 'endsAt')),
    abstract: textIn(session, 'description'),
    recording: textIn(session, 'recordingUrl'),
    otherLinks: [{ url: textIn(session, 'liveUrl'), title: 'Live' }].filter(({ url }) => url !== ''),
    isBreak: session.isServiceSession === true,
    isCancelled: /^(?:declined|cancell?ed)$/i.test(textIn(session, 'status')),
  };
};

/** @param file an object with `sessions`, `speakers` and `rooms` that refer to each other by id */
export const readSessionizeAll = (file: JsonRecord, remarks: RemarkCollector): RawProgramme => {
  const rooms = new Map(recordsIn(file, 'rooms').map((room) => [textIn(room, 'id'), textIn(room, 'name')]));
  const speakers = new Map(
    recordsIn(file, 'speakers').map((speaker) => [textIn(speaker, 'id'), speakerOf(speaker)]),
  );
  const categories = categoriesOf(file);
  const resolve = (value: unknown, place: string): readonly Speaker[] => {
    const speaker = isRecord(value) ? speakerOf(value) : speakers.get(textOfValue(value));
    if (speaker === undefined) remarks.fault('unknown-reference', place, { id: textOfValue(value) });
    return speaker === undefined ? [] : [speaker];
  };
  const sessions = recordsIn(file, 'sessions').map((session, index) => {
    const place = `sessions[${index}]`;
    const people = listIn(session, 'speakers').flatMap((value) => resolve(value, place));
    return readSession(session, place, rooms.get(textIn(session, 'roomId')) ?? '', people, categories);
  });
  return { ...NO_RAW_PROGRAMME, format: 'sessionize-all', sessions, people: [...speakers.values()] };
};

const spelledOut = (session: JsonRecord, place: string, room: string): RawSession =>
  readSession(session, place, room, recordsIn(session, 'speakers').map(speakerOf), new Map());

/** The same session seen twice (a plenum stands in every room, a session in rooms and time slots) counts once. */
const once = (sessions: readonly RawSession[]): readonly RawSession[] => {
  const seen = new Set<string>();
  return sessions.filter(({ id, start }) => {
    const key = `${id} ${JSON.stringify(start)}`;
    if (id !== '' && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** @param days a list of days, each with `rooms` and their sessions */
export const readSessionizeGrid = (days: readonly JsonRecord[]): RawProgramme => {
  const sessions = days.flatMap((day, at) => [
    ...recordsIn(day, 'rooms').flatMap((room, roomAt) =>
      recordsIn(room, 'sessions').map((session, index) =>
        spelledOut(
          session,
          `[${at}].rooms[${roomAt}].sessions[${index}]`,
          textIn(session, 'room') || textIn(room, 'name'),
        ),
      ),
    ),
    ...recordsIn(day, 'timeSlots').flatMap((slot, slotAt) =>
      recordsIn(slot, 'rooms').map((room, index) =>
        spelledOut(
          recordIn(room, 'session'),
          `[${at}].timeSlots[${slotAt}].rooms[${index}].session`,
          textIn(recordIn(room, 'session'), 'room') || textIn(room, 'name'),
        ),
      ),
    ),
  ]);
  return {
    ...NO_RAW_PROGRAMME,
    format: 'sessionize-grid',
    sessions: once(sessions.filter(({ id, title }) => id !== '' || title !== '')),
    days: days.flatMap((day): readonly RawDay[] => {
      const when = parseWhen(textIn(day, 'date'));
      return when === null || when.kind === 'instant' ? [] : [{ date: when.date, start: null }];
    }),
  };
};

/** @param groups a list of groups, each with its sessions */
export const readSessionizeGroups = (groups: readonly JsonRecord[]): RawProgramme => ({
  ...NO_RAW_PROGRAMME,
  format: 'sessionize-list',
  sessions: once(
    groups.flatMap((group, at) =>
      recordsIn(group, 'sessions').map((session, index) =>
        spelledOut(session, `[${at}].sessions[${index}]`, ''),
      ),
    ),
  ),
});
