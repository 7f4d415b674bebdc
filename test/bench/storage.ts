/**
 * One note kept, and the notes of one session read among 2,000: our store beside the libraries that are used for it, in real
 * Chromium with its database on disk, in turns.
 */
import { median, printFigure } from '../support/figures.ts';
import { bundlePeer, openPeerPage } from '../support/peer-page.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';

const SESSIONS = 20;
const HELD = 2_000;
const WARM_UPS = 10;
const RUNS = 100;

interface Way {
  readonly label: string;
  readonly file: string;
  readonly global: string;
  readonly open: string;
}

const WAYS: readonly Way[] = [
  { label: 'ours', file: 'store-ours.ts', global: 'StoreOurs', open: 'open' },
  { label: 'Dexie, strict', file: 'store-dexie.mjs', global: 'StoreDexie', open: 'openStrict' },
  { label: 'Dexie', file: 'store-dexie.mjs', global: 'StoreDexie', open: 'open' },
  { label: 'localForage', file: 'store-localforage.mjs', global: 'StoreForage', open: 'open' },
  { label: 'PouchDB', file: 'store-pouchdb.mjs', global: 'StorePouch', open: 'open' },
];

interface Opened {
  put(note: unknown): Promise<unknown>;
  putAll(notes: readonly unknown[]): Promise<unknown>;
  list(place: unknown): Promise<readonly unknown[]>;
}

const event = makeEvent();
const sessions = Array.from({ length: SESSIONS }, (_, index) =>
  makeSession(event, { title: `Talk ${index}` }),
);
const notesOf = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    makeNote(event, sessions[index % SESSIONS] ?? null, {
      revision: 0,
      markdown: `Point ${index}: a queue is a promise, **kept** by somebody else.`,
    }),
  );

const host = await openPeerPage();
try {
  const files = [...new Map(WAYS.map(({ global, file }) => [global, file]))];
  const peers = await Promise.all(files.map(([global, file]) => bundlePeer(global, file)));
  const page = await host.open(peers);
  const times = await page.evaluate(
    async ({ ways, held, kept, place, each, warmUps }) => {
      const opened: Opened[] = [];
      for (const [index, { global, open }] of ways.entries()) {
        const library = (
          globalThis as unknown as Record<string, Record<string, (name: string) => Promise<Opened>>>
        )[global];
        const store = await library?.[open]?.(`bench-${index}`);
        if (store === undefined) throw new Error(`${global} does not open`);
        await store.putAll(held);
        opened.push(store);
      }
      const taken = ways.map(() => ({ put: [] as number[], list: [] as number[] }));
      const timed = async (work: () => Promise<unknown>): Promise<number> => {
        const startMs = performance.now();
        await work();
        return performance.now() - startMs;
      };
      for (const [run, note] of kept.entries()) {
        for (const [index, store] of opened.entries()) {
          const put = await timed(() => store.put(note));
          const list = await timed(async () => {
            const { length } = await store.list(place);
            if (length < each) throw new Error(`${length} notes of ${each}`);
          });
          if (run < warmUps) continue;
          taken[index]?.put.push(put);
          taken[index]?.list.push(list);
        }
      }
      return taken;
    },
    {
      ways: WAYS.map(({ global, open }) => ({
        global: peers.find(({ name }) => name === global)?.variable ?? '',
        open,
      })),
      held: notesOf(HELD),
      kept: notesOf(WARM_UPS + RUNS),
      place: { eventId: event.id, sessionId: sessions[0]?.id ?? null },
      each: HELD / SESSIONS,
      warmUps: WARM_UPS,
    },
  );
  const [ours] = times.map(({ put, list }) => ({ put: median(put), list: median(list) }));
  for (const [index, { label, global }] of WAYS.entries()) {
    const put = median(times[index]?.put ?? []);
    const list = median(times[index]?.list ?? []);
    printFigure({ measure: `note kept: ${label}`, value: put, unit: 'ms' });
    printFigure({ measure: `${HELD / SESSIONS} notes of ${HELD} read: ${label}`, value: list, unit: 'ms' });
    const code = peers.find(({ name }) => name === global)?.gzipBytes ?? Number.NaN;
    printFigure({ measure: `code, gzip: ${label}`, value: code / 1024, unit: 'KiB' });
    if (index === 0 || ours === undefined) continue;
    printFigure({ measure: `note kept: ours / ${label}`, value: ours.put / put, unit: '×' });
    printFigure({ measure: `session read: ours / ${label}`, value: ours.list / list, unit: '×' });
  }
} finally {
  await host.close();
}
