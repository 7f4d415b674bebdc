/** Makes a session of an event. */
import type { Revisioned } from '../model/event.ts';
import type { Id } from '../model/ids.ts';
import { orderBetween } from '../model/order.ts';
import { NO_SESSION_LINKS, type Session } from '../model/session.ts';
import { newRecord } from './new-record.ts';
import type { Ports } from './ports.ts';

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
const orderFor = (sessions: readonly Session[], startsAt: string | null): string => {
  const position =
    startsAt === null
      ? -1
      : sessions.findIndex((other) => other.startsAt !== null && other.startsAt > startsAt);
  const at = position === -1 ? sessions.length : position;
  return orderBetween(sessions[at - 1]?.order ?? null, sessions[at]?.order ?? null);
};

/** What becomes of the choice of session: it stays, the new one is held by hand, or the clock chooses. */
export type AfterCreation = 'stay' | 'hold' | 'follow-clock';

export const createSession = async (
  ports: Ports,
  eventId: Id,
  fields: SessionFields,
  after: AfterCreation = 'stay',
): Promise<Session> => {
  const sessions = await ports.store.listSessions(eventId);
  const session: Session = {
    ...newRecord(ports),
    ...fields,
    eventId,
    scheduleKey: null,
    order: orderFor(sessions, fields.startsAt),
  };
  await ports.store.write({
    label: 'session-created',
    puts: [{ type: 'sessions', base: null, record: session }],
    ...(after === 'stay'
      ? {}
      : { settings: { heldSession: after === 'hold' ? { eventId, sessionId: session.id } : null } }),
  });
  return session;
};
