/** One day of the programme as a table: rooms beside each other, time downwards. */
import { epochMsOf } from '../../model/time.ts';
import type { ProgrammeSession } from '../../schedule/programme.ts';

interface TimetableBlock {
  readonly session: ProgrammeSession;
  /** Index of the column. */
  readonly column: number;
  /** Minutes from the table's beginning. */
  readonly from: number;
  readonly minutes: number;
  /** Where sessions share a room and a time, they share its width. */
  readonly lane: number;
  readonly lanes: number;
}

export interface Timetable {
  readonly rooms: readonly string[];
  readonly startMs: number;
  readonly minutes: number;
  readonly blocks: readonly TimetableBlock[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A session without an end is drawn as long as this. */
const UNKNOWN_MINUTES = 30;
const SHORTEST_MINUTES = 10;

type Drawn = Omit<TimetableBlock, 'lane' | 'lanes'>;

/** Gives sessions of one room that overlap a lane each. */
const inLanes = (blocks: readonly Drawn[]): readonly TimetableBlock[] => {
  const placed: TimetableBlock[] = [];
  let group: (Drawn & { lane: number })[] = [];
  let ends: number[] = [];
  const close = (): void => {
    placed.push(...group.map((block) => ({ ...block, lanes: ends.length })));
    group = [];
    ends = [];
  };
  for (const block of blocks.toSorted((left, right) => left.from - right.from)) {
    if (ends.every((end) => end <= block.from)) close();
    const free = ends.findIndex((end) => end <= block.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = block.from + block.minutes;
    group.push({ ...block, lane });
  }
  close();
  return placed;
};

/**
 * @param sessions of one day; those without a time are left out
 * @param rooms in the programme's order; those without a session of the day get no column
 * @returns `null` when no session has a time
 */
export const timetableOf = (
  sessions: readonly ProgrammeSession[],
  rooms: readonly string[],
): Timetable | null => {
  const timed = sessions.flatMap((session) => {
    if (session.startsAt === null) return [];
    const fromMs = epochMsOf(session.startsAt);
    const stated =
      session.endsAt === null ? UNKNOWN_MINUTES : (epochMsOf(session.endsAt) - fromMs) / MINUTE_MS;
    return [{ session, fromMs, minutes: Math.max(SHORTEST_MINUTES, stated) }];
  });
  if (timed.length === 0) return null;
  const held = new Set(timed.map(({ session }) => session.room));
  const columns = [...rooms.filter((room) => held.has(room)), ...(held.has('') ? [''] : [])];
  const startMs = Math.floor(Math.min(...timed.map(({ fromMs }) => fromMs)) / HOUR_MS) * HOUR_MS;
  const minutes = Math.max(
    ...timed.map(({ fromMs, minutes: long }) => (fromMs - startMs) / MINUTE_MS + long),
  );
  const blocks = timed.map(
    ({ session, fromMs, minutes: long }): Drawn => ({
      session,
      column: columns.indexOf(session.room),
      from: (fromMs - startMs) / MINUTE_MS,
      minutes: long,
    }),
  );
  return {
    rooms: columns,
    startMs,
    minutes: Math.ceil(minutes / 60) * 60,
    blocks: columns.flatMap((_, column) => inLanes(blocks.filter((block) => block.column === column))),
  };
};
