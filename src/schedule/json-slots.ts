/**
 * Hoverboard, which many DevFests use: days of time slots that name sessions by id, the sessions and the speakers in
 * lists or maps of their own; in one file or in three.
 */
import { recordsById } from './json-people.ts';
import { isRecord, type JsonRecord, listIn, recordsIn, textIn, textOfValue } from './json-record.ts';

const hasSlots = (day: JsonRecord): boolean =>
  recordsIn(day, 'timeslots').some((slot) =>
    recordsIn(slot, 'sessions').some(({ items }) => Array.isArray(items)),
  );

const daysOf = (schedule: unknown): readonly JsonRecord[] =>
  (Array.isArray(schedule) ? schedule : isRecord(schedule) ? Object.values(schedule) : [])
    .filter(isRecord)
    .filter(hasSlots);

interface Placed {
  readonly id: string;
  readonly place: JsonRecord;
}

/** Each session of the day with its time and its room; `extend` says over how many slots it goes on. */
const placedIn = (day: JsonRecord): readonly Placed[] => {
  const slots = recordsIn(day, 'timeslots');
  const rooms = recordsIn(day, 'tracks').map((track) => textIn(track, 'title', 'name'));
  return slots.flatMap((slot, at) =>
    listIn(slot, 'sessions').flatMap((cell, column) => {
      if (!isRecord(cell)) return [];
      const last = slots[at + Math.max(1, Number(textIn(cell, 'extend')) || 1) - 1] ?? slot;
      const isAlone = listIn(slot, 'sessions').length === 1;
      const place = {
        date: textIn(day, 'date'),
        startTime: textIn(slot, 'startTime'),
        endTime: textIn(last, 'endTime'),
        // One cell across the whole width is for everybody.
        room: isAlone && rooms.length > 1 ? '' : (rooms[column] ?? ''),
      };
      return listIn(cell, 'items').map((id) => ({ id: textOfValue(id), place }));
    }),
  );
};

const YOUTUBE_ID = /^[\w-]{11}$/;

const sessionOf = (id: string, record: JsonRecord, place: JsonRecord): JsonRecord => {
  const { videoId, presentation, ...session } = record;
  return {
    ...session,
    ...(typeof presentation === 'string' ? { slides: presentation } : {}),
    ...(typeof videoId === 'string' && YOUTUBE_ID.test(videoId)
      ? { recording: `https://www.youtube.com/watch?v=${videoId}` }
      : {}),
    id,
    ...place,
  };
};

/** @returns the file with each session at its time, once for each slot that names it; `null` when it has no slots */
export const fromSlots = (file: JsonRecord): JsonRecord | null => {
  const placed = daysOf(file.schedule).flatMap(placedIn);
  if (placed.length === 0) return null;
  const places = new Map<string, JsonRecord[]>();
  for (const { id, place } of placed) places.set(id, [...(places.get(id) ?? []), place]);
  const { schedule, ...rest } = file;
  return {
    ...rest,
    sessions: recordsById(file.sessions).flatMap(([id, record]) =>
      (places.get(id) ?? [{}]).map((place) => sessionOf(id, record, place)),
    ),
  };
};

/**
 * Hoverboard's three files as one.
 *
 * @param files the parts, parsed
 * @returns `null` where none of them is made of time slots, or none has their sessions
 */
export const joinSlots = (files: readonly unknown[]): JsonRecord | null => {
  const bare = files.map((file) =>
    isRecord(file) && !('sessions' in file) && isRecord(file.schedule) ? file.schedule : file,
  );
  const schedule = bare.find((file) => daysOf(file).length > 0);
  if (schedule === undefined) return null;
  const ids = new Set(daysOf(schedule).flatMap((day) => placedIn(day).map(({ id }) => id)));
  const others = bare.filter((file) => file !== schedule);
  const hits = (file: unknown): number =>
    recordsById(file).filter(([id, { title }]) => ids.has(id) && title).length;
  const [sessions] = [...others].sort((left, right) => hits(right) - hits(left));
  const speakers = others.find((file) => file !== sessions);
  if (sessions === undefined || hits(sessions) === 0) return null;
  return { schedule, sessions, speakers };
};
