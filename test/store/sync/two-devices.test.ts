/**
 * The spike of `docs/sync.md`: two devices share an event's notes through the real Hocuspocus server. Nothing of it is in
 * the product; it shows that its records can be carried.
 */
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { Server } from '@hocuspocus/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createEvent, emptyEvent } from '../../../src/app/create-event.ts';
import { createSession, EMPTY_SESSION } from '../../../src/app/create-session.ts';
import { deleteNotes } from '../../../src/app/delete-note.ts';
import { editNote } from '../../../src/app/edit-note.ts';
import { keepNotes, textNote } from '../../../src/app/keep-note.ts';
import { createIdSource } from '../../../src/model/ids.ts';
import type { Note } from '../../../src/model/note.ts';
import { type Device, openDevice } from './device.ts';

const blobs = new Map<string, Buffer>();

/** Images beside the document: each under the hash of its bytes, so that no two devices can disagree. */
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  onRequest: async ({ request, response }) => {
    const hash = /^\/blobs\/([0-9a-f]{64})$/.exec(request.url ?? '')?.[1];
    if (hash === undefined) return;
    if (request.method === 'PUT') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const isTrue = createHash('sha256').update(bytes).digest('hex') === hash;
      if (isTrue) blobs.set(hash, bytes);
      response.writeHead(isTrue ? 204 : 422).end();
    } else {
      const bytes = blobs.get(hash);
      response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
    }
    // The server's own answer is left out by a rejection without a reason.
    return Promise.reject();
  },
});

const EVENT = createIdSource(
  () => 0,
  (bytes) => bytes.fill(1),
)();
let ada: Device;
let bo: Device;
let place: { readonly eventId: string; readonly sessionId: string };

const textsOf = async ({ ports, settled }: Device): Promise<readonly string[]> => {
  await settled();
  return (await ports.store.listNotes(place)).map(({ markdown }) => markdown);
};
const both = async (check: (texts: readonly string[]) => void): Promise<void> => {
  for (const device of [ada, bo]) await vi.waitFor(async () => check(await textsOf(device)), 15_000);
};
const noteOf = async (device: Device, text: string): Promise<Note> => {
  const notes = await device.ports.store.listNotes(place);
  const note = notes.find(({ markdown }) => markdown === text);
  if (note === undefined) throw new Error(`no note "${text}"`);
  return note;
};
const edit = async (device: Device, before: string, markdown: string): Promise<void> => {
  const note = await noteOf(device, before);
  await editNote(device.ports, note.id, note.revision, { markdown });
};

beforeAll(async () => {
  await server.listen();
  ada = await openDevice(server.webSocketURL, EVENT);
  bo = await openDevice(server.webSocketURL, EVENT);
});
afterAll(async () => {
  await ada?.close();
  await bo?.close();
  await server.destroy();
});

describe('two devices with one event', { timeout: 40_000 }, () => {
  it('what one wrote before it ever was online comes to the other, in its order', async () => {
    const event = await createEvent(ada.ports, emptyEvent('Coast Conf', 'en', 'Europe/Berlin'));
    const session = await createSession(ada.ports, event.id, { ...EMPTY_SESSION, title: 'Tides' });
    place = { eventId: event.id, sessionId: session.id };
    await keepNotes(ada.ports, place, [textNote('Queues are small'), textNote('Second'), textNote('Third')]);
    await ada.online();
    await bo.online();
    await both((texts) => expect(texts).toEqual(['Queues are small', 'Second', 'Third']));
    expect(await bo.ports.store.getSession(session.id)).toMatchObject({ title: 'Tides' });
  });

  it('both edit, add and delete offline; nothing of it is lost', async () => {
    await ada.offline();
    await bo.offline();
    await edit(ada, 'Queues are small', 'Queues are kept small');
    await edit(bo, 'Queues are small', 'Queues are small, and watched');
    await keepNotes(ada.ports, place, [textNote('from Ada')]);
    await keepNotes(bo.ports, place, [textNote('from Bo')]);
    await deleteNotes(bo.ports, [(await noteOf(bo, 'Second')).id]);
    await ada.online();
    await bo.online();
    await both((texts) => {
      expect(texts.toSorted()).toEqual(
        ['Queues are kept small, and watched', 'Third', 'from Ada', 'from Bo'].toSorted(),
      );
      expect(texts[0]).toBe('Queues are kept small, and watched');
    });
    expect(await textsOf(ada)).toEqual(await textsOf(bo));
  });

  it('a third device that comes later gets the same', async () => {
    const late = await openDevice(server.webSocketURL, EVENT);
    await late.online();
    await vi.waitFor(async () => expect(await textsOf(late)).toEqual(await textsOf(ada)), 15_000);
    await late.close();
  });

  it('images travel by the hash of their bytes; others are refused', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    const hash = createHash('sha256').update(bytes).digest('hex');
    const at = `${server.httpURL}/blobs/${hash}`;
    expect((await fetch(at)).status).toBe(404);
    expect((await fetch(at, { method: 'PUT', body: 'something else' })).status).toBe(422);
    expect((await fetch(at, { method: 'PUT', body: bytes })).status).toBe(204);
    expect(new Uint8Array(await (await fetch(at)).arrayBuffer())).toEqual(bytes);
  });
});
