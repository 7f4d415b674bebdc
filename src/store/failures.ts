/** What IndexedDB throws, as errors of ours. */
import { LanyardError, StoreFailure } from '../model/errors.ts';
import { isDiskFull } from './disk-room.ts';

/** True for what the browser throws under this name. */
export const isNamed = (cause: unknown, name: string): boolean =>
  cause instanceof DOMException && cause.name === name;

/** A full disk shows as `DataError … IOError`, a full quota as `QuotaExceededError`. */
const asStoreFailure = (operation: string, cause: unknown): LanyardError => {
  if (cause instanceof LanyardError) return cause;
  const name = cause instanceof DOMException ? cause.name : '';
  const message = cause instanceof Error ? cause.message : '';
  if (name === 'QuotaExceededError') return new StoreFailure(operation, 'quota', { cause });
  if (name === 'DataError' && message.includes('IOError'))
    return new StoreFailure(operation, 'disk', { cause });
  if (name === 'InvalidStateError') return new StoreFailure(operation, 'closed', { cause });
  return new StoreFailure(operation, 'unknown', { cause });
};

/** The work's own answer; what it fails with is an error of ours. @throws StoreFailure */
export const named = async <Answer>(operation: string, work: Promise<Answer>): Promise<Answer> =>
  work.catch(async (cause: unknown) => {
    // A browser may name a full disk by nothing at all: the connection closes, an opening fails.
    const failure = asStoreFailure(operation, cause);
    if (failure.details.reason !== 'unknown' || !(await isDiskFull())) throw failure;
    throw new StoreFailure(operation, 'disk', { cause });
  });
