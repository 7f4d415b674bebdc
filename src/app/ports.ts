/** The effects that use cases are given: the store, the clock, ids, and what a browser knows of an image. */
import type { IdSource } from '../model/ids.ts';
import type { MeasuredImage } from '../model/image.ts';
import type { TimeZone } from '../model/time.ts';
import type { StoreChange } from '../store/changes.ts';
import type { Put, Store } from '../store/store.ts';

export type { Put, Store, StoreChange };

export interface Ports {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  readonly newId: IdSource;
  readonly machineTimeZone: () => TimeZone;
  /** Reads magic bytes, decodes, hashes. @throws UnusableImage */
  readonly measureImage: (blob: Blob, name: string) => Promise<MeasuredImage>;
}
