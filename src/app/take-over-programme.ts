/** Takes sessions and changes of a programme over into an event, in one step that can be undone. */
import { NotFound } from '../model/errors.ts';
import type { ConferenceEvent, RecapLanguage } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import type { Session } from '../model/session.ts';
import { instantOf } from '../model/time.ts';
import type { ScheduleChange } from '../schedule/merge-programme.ts';
import type { Programme, ProgrammeSession } from '../schedule/programme.ts';
import { sessionFieldsOf } from '../schedule/session-fields.ts';
import { againOnConflict } from './again-on-conflict.ts';
import { emptyEvent } from './create-event.ts';
import { newRecord } from './new-record.ts';
import { ordersByStart, standByStart } from './orders-by-start.ts';
import type { Ports, Put } from './ports.ts';

type Changed = Extract<ScheduleChange, { kind: 'changed' }>;
type Cancelled = Extract<ScheduleChange, { kind: 'cancelled' }>;

export interface TakeOver {
  readonly programme: Programme;
  /** `null` makes an event of the programme's facts. */
  readonly eventId: Id | null;
  /** Recap language of an event that is made. */
  readonly language: RecapLanguage;
  /** Name of an event that is made, where the programme has no title. */
  readonly unnamed: string;
  /** Sessions to add. */
  readonly sessions: readonly ProgrammeSession[];
  /** Keys of the sessions that the person means to attend. */
  readonly starredKeys?: ReadonlySet<string>;
  /** Changes that the person accepted; what is cancelled and has notes stays all the same. */
  readonly changes?: readonly (Changed | Cancelled)[];
  /** The abstract as Markdown. */
  readonly abstractOf: (session: ProgrammeSession) => string;
}

export interface TakenOver {
  readonly event: ConferenceEvent;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The programme fills in what the event does not know yet; its zone only while no session stands in another. */
const factsFor = (
  event: ConferenceEvent,
  programme: Programme,
  sessions: readonly Session[],
): ConferenceEvent => ({
  ...event,
  startsOn: event.startsOn ?? (event.endsOn === null ? programme.startsOn : null),
  endsOn: event.endsOn ?? (event.startsOn === null ? programme.endsOn : null),
  timeZone: sessions.some(({ startsAt }) => startsAt !== null) ? event.timeZone : programme.timeZone,
  venue: event.venue || programme.venue,
  url: event.url || programme.url,
});

const isSame = (left: ConferenceEvent, right: ConferenceEvent): boolean =>
  (['startsOn', 'endsOn', 'timeZone', 'venue', 'url'] as const).every((key) => left[key] === right[key]);

const eventPuts = (
  event: ConferenceEvent,
  isNew: boolean,
  { programme }: TakeOver,
  sessions: readonly Session[],
): readonly Put[] => {
  const record = factsFor(event, programme, sessions);
  if (isNew) return [{ type: 'events', base: null, record }];
  return isSame(event, record) ? [] : [{ type: 'events', base: event.revision, record }];
};

/** Sessions as they become by the accepted changes; those that were deleted meanwhile are left alone. */
const changedSessions = (wish: TakeOver, sessions: readonly Session[]): readonly Session[] =>
  (wish.changes ?? []).flatMap((change) => {
    if (change.kind !== 'changed') return [];
    const session = sessions.find(({ id }) => id === change.session.id);
    return session === undefined ? [] : [{ ...session, ...change.patch }];
  });

const cancelledSessions = async (
  { store }: Ports,
  eventId: Id,
  wish: TakeOver,
  sessions: readonly Session[],
): Promise<readonly Session[]> => {
  const ids = new Set(
    (wish.changes ?? []).flatMap((change) =>
      change.kind === 'cancelled' && !change.mustStay ? change.session.id : [],
    ),
  );
  if (ids.size === 0) return [];
  // A note may have come since the changes were shown.
  const counts = await store.countNotes(eventId);
  return sessions.filter(({ id }) => ids.has(id) && (counts.get(id) ?? 0) === 0);
};

/** @throws NotFound when the event is gone */
export const takeOverProgramme = (ports: Ports, wish: TakeOver): Promise<TakenOver> =>
  againOnConflict(async () => {
    const { store, nowMs } = ports;
    const { eventId, programme } = wish;
    const known = eventId === null ? null : await store.getEvent(eventId);
    if (eventId !== null && known === null) throw new NotFound('events', eventId);
    const name = programme.title.trim() || wish.unnamed;
    const event: ConferenceEvent = known ?? {
      ...newRecord(ports),
      ...emptyEvent(name, wish.language, programme.timeZone),
    };
    const sessions = known === null ? [] : await store.listSessions(event.id);
    const changed = changedSessions(wish, sessions);
    const removed = await cancelledSessions(ports, event.id, wish, sessions);
    const added = wish.sessions.map((session) => ({
      ...newRecord(ports),
      eventId: event.id,
      leftOut: false,
      ...(wish.starredKeys?.has(session.key) ? { starred: true } : {}),
      ...sessionFieldsOf(session, programme, wish.abstractOf(session)),
    }));
    // What moved goes where its new time puts it, unless the person chose an order of their own.
    const before = new Map(sessions.map((session) => [session.id, session]));
    const moved = standByStart(sessions)
      ? changed.filter(({ id, startsAt }) => before.get(id)?.startsAt !== startsAt)
      : [];
    const movedIds = new Set(moved.map(({ id }) => id));
    const standing = sessions.filter(
      ({ id }) => !movedIds.has(id) && !removed.some((each) => each.id === id),
    );
    const orders = ordersByStart(standing, [...moved, ...added]);
    const givingWay = standing.filter(({ id }) => orders.has(id) && !changed.some((each) => each.id === id));
    const deletedAt = instantOf(nowMs());
    await store.write({
      label: 'programme-taken-over',
      puts: [
        ...eventPuts(event, known === null, wish, sessions),
        ...[...changed, ...givingWay].map(
          (record): Put => ({
            type: 'sessions',
            base: record.revision,
            record: { ...record, order: orders.get(record.id) ?? record.order },
          }),
        ),
        ...removed.map(
          (session): Put => ({ type: 'sessions', base: session.revision, record: { ...session, deletedAt } }),
        ),
        ...added.map(
          (record): Put => ({
            type: 'sessions',
            base: null,
            record: { ...record, order: orders.get(record.id) ?? '' },
          }),
        ),
      ],
      ...(known === null ? { settings: { currentEventId: event.id, heldSession: null } } : {}),
    });
    return { event, added: added.length, changed: changed.length, removed: removed.length };
  });
