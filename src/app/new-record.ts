/** What every new record begins with. */
import type { Revisioned } from '../model/event.ts';
import { instantOf } from '../model/time.ts';
import type { Ports } from './ports.ts';

/** A fresh id and revision; the store counts the revision up when it is written. */
export const newRecord = ({ newId, nowMs }: Pick<Ports, 'newId' | 'nowMs'>): Revisioned => {
  const now = instantOf(nowMs());
  return { id: newId(), createdAt: now, updatedAt: now, revision: 0, deletedAt: null };
};
