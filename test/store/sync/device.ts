/**
 * One device of the sync spike: a real store, the event's Yjs document beside it, and the mapping between them. A record
 * is a map of its fields under its id; a note's Markdown is a text in which two people can type. A record's `revision` and
 * `updatedAt` stay on its device, where each write sets them: they guard against an older screen; the document orders what
 * devices did. Carried over, they would be set anew by each device in turn, without an end.
 */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Ports } from '../../../src/app/ports.ts';
import type { RecordType, RecordTypes } from '../../../src/store/journal.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Put } from '../../../src/store/store.ts';
import { newDatabaseName, newId, nowMs } from '../open-test-store.ts';

type AnyRecord = RecordTypes[RecordType];
type Fields = Y.Map<unknown>;

const SYNCED = ['events', 'sessions', 'notes'] as const;
type Synced = (typeof SYNCED)[number];
const TEXT = 'markdown';
const AT_HOME: ReadonlySet<string> = new Set(['revision', 'updatedAt']);

/** Puts into the text what the record has: only what differs, so that another's words stay. */
const writeText = (text: Y.Text, wanted: string): void => {
  const before = text.toString();
  if (before === wanted) return;
  const most = Math.min(before.length, wanted.length);
  let start = 0;
  while (start < most && before[start] === wanted[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === wanted.at(-1 - end)) end += 1;
  text.delete(start, before.length - start - end);
  text.insert(start, wanted.slice(start, wanted.length - end));
};

const recordOf = (fields: Fields): AnyRecord =>
  Object.fromEntries(
    [...fields].map(([name, value]) => [name, value instanceof Y.Text ? value.toString() : value]),
  ) as unknown as AnyRecord;

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

export interface Device {
  readonly ports: Ports;
  readonly online: () => Promise<void>;
  readonly offline: () => Promise<void>;
  /** Everything the device did is in its document, and what others did is in its store. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param url of the server; the event's document is called by the event's id */
export const openDevice = async (url: string, eventId: string): Promise<Device> => {
  const store = await openStore({ nowMs, mirror: null, name: newDatabaseName() });
  const doc = new Y.Doc();
  let queue: Promise<void> = Promise.resolve();
  const later = (work: () => Promise<void>): void => {
    queue = queue.then(work);
  };
  /** What is done may have more to do. */
  const settled = async (): Promise<void> => {
    let seen: Promise<void> | null = null;
    while (seen !== queue) {
      seen = queue;
      await seen;
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  const get = (type: Synced, id: string): Promise<AnyRecord | null> =>
    type === 'notes'
      ? store.getNotes([id]).then(([note]) => note ?? null)
      : type === 'sessions'
        ? store.getSession(id)
        : store.getEvent(id);

  /** From the store into the document. A record that is gone is a tombstone there too. */
  const push = async (type: Synced, id: string): Promise<void> => {
    const record = await get(type, id);
    doc.transact(() => {
      const all = doc.getMap<Fields>(type);
      const fields = all.get(id) ?? all.set(id, new Y.Map());
      if (record === null) {
        fields.set('deletedAt', fields.get('deletedAt') ?? new Date(nowMs()).toISOString());
        return;
      }
      for (const [name, value] of Object.entries(record)) {
        if (AT_HOME.has(name)) continue;
        const text = fields.get(name);
        if (name === TEXT && text instanceof Y.Text) writeText(text, String(value));
        else if (name === TEXT) fields.set(name, new Y.Text(String(value)));
        else if (!same(text, value)) fields.set(name, value);
      }
    }, 'store');
  };
  /** From the document into the store. */
  const pull = async (type: Synced, id: string): Promise<void> => {
    const fields = doc.getMap<Fields>(type).get(id);
    if (fields === undefined) return;
    const wanted = recordOf(fields);
    const here = await get(type, id);
    if (here === null && wanted.deletedAt !== null) return;
    if (here !== null && same({ ...here, ...wanted }, here)) return;
    const record = {
      ...wanted,
      revision: here?.revision ?? 0,
      updatedAt: here?.updatedAt ?? wanted.createdAt,
    };
    await store.write({
      label: 'note-edited',
      puts: [{ type, base: here?.revision ?? null, record } as unknown as Put],
      undoable: false,
    });
  };

  store.subscribe(({ records }) => {
    for (const { type, id } of records)
      for (const synced of SYNCED) if (synced === type) later(() => push(synced, id));
  });
  for (const type of SYNCED)
    doc.getMap<Fields>(type).observeDeep((events, { origin }) => {
      if (origin === 'store') return;
      const ids = events.flatMap((event) =>
        event.path.length === 0 ? [...event.changes.keys.keys()] : [String(event.path[0])],
      );
      for (const id of new Set(ids)) later(() => pull(type, id));
    });

  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket, autoConnect: false });
  const provider = new HocuspocusProvider({ websocketProvider: socket, name: eventId, document: doc });
  provider.attach();
  return {
    ports: {
      store,
      nowMs,
      newId,
      machineTimeZone: () => 'Europe/Berlin',
      measureImage: () => Promise.reject(new Error('no images here')),
    },
    online: async () => {
      await settled();
      await socket.connect();
      await until(() => provider.isSynced && !provider.hasUnsyncedChanges);
      await settled();
    },
    offline: async () => {
      socket.disconnect();
      await until(() => !provider.isSynced);
      await settled();
    },
    settled,
    close: async () => {
      provider.destroy();
      socket.destroy();
      await settled();
      doc.destroy();
      store.close();
    },
  };
};
