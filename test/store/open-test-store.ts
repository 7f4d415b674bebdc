/** A store of its own for each test, with a clock that the test sets. */
import { createIdSource } from '../../src/model/ids.ts';
import type { DraftMirror } from '../../src/store/draft-mirror.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Put, Store } from '../../src/store/store.ts';

let made = 0;

/** The clock of a test: it goes on by a second with each reading. */
const clock = { ms: Date.parse('2026-09-05T00:00:00.000Z') };

export const nowMs = (): number => {
  clock.ms += 1000;
  return clock.ms;
};

export const newId = createIdSource(nowMs, (bytes) => crypto.getRandomValues(bytes));

/** A database name that no other test has. */
export const newDatabaseName = (): string => {
  made += 1;
  return `lanyard-test-${made}-${crypto.randomUUID()}`;
};

export const openTestStore = (
  name: string,
  mirror: DraftMirror | null = localStorage,
  onBlocked?: () => void,
): Promise<Store> => openStore({ nowMs, mirror, name, ...(onBlocked === undefined ? {} : { onBlocked }) });

/** Puts a record as new. */
export const asNew = <Type extends Put['type']>(
  type: Type,
  record: Extract<Put, { type: Type }>['record'],
): Put => ({ type, base: null, record }) as Put;
