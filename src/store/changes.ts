/** Announces what was written to every open surface, this one included. */
import type { Id } from '../model/ids.ts';
import type { Place } from '../model/note.ts';
import type { RecordType } from './journal.ts';

/** What a completed write touched. */
export interface StoreChange {
  readonly records: readonly {
    readonly type: RecordType;
    readonly id: Id;
    /** Of a note: where it was and where it is. */
    readonly places: readonly Place[];
  }[];
  readonly settings: boolean;
  /** Step that the change belongs to, for "Undo"; null for what cannot be undone. */
  readonly label: string | null;
  /** Number of that step in the journal; null for what cannot be undone. */
  readonly step: number | null;
}

export type ChangeListener = (change: StoreChange) => void;

export interface ChangeChannel {
  announce(change: StoreChange): void;
  subscribe(listener: ChangeListener): () => void;
  close(): void;
}

/** A channel between all contexts of one origin, by `BroadcastChannel`. */
export const openChangeChannel = (name: string): ChangeChannel => {
  const channel = new BroadcastChannel(name);
  const listeners = new Set<ChangeListener>();
  const tell = (change: StoreChange): void => {
    for (const listener of [...listeners]) listener(change);
  };
  channel.onmessage = (message: MessageEvent<StoreChange>) => tell(message.data);
  return {
    announce: (change) => {
      channel.postMessage(change);
      tell(change);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => channel.close(),
  };
};
