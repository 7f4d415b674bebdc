/** Hands the ports to every component of a surface. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Ports } from '../app/ports.ts';

/** What a surface needs beside the use cases' ports. */
export interface SurfacePorts extends Ports {
  /** Opens the recap page, at a place of it. */
  readonly openRecap: (hash?: string) => void;
  readonly openAddress: (url: string) => void;
  /** The browser's shortcuts of ours by the command's name; empty for one without a key. */
  readonly listShortcuts: () => Promise<ReadonlyMap<string, string>>;
  readonly openShortcutSettings: () => Promise<void>;
  /** Shows what takes room on the disk, and what of it can go. */
  readonly makeRoom: () => void;
}

export const PortsContext = createContext<SurfacePorts | null>(null);

/** @throws when a component is rendered outside a surface */
export const usePorts = (): SurfacePorts => {
  const ports = useContext(PortsContext);
  if (ports === null) throw new Error('no ports were provided');
  return ports;
};
