/** A page in real Chromium, with a profile on disk, in which libraries are measured beside ours. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { build, type Plugin } from 'vite';

const PEERS = new URL('../bench/peers/', import.meta.url).pathname;

/** Where `npm run bench` put the libraries. */
const peersFolder = (): string => {
  const folder = process.env.LANYARD_PEERS;
  if (folder === undefined) throw new Error('LANYARD_PEERS is not set: run `npm run bench -- <name>`');
  return folder;
};

/** A package that is none of ours comes from the folder of peers. */
const fromPeers = (): Plugin => ({
  name: 'lanyard-from-peers',
  enforce: 'pre',
  resolveId(source, importer) {
    // A module of Node's that a library for browsers wants to be given.
    if (source === 'events') return this.resolve('events/events.js', join(peersFolder(), 'index.mjs'));
    if (importer === undefined || !importer.startsWith(PEERS) || /^[./]/.test(source)) return null;
    return this.resolve(source, join(peersFolder(), 'index.mjs'), { skipSelf: true });
  },
});

export interface Peer {
  readonly name: string;
  /** The global variable that holds its exports in the page. */
  readonly variable: string;
  readonly code: string;
  /** Bytes of all that it needs, minified, under gzip. */
  readonly gzipBytes: number;
}

const variableOf = (name: string): string => `peer_${name.replaceAll(/\W/g, '_')}`;

/** Bundles `test/bench/peers/<file>`. */
export const bundlePeer = async (name: string, file: string): Promise<Peer> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [fromPeers()],
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      write: false,
      minify: true,
      target: 'chrome146',
      lib: { entry: join(PEERS, file), formats: ['iife'], name: variableOf(name) },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk =
    first !== undefined && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`nothing was built from ${file}`);
  return { name, variable: variableOf(name), code: chunk.code, gzipBytes: gzipSync(chunk.code).length };
};

export interface PeerPage {
  /** A new page with these scripts in it. */
  readonly open: (peers: readonly Peer[]) => Promise<Page>;
  /** Resident memory of all processes that show pages, in MB. */
  readonly residentMb: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const residentKb = (processId: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
};

export const openPeerPage = async (): Promise<PeerPage> => {
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-peers-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.LANYARD_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  await context.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Peers</title>' }),
  );
  // tsx names the functions it compiles, also those that run in the page.
  await context.addInitScript('globalThis.__name = (named) => named');
  return {
    open: async (peers) => {
      const page = await context.newPage();
      await page.goto('https://page.invalid/');
      for (const { code } of peers) await page.evaluate(code);
      return page;
    },
    residentMb: async () => {
      const session = await context.browser()?.newBrowserCDPSession();
      const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
      await session?.detach();
      const renderers = processInfo.filter(({ type }) => type === 'renderer');
      return renderers.reduce((sum, { id }) => sum + residentKb(id), 0) / 1000;
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
};
