/** The address that an event's programme was read from last: offered when it is read again. */
import type { Store } from '../../app/ports.ts';
import type { Id } from '../../model/ids.ts';
import { instantOf } from '../../model/time.ts';
import { useLive } from '../../ui/use-live.ts';

const targetOf = (eventId: Id | null): string => `programme:address:${eventId}`;

export const keepAddress = (
  store: Pick<Store, 'putDraft'>,
  eventId: Id,
  address: string,
  nowMs: number,
): void =>
  store.putDraft({
    target: targetOf(eventId),
    text: address,
    caret: 0,
    baseRevision: 0,
    updatedAt: instantOf(nowMs),
  });

/** Empty where there is none, and until the store has answered. */
export const useKnownAddress = (eventId: Id | null): string => {
  const draft = useLive(
    targetOf(eventId),
    (store) => store.getDraft(targetOf(eventId)),
    () => false,
  );
  return draft?.text ?? '';
};
