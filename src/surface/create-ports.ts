/** The real effects behind the ports, for every page of ours and for the worker. */
import type { Ports } from '../app/ports.ts';
import { measureImage } from '../capture/measure-image.ts';
import { createIdSource } from '../model/ids.ts';
import { machineTimeZone } from '../model/time.ts';
import { deferStore } from '../store/defer-store.ts';
import type { StoreOptions } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

const nowMs = (): number => Date.now();

/** Opens the store. Pages load the code for it behind their first frame; a worker cannot, and has it at hand. */
export type OpenStore = (options: StoreOptions) => Promise<Store>;

/** The ports at once; `opened` resolves when the store is open and rejects with StoreFailure when it does not open. */
export const createPorts = (
  openStore: OpenStore,
  hooks: Pick<StoreOptions, 'onWritten' | 'onLoss' | 'onDamaged'> = {},
): { readonly ports: Ports; readonly opened: Promise<Store> } => {
  const mirror = typeof localStorage === 'undefined' ? null : localStorage;
  const opened = openStore({ nowMs, mirror, ...hooks });
  opened.catch(() => undefined);
  const ports: Ports = {
    store: deferStore(() => opened, mirror, nowMs),
    nowMs,
    newId: createIdSource(nowMs, (bytes) => crypto.getRandomValues(bytes)),
    machineTimeZone,
    measureImage,
  };
  return { ports, opened };
};
