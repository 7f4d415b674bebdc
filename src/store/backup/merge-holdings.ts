/**
 * Two people's (or two times') holdings into one, by id and revision. Nothing that is here is changed or removed, but by
 * a later version of the same record; where both sides changed a record, both versions are kept.
 */
import type { ConferenceEvent } from '../../model/event.ts';
import type { Id } from '../../model/ids.ts';
import type { Note } from '../../model/note.ts';
import { byOrder, orderBetween } from '../../model/order.ts';
import type { Session } from '../../model/session.ts';
import type { JournalItem, RecordType, RecordTypes } from '../journal.ts';
import { sameContent } from '../rows.ts';
import type { Settings } from '../settings.ts';
import type { Holdings } from './holdings.ts';

export interface Merged {
  readonly items: readonly JournalItem[];
  readonly drafts: Holdings['drafts'];
  readonly settings: Settings | null;
  /** Records that were not here. */
  readonly added: number;
  /** Records of which the other side had a later version. */
  readonly updated: number;
  /** Records that both sides had changed: the other version stands beside this one. */
  readonly bothKept: number;
}

const RECORD_TYPES: readonly RecordType[] = ['events', 'sessions', 'images', 'posts', 'notes'];

/** Images and imported posts are referred to and never written twice: the one that is here stays. */
const hasVersions = (type: RecordType): boolean => type !== 'images' && type !== 'posts';

type AnyRecord = RecordTypes[RecordType];

/** Every version of a record that a side's journal remembers. */
const knownVersions = ({ journal }: Holdings): ReadonlyMap<Id, readonly AnyRecord[]> => {
  const known = new Map<Id, AnyRecord[]>();
  for (const { items } of journal)
    for (const { before, after } of items) {
      const versions = known.get(after.id) ?? [];
      if (before !== null) versions.push(before);
      versions.push(after);
      known.set(after.id, versions);
    }
  return known;
};

/** True when `older` is a version that `newer` was made from: its first one, or one that the journal remembers. */
const isEarlier = (
  older: AnyRecord,
  newer: AnyRecord,
  known: ReadonlyMap<Id, readonly AnyRecord[]>,
): boolean =>
  older.revision < newer.revision &&
  (older.revision === 1 ||
    (known.get(older.id) ?? []).some(
      (version) => version.revision === older.revision && sameContent(version, older),
    ));

/** 64 bits of a text (cyrb53's mixing, with the whole of both words). */
const mixed = (text: string, seed: number): string => {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
};

/** The id of a version kept beside another: the same version always gets the same, so that merging twice adds nothing. */
const idOfVersion = (record: AnyRecord): Id => {
  const content = JSON.stringify({ ...record, revision: 0, updatedAt: '' });
  const bits = mixed(content, 1) + mixed(content, 2);
  return `${record.id.slice(0, 13)}-7${bits.slice(0, 3)}-8${bits.slice(3, 6)}-${bits.slice(6, 18)}`;
};

/** Right behind the note itself, before the one that follows it. */
const orderBehind = (note: Note, notes: readonly Note[]): string => {
  const following = notes
    .filter(({ eventId, sessionId }) => eventId === note.eventId && sessionId === note.sessionId)
    .filter(({ order, deletedAt }) => deletedAt === null && order > note.order)
    .sort(byOrder)[0];
  return orderBetween(note.order, following?.order ?? null);
};

const versionBeside = (
  item: { readonly type: RecordType; readonly record: AnyRecord; readonly here: AnyRecord },
  ours: Holdings,
  nameOf: (name: string) => string,
): AnyRecord => {
  const copy = { ...item.record, id: idOfVersion(item.record), revision: 1 };
  if (item.type === 'notes') return { ...copy, order: orderBehind(item.here as Note, ours.notes) } as Note;
  // A session twice in the post helps nobody: the other version waits beside it, left out.
  if (item.type === 'sessions') return { ...copy, leftOut: true } as Session;
  if (item.type === 'events') {
    const event = copy as ConferenceEvent;
    return { ...event, name: nameOf(event.name) };
  }
  return copy as AnyRecord;
};

/**
 * What has to be written so that `ours` has all that `theirs` has. A record that is deleted on one side and lives on the
 * other lives.
 *
 * @param nameOf the name of an event's other version
 */
export const mergeHoldings = (ours: Holdings, theirs: Holdings, nameOf: (name: string) => string): Merged => {
  const ourVersions = knownVersions(ours);
  const theirVersions = knownVersions(theirs);
  const items: JournalItem[] = [];
  const counts = { added: 0, updated: 0, bothKept: 0 };
  const put = (type: RecordType, before: AnyRecord | null, after: AnyRecord): void => {
    items.push({ type, before, after } as JournalItem);
  };
  for (const type of RECORD_TYPES) {
    const here = new Map<Id, AnyRecord>(ours[type].map((record) => [record.id, record]));
    for (const record of theirs[type]) {
      const own = here.get(record.id);
      if (own === undefined) {
        put(type, null, record);
        counts.added += 1;
      } else if (sameContent(own, record) || (own.deletedAt !== null && record.deletedAt !== null)) {
        // The same here.
      } else if (
        own.deletedAt !== null ||
        (record.deletedAt === null && isEarlier(own, record, theirVersions))
      ) {
        put(type, own, { ...record, revision: Math.max(record.revision, own.revision + 1) });
        counts.updated += 1;
      } else if (record.deletedAt === null && !isEarlier(record, own, ourVersions) && hasVersions(type)) {
        const beside = versionBeside({ type, record, here: own }, ours, nameOf);
        if (here.has(beside.id)) continue;
        put(type, null, beside);
        counts.bothKept += 1;
      }
    }
  }
  const typing = new Set(ours.drafts.filter(({ text }) => text !== '').map(({ target }) => target));
  const drafts = theirs.drafts.filter(({ target, text }) => text !== '' && !typing.has(target));
  const [own] = ours.settings;
  const [their] = theirs.settings;
  const theirChoice = their?.value.currentEventId == null ? null : their.value;
  const settings = own?.value.currentEventId == null ? theirChoice : null;
  return { items, drafts, settings, ...counts };
};
