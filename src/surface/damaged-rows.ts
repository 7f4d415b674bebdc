/** The records that were left out of what a page shows, each once, for the notice and the raw file. */
import type { DamagedRow } from '../store/sound-rows.ts';

export interface DamagedRows {
  readonly add: (row: DamagedRow) => void;
  readonly all: () => readonly DamagedRow[];
  /** Called with the first, also when it was found before. Returns what ends it. */
  readonly onFirst: (listener: () => void) => () => void;
  /** Called with each that is new. Returns what ends it. */
  readonly onMore: (listener: () => void) => () => void;
}

export const collectDamaged = (): DamagedRows => {
  const rows = new Map<string, DamagedRow>();
  const listeners = new Set<() => void>();
  const onMore = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    add: (row) => {
      const id = `${row.store}/${row.key}`;
      if (rows.has(id)) return;
      rows.set(id, row);
      for (const listener of [...listeners]) listener();
    },
    all: () => [...rows.values()],
    onFirst: (listener) => {
      if (rows.size > 0) listener();
      return onMore(listener);
    },
    onMore,
  };
};
