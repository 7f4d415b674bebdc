/** How the recaps of new events are written: as the person chose for them, else as Lanyard does. */
import { DEFAULT_RECAP_OPTIONS, type RecapOptions } from '../model/event.ts';
import type { Ports } from './ports.ts';

export const nextRecapOptions = async ({ store }: Pick<Ports, 'store'>): Promise<RecapOptions> => ({
  ...DEFAULT_RECAP_OPTIONS,
  ...(await store.getSettings()).nextRecapOptions,
});

/** Takes these for the events that are made from now on. */
export const keepForNextEvents = ({ store }: Pick<Ports, 'store'>, options: RecapOptions): Promise<void> =>
  store.write({ label: 'settings-changed', puts: [], settings: { nextRecapOptions: options } });
