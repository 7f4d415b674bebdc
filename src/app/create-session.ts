/** Makes a session of an event. */
import type { Revisioned } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import { insertAt } from '../model/order.ts';
import { NO_SESSION_LINKS, type Session } from '../model/session.ts';
import { againOnConflict } from './again-on-conflict.ts';
import { newRecord } from './new-record.ts';
import type { Ports, Put } from './ports.ts';

/** What a person fills in; everything else follows. */
export type SessionFields = Omit<Session, keyof Revisioned | 'eventId' | 'order' | 'scheduleKey'>;

export const EMPTY_SESSION: SessionFields = {
  kind: 'talk',
  title: '',
  speakers: [],
  room: '',
  track: '',
  startsAt: null,
  endsAt: null,
  abstract: '',
  links: NO_SESSION_LINKS,
  leftOut: false,
};

/** Where a session belongs: before the first that begins later, else at the end. */
const placeFor = (sessions: readonly Session[], startsAt: string | null): number => {
  const later = sessions.findIndex(
    (other) => startsAt !== null && other.startsAt !== null && other.startsAt > startsAt,
  );
  return later === -1 ? sessions.length : later;
};

/** What becomes of the choice of session: it stays, the new one is held by hand, or the clock chooses. */
export type AfterCreation = 'stay' | 'hold' | 'follow-clock';

export const createSession = (
  ports: Ports,
  eventId: Id,
  fields: SessionFields,
  after: AfterCreation = 'stay',
): Promise<Session> =>
  againOnConflict(async () => {
    const sessions = await ports.store.listSessions(eventId);
    const { order, pushed } = insertAt(sessions, placeFor(sessions, fields.startsAt));
    const session: Session = { ...newRecord(ports), ...fields, eventId, scheduleKey: null, order };
    await ports.store.write({
      label: 'session-created',
      puts: [
        { type: 'sessions', base: null, record: session },
        ...pushed.map((record): Put => ({ type: 'sessions', base: record.revision, record })),
      ],
      ...(after === 'stay'
        ? {}
        : { settings: { heldSession: after === 'hold' ? { eventId, sessionId: session.id } : null } }),
    });
    return session;
  });
