/** The real effects behind the ports, for every page of ours and for the worker. */
import type { Ports } from '../app/ports.ts';
import { measureImage } from '../capture/measure-image.ts';
import { createIdSource } from '../model/ids.ts';
import { machineTimeZone } from '../model/time.ts';
import { deferStore } from '../store/defer-store.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

const nowMs = (): number => Date.now();

/** The ports at once; `opened` resolves when the store is open and rejects with StoreFailure when it does not open. */
export const createPorts = (): { readonly ports: Ports; readonly opened: Promise<Store> } => {
  const mirror = typeof localStorage === 'undefined' ? null : localStorage;
  const opened = openStore({ nowMs, mirror });
  const ports: Ports = {
    store: deferStore(opened),
    nowMs,
    newId: createIdSource(nowMs, (bytes) => crypto.getRandomValues(bytes)),
    machineTimeZone,
    measureImage,
  };
  return { ports, opened };
};
