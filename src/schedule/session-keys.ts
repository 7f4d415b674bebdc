/** The keys a session is known by from one reading to the next: guid, code, id, unique UID, hash of title and start. */
import type { Instant } from '../model/time.ts';
import type { RawSession, RemarkCollector } from './raw-programme.ts';

/** A title for comparison: without case, accents, punctuation. */
export const titleEssence = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** FNV-1a, twice with different seeds: 64 bits as 16 hexadecimal digits. It keeps nothing secret. */
const hashOf = (text: string): string => {
  const half = (seed: number): string => {
    let hash = seed;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(16).padStart(8, '0');
  };
  return half(0x811c9dc5) + half(0x9e3779b9);
};

/** The weakest key: what is known when a file gives no id that can be trusted. */
export const hashKey = (title: string, startsAt: Instant | null): string =>
  `hash:${hashOf(`${titleEssence(title)}|${startsAt ?? ''}`)}`;

const statedKeys = (session: RawSession): readonly string[] =>
  (['guid', 'code', 'id', 'uid'] as const).flatMap((kind) => {
    const value = session[kind].trim();
    return value === '' ? [] : [`${kind}:${value}`];
  });

interface Timed {
  readonly raw: RawSession;
  readonly startsAt: Instant | null;
}

/**
 * The keys of each session, the strongest first. A key that two sessions share is a key of neither; where even title
 * and start are shared, the room is added, then a number.
 */
export const keysOfSessions = (
  sessions: readonly Timed[],
  remarks: RemarkCollector,
): readonly (readonly [string, ...string[]])[] => {
  const counts = new Map<string, number>();
  for (const { raw } of sessions) {
    for (const key of statedKeys(raw)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const taken = new Set<string>();
  /** The number that the next session of this title, start and room gets. */
  const numbers = new Map<string, number>();
  return sessions.map(({ raw, startsAt }) => {
    const stated = statedKeys(raw);
    const unique = stated.filter((key) => counts.get(key) === 1);
    const shared = stated.find((key) => counts.get(key) !== 1);
    if (shared !== undefined) remarks.assume('ids-not-unique', raw.place, { key: shared });
    const hash = hashKey(raw.title, startsAt);
    const inRoom = taken.has(hash) ? `${hash}@${titleEssence(raw.room)}` : hash;
    const number = numbers.get(inRoom) ?? 2;
    const own = taken.has(inRoom) ? `${inRoom}#${number}` : inRoom;
    if (own !== inRoom) numbers.set(inRoom, number + 1);
    taken.add(own);
    const [first, ...rest] = unique;
    return first === undefined ? [own] : [first, ...rest, own];
  });
};
