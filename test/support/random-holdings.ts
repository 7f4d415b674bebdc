/** Stores full of random records: every kind of note, texts that hurt, tombstones, images, drafts, a journal. */
import { createIdSource } from '../../src/model/ids.ts';
import type { Image } from '../../src/model/image.ts';
import { LINK_KINDS, type NoteKind } from '../../src/model/note.ts';
import { SESSION_KINDS } from '../../src/model/session.ts';
import { instantOf } from '../../src/model/time.ts';
import { type Holdings, NO_HOLDINGS } from '../../src/store/backup/holdings.ts';
import { hexOfHash } from '../../src/store/backup/sha-256.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import type { Random } from './random.ts';
import { makeEvent, makeImage, makeNote, makeSession, makeSource } from './records.ts';

const TEXTS = [
  '',
  'A line.',
  '한국어 노트와 日本語 — “quotes”',
  'a\u0000b\u2028c\u2029d\ufeffe',
  '\ud83d\ude80 and half of one: \ud83d',
  '</script><img src=x onerror=alert(1)>',
  '__proto__',
  '- one\n- two\r\n\n```js\nconst a = 1;\n```',
  `${'long '.repeat(500)}end`,
  '{"a": [1, 2, {"b": "\\u0000"}]}',
];

const KINDS: readonly NoteKind[] = ['text', 'quote', 'question', 'takeaway', 'link', 'selection', 'image'];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const START_MS = Date.parse('2026-09-05T08:00:00.000Z');

export interface RandomStore {
  readonly holdings: Holdings;
  readonly images: ReadonlyMap<string, Blob>;
}

const byKey = <Value>(values: readonly Value[], key: (value: Value) => string): Value[] =>
  [...values].sort((left, right) => (key(left) < key(right) ? -1 : 1));

/** Files that begin as an image does, and the records of them. */
const randomImages = async (
  random: Random,
  count: number,
  make: (fields: Partial<Image>) => Image,
): Promise<{ records: Image[]; images: Map<string, Blob> }> => {
  const records: Image[] = [];
  const images = new Map<string, Blob>();
  for (let left = count; left > 0; left -= 1) {
    const blob = new Blob([Uint8Array.from(PNG), random.bytes(1 + random.int(300))], { type: 'image/png' });
    const hash = await hexOfHash(blob);
    images.set(hash, blob);
    records.push(make({ hash, bytes: blob.size }));
  }
  return { records, images: new Map(byKey([...images], ([hash]) => hash)) };
};

/** @param size how many records of a kind there are at most */
export const randomStore = async (random: Random, size = 12): Promise<RandomStore> => {
  let ms = START_MS;
  const at = (): string => {
    ms += random.int(100_000);
    return instantOf(ms);
  };
  const newId = createIdSource(
    () => ms,
    (bytes) => bytes.set(random.bytes(bytes.length)),
  );
  const text = (): string => random.pick(TEXTS);
  const base = () => ({
    id: newId(),
    createdAt: at(),
    updatedAt: at(),
    revision: 1 + random.int(9),
    deletedAt: random.chance(0.1) ? at() : null,
  });
  const many = <Value>(make: () => Value): Value[] => Array.from({ length: random.int(size) }, make);
  const events = many(() => makeEvent({ ...base(), name: text(), tags: many(text), description: text() }));
  const event = events[0] ?? makeEvent(base());
  const sessions = many(() =>
    makeSession(event, {
      ...base(),
      title: text(),
      kind: random.pick(SESSION_KINDS),
      startsAt: random.chance(0.5) ? at() : null,
      speakers: many(() => ({ name: text(), affiliation: text(), role: '', url: '' })),
      links: { page: null, slides: 'pending', recording: { url: 'https://example.org/v' } },
    }),
  );
  const notes = many(() => {
    const kind = random.pick(KINDS);
    return makeNote(event, random.chance(0.3) || sessions.length === 0 ? null : random.pick(sessions), {
      ...base(),
      kind,
      markdown: text(),
      capturedAt: at(),
      source: random.chance(0.3) ? makeSource({ url: 'https://example.org/a', title: text() }) : null,
      ...(kind === 'link' && { url: 'https://example.org/?a=1', linkKind: random.pick(LINK_KINDS) }),
      ...(kind === 'question' && { answer: text() }),
    });
  });
  const { records, images } = await randomImages(random, random.int(4), (fields) =>
    makeImage(event, { ...base(), name: text(), ...fields }),
  );
  const holdings: Holdings = {
    ...NO_HOLDINGS,
    events: byKey(events, ({ id }) => id),
    sessions: byKey(sessions, ({ id }) => id),
    notes: byKey(notes, ({ id }) => id),
    images: byKey(records, ({ id }) => id),
    drafts: random.chance(0.5)
      ? [{ target: 'composer', text: text(), caret: 0, baseRevision: 0, updatedAt: at() }]
      : [],
    settings: random.chance(0.7)
      ? [{ key: 'settings', value: { ...DEFAULT_SETTINGS, currentEventId: event.id } }]
      : [],
    journal: notes.map((note, index) => ({
      seq: index + 1,
      label: 'note-kept',
      at: at(),
      items: [{ type: 'notes', before: null, after: note }],
      undone: false,
    })),
  };
  return { holdings, images };
};
