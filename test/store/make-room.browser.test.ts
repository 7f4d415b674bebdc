/** What takes room is told with its size, and goes for good without passing for a loss. */
import { expect, it } from 'vitest';
import { hexOfHash } from '../../src/store/backup/sha-256.ts';
import { openCopies } from '../../src/store/copy/copy-files.ts';
import { lookForRoom, makeRoom } from '../../src/store/make-room.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';
import { asNew, newDatabaseName, nowMs, openTestStore } from './open-test-store.ts';

const DELETED = '2026-09-05T10:00:00.000Z';

it('copies, pictures of deleted notes, an event', async () => {
  const name = newDatabaseName();
  const store = await openTestStore(name, null);
  const [event, other] = [makeEvent({ name: 'Large' }), makeEvent({ name: 'Small' })];
  const session = makeSession(event, { revision: 0 });
  const blobs = await Promise.all(
    [7000, 3000].map(async (length, index) => {
      const blob = new Blob([new Uint8Array(length).fill(index)], { type: 'image/png' });
      return { blob, hash: await hexOfHash(blob) };
    }),
  );
  const images = blobs.map(({ blob, hash }) => makeImage(event, { hash, bytes: blob.size, revision: 0 }));
  const notes = images.map(({ id }) =>
    makeNote(event, session, { kind: 'image', markdown: `![](image:${id})`, revision: 0 }),
  );
  await store.write({
    label: 'made',
    puts: [
      ...[event, other].map((record) => asNew('events', { ...record, revision: 0 })),
      asNew('sessions', session),
      ...images.map((record) => asNew('images', record)),
      ...notes.map((record) => asNew('notes', record)),
    ],
    blobs,
    settings: { currentEventId: event.id },
  });
  const [large] = await store.listNotes({ eventId: event.id, sessionId: session.id });
  if (large === undefined) throw new Error('no note');
  await store.write({
    label: 'note-deleted',
    puts: [{ type: 'notes', base: large.revision, record: { ...large, deletedAt: DELETED } }],
  });
  await openCopies(name).texts.write('before-version-9.json', 'x'.repeat(500));
  await openCopies(name).images.write('f'.repeat(64), 'x'.repeat(900));

  const room = await lookForRoom(name);
  expect(room).toMatchObject({
    copies: { count: 1, bytes: 500 },
    secondPictures: { count: 1, bytes: 900 },
    database: {
      pictures: { count: 1, bytes: 7000 },
      events: [
        { name: 'Large', deleted: false, notes: 1 },
        { name: 'Small', notes: 0 },
      ],
    },
  });
  expect(room.database?.events[0]?.bytes).toBeGreaterThan(10_000);

  await makeRoom('copies', nowMs, name);
  await makeRoom('second-pictures', nowMs, name);
  await makeRoom('pictures', nowMs, name);
  const after = await lookForRoom(name);
  expect(after.copies.count).toBe(0);
  expect(after.database?.pictures).toEqual({ count: 0, bytes: 0 });
  expect(await store.getBlob(blobs[0]?.hash ?? '')).toBeNull();
  expect(await store.getBlob(blobs[1]?.hash ?? '')).not.toBeNull();
  // What would bring back a picture that is gone goes with it.
  await expect(store.undo()).rejects.toThrow('undo-not-possible');

  await makeRoom({ event: event.id }, nowMs, name);
  expect((await store.listEvents()).map((left) => left.name)).toEqual(['Small']);
  expect((await store.getSettings()).currentEventId).toBe(other.id);
  expect(await store.getBlob(blobs[1]?.hash ?? '')).toBeNull();
  store.close();
  // Less than there was, and yet no loss.
  const again = await openTestStore(name, null);
  expect(await again.listEvents()).toHaveLength(1);
  again.close();
  indexedDB.deleteDatabase(name);
});

it('a picture that another event shows stays when its own event goes', async () => {
  const name = newDatabaseName();
  const store = await openTestStore(name, null);
  const [event, other] = [makeEvent({ revision: 0 }), makeEvent({ revision: 0 })];
  const blobs = await Promise.all(
    ['shown elsewhere', 'shown here'].map(async (text) => {
      const blob = new Blob([text], { type: 'image/png' });
      return { blob, hash: await hexOfHash(blob) };
    }),
  );
  const images = blobs.map(({ hash }) => makeImage(event, { hash, revision: 0 }));
  const notes = images.map(({ id }, index) =>
    makeNote(index === 0 ? other : event, null, { markdown: `As pasted: ![](image:${id})`, revision: 0 }),
  );
  await store.write({
    label: 'made',
    puts: [
      ...[event, other].map((record) => asNew('events', record)),
      ...images.map((record) => asNew('images', record)),
      ...notes.map((record) => asNew('notes', record)),
    ],
    blobs,
  });
  await makeRoom({ event: event.id }, nowMs, name);
  expect(await store.getImage(images[0]?.id ?? '')).not.toBeNull();
  expect(await store.getBlob(blobs[0]?.hash ?? '')).not.toBeNull();
  expect(await store.getImage(images[1]?.id ?? '')).toBeNull();
  expect(await store.getBlob(blobs[1]?.hash ?? '')).toBeNull();
  store.close();
  indexedDB.deleteDatabase(name);
});
