/** Compares a programme with the sessions of an event: what another reading of it would change. */
import type { Id } from '../model/ids.ts';
import { planMerge, type ScheduleChange } from '../schedule/merge-programme.ts';
import type { Programme, ProgrammeSession } from '../schedule/programme.ts';
import type { Ports } from './ports.ts';

export interface ProgrammeAgainstEvent {
  readonly changes: readonly ScheduleChange[];
  /** True when sessions of the event came from this programme. */
  readonly isKnown: boolean;
}

/** A line being typed belongs to its session as a note does. */
const notedSessions = async ({ store }: Pick<Ports, 'store'>, eventId: Id): Promise<ReadonlySet<string>> => {
  const [counts, drafts] = await Promise.all([store.countNotes(eventId), store.listDrafts()]);
  return new Set(
    [
      ...[...counts].filter(([, count]) => count > 0).map(([id]) => id),
      ...drafts.map(({ place }) => place?.sessionId ?? null),
    ].filter((id) => id !== null),
  );
};

/**
 * @param offeredKeys keys that the last reading offered; `null` at the first
 * @param abstractOf the abstract as Markdown
 */
export const planProgramme = async (
  ports: Pick<Ports, 'store'>,
  eventId: Id,
  programme: Programme,
  offeredKeys: ReadonlySet<string> | null,
  abstractOf: (session: ProgrammeSession) => string,
): Promise<ProgrammeAgainstEvent> => {
  const sessions = await ports.store.listSessions(eventId);
  const changes = planMerge({
    sessions,
    programme,
    notedSessionIds: await notedSessions(ports, eventId),
    ...(offeredKeys === null ? {} : { offeredKeys }),
    abstractOf,
  });
  return { changes, isKnown: changes.some(({ kind }) => kind !== 'new') };
};
