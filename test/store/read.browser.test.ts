/** What the store answers: order, places, counts, the last captures, the clip of an address. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { asNew, newDatabaseName, openTestStore } from './open-test-store.ts';

const event = makeEvent({ revision: 0 });
const later = makeEvent({ name: 'Later', revision: 0 });
const first = makeSession(event, { revision: 0, title: 'first' });
const second = makeSession(event, { revision: 0, title: 'second' });
const deletedAt = '2026-09-05T00:00:00.000Z';

describe('reading the store', () => {
  let store: Store;

  beforeEach(async () => {
    const name = newDatabaseName();
    store = await openTestStore(name);
    await store.write({
      label: 'seed',
      puts: [
        asNew('events', event),
        asNew('events', later),
        asNew('sessions', second),
        asNew('sessions', first),
        asNew('sessions', makeSession(event, { revision: 0, deletedAt })),
      ],
    });
    return () => {
      store.close();
      indexedDB.deleteDatabase(name);
    };
  });
  const keep = (...notes: ReturnType<typeof makeNote>[]): Promise<void> =>
    store.write({ label: 'kept', puts: notes.map((note) => asNew('notes', { ...note, revision: 0 })) });

  it('lists events, the newest first, and sessions in their order; deleted ones are gone', async () => {
    expect((await store.listEvents()).map(({ id }) => id)).toEqual([later.id, event.id]);
    expect((await store.listSessions(event.id)).map(({ title }) => title)).toEqual(['first', 'second']);
    expect(await store.listSessions(later.id)).toEqual([]);
    expect(await store.getSession('none')).toBe(null);
  });

  it('lists the notes of a place in their order, and of no other place', async () => {
    const [a, b] = [makeNote(event, first, { order: 'a2' }), makeNote(event, first, { order: 'a1' })];
    const [same, twin] = [makeNote(event, first, { order: 'a3' }), makeNote(event, first, { order: 'a3' })];
    const overview = makeNote(event, null, { markdown: 'overview' });
    const gone = makeNote(event, first, { deletedAt });
    await keep(twin, a, b, same, overview, gone, makeNote(event, second));
    const ids = (await store.listNotes({ eventId: event.id, sessionId: first.id })).map(({ id }) => id);
    expect(ids).toEqual([b.id, a.id, same.id, twin.id]);
    expect(await store.lastNoteOrder({ eventId: event.id, sessionId: first.id })).toBe('a3');
    expect(await store.lastNoteOrder({ eventId: null, sessionId: null })).toBe(null);
    expect((await store.listNotes({ eventId: event.id, sessionId: null })).map(({ id }) => id)).toEqual([
      overview.id,
    ]);
    expect(await store.listEventNotes(event.id)).toHaveLength(6);
    const counts = await store.countNotes(event.id);
    expect([null, first.id, second.id].map((id) => counts.get(id))).toEqual([1, 4, 1]);
    expect((await store.getNotes([gone.id, a.id, 'none'])).map((note) => note?.id ?? null)).toEqual([
      null,
      a.id,
      null,
    ]);
  });

  it('lists the last captures of all places, the newest first, without deleted ones', async () => {
    const at = (minute: number) => `2026-09-05T09:${String(minute).padStart(2, '0')}:00.000Z`;
    await keep(
      makeNote(event, first, { markdown: 'old', capturedAt: at(1) }),
      makeNote(event, null, { markdown: 'new', capturedAt: at(3) }),
      makeNote(event, second, { markdown: 'gone', capturedAt: at(4), deletedAt }),
      makeNote(event, second, { markdown: 'middle', capturedAt: at(2) }),
    );
    expect((await store.listRecentNotes(2)).map(({ markdown }) => markdown)).toEqual(['new', 'middle']);
  });

  it('finds the clip of an address in its place, however the address is written', async () => {
    const link = makeNote(event, first, { kind: 'link', url: 'https://Example.org/talk/', title: 'Talk' });
    await keep(link);
    const place = { eventId: event.id, sessionId: first.id };
    expect((await store.findLink(place, 'https://example.org/talk'))?.id).toBe(link.id);
    expect(await store.findLink(place, 'https://example.org/talk?page=2')).toBe(null);
    expect(await store.findLink({ ...place, sessionId: second.id }, 'https://example.org/talk')).toBe(null);
    await store.undo();
    expect(await store.findLink(place, 'https://example.org/talk')).toBe(null);
  });

  it.each([
    ['nothing', ''],
    ['a megabyte', 'x'.repeat(1024 * 1024)],
    ['control characters', 'a\u0000b\u0007c\u001bd\u0085e'],
    ['half a character', 'a\ud83d'],
    ['emoji and right-to-left words', '👩🏽‍💻 שלום مرحبا \u202e'],
    ['what looks like a key', '../../lanyard\uffff/'],
  ])('gives a text back as it was: %s', async (_name, text) => {
    const note = makeNote(event, first, { markdown: text });
    await keep(note);
    expect((await store.getNotes([note.id]))[0]?.markdown).toBe(text);
    expect(await store.listNotes({ eventId: event.id, sessionId: first.id })).toHaveLength(1);
  });
});
