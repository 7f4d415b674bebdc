/** Steps on real IndexedDB: all or nothing, revisions, undo and redo, also after the database was closed. */
import { beforeEach, describe, expect, it } from 'vitest';
import { RevisionConflict, StoreFailure, UndoNotPossible } from '../../src/model/errors.ts';
import type { Note, Place } from '../../src/model/note.ts';
import { JOURNAL_LENGTH } from '../../src/store/journal.ts';
import type { Store } from '../../src/store/store.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';
import { asNew, newDatabaseName, openTestStore } from './open-test-store.ts';

const event = makeEvent();
const session = makeSession(event);
const place: Place = { eventId: event.id, sessionId: session.id };
const noteOf = (markdown: string): Note => makeNote(event, session, { markdown, revision: 0 });
const texts = async (store: Store): Promise<string[]> =>
  (await store.listNotes(place)).map(({ markdown }) => markdown);

describe('the store', () => {
  let name: string;
  let store: Store;

  beforeEach(async () => {
    name = newDatabaseName();
    store = await openTestStore(name);
    return () => {
      store.close();
      indexedDB.deleteDatabase(name);
    };
  });
  const keep = async (note: Note): Promise<Note> => {
    await store.write({ label: 'note-kept', puts: [asNew('notes', note)] });
    const [kept] = await store.getNotes([note.id]);
    if (kept === null || kept === undefined) throw new Error('not kept');
    return kept;
  };
  const change = (note: Note, markdown: string): Promise<void> =>
    store.write({
      label: 'note-edited',
      puts: [{ type: 'notes', base: note.revision, record: { ...note, markdown } }],
    });

  it('gives notes that are kept at the same moment keys of their own, in two windows too', async () => {
    const other = await openTestStore(name);
    const keepAt = (into: Store, markdown: string): Promise<void> =>
      into.write({
        label: 'note-kept',
        appends: true,
        puts: [asNew('notes', { ...noteOf(markdown), order: 'a0' })],
      });
    await Promise.all(['1', '2', '3', '4'].map((text, index) => keepAt(index % 2 ? other : store, text)));
    const orders = (await store.listNotes(place)).map(({ order }) => order);
    expect(new Set(orders).size).toBe(4);
    expect(orders).toEqual([...orders].sort());
    await store.write({
      label: 'note-kept',
      appends: true,
      puts: ['5', '6'].map((text) => asNew('notes', { ...noteOf(text), order: 'a0' })),
    });
    expect((await texts(store)).slice(4)).toEqual(['5', '6']);
    other.close();
  });

  it('counts revisions itself, from 1', async () => {
    const kept = await keep({ ...noteOf('one'), revision: 77 });
    expect(kept.revision).toBe(1);
    await change(kept, 'two');
    expect((await store.getNotes([kept.id]))[0]?.revision).toBe(2);
  });

  it('writes all of a step or nothing of it', async () => {
    const kept = await keep(noteOf('there'));
    await change(kept, 'changed');
    const image = makeImage(event, { revision: 0 });
    await expect(
      store.write({
        label: 'several',
        puts: [
          asNew('notes', noteOf('new')),
          asNew('images', image),
          { type: 'notes', base: kept.revision, record: { ...kept, markdown: 'too late' } },
        ],
        blobs: [{ hash: 'h', blob: new Blob(['x']) }],
        draftsDone: ['composer'],
        settings: { currentEventId: event.id },
      }),
    ).rejects.toThrow(RevisionConflict);
    expect(await texts(store)).toEqual(['changed']);
    expect(await store.getImage(image.id)).toBe(null);
    expect(await store.getBlob('h')).toBe(null);
    expect((await store.getSettings()).currentEventId).toBe(null);
    expect((await store.undo()).label).toBe('note-edited');
  });

  it('leaves nothing of a step whose last record the disk does not take', async () => {
    const broken = { ...noteOf('cannot be cloned'), markdown: (() => 'a function') as unknown as string };
    await expect(
      store.write({ label: 'several', puts: [asNew('notes', noteOf('first')), asNew('notes', broken)] }),
    ).rejects.toThrow(StoreFailure);
    expect(await texts(store)).toEqual([]);
    await expect(store.undo()).rejects.toThrow(UndoNotPossible);
  });

  it('refuses a write from an older revision, and a second record of one id', async () => {
    const kept = await keep(noteOf('one'));
    await change(kept, 'by the other window');
    const late = change(kept, 'by this window');
    await expect(late).rejects.toThrow(RevisionConflict);
    await expect(late).rejects.toMatchObject({ details: { type: 'notes', expected: 1, found: 2 } });
    await expect(keep(kept)).rejects.toThrow(RevisionConflict);
    expect(await texts(store)).toEqual(['by the other window']);
  });

  it('says that a write is done when another connection can read it, blobs and all', async () => {
    const blob = new Blob([new Uint8Array([1, 2, 3])], { type: 'image/png' });
    await store.write({ label: 'kept', puts: [asNew('notes', noteOf('one'))], blobs: [{ hash: 'h', blob }] });
    const other = await openTestStore(name);
    expect(await texts(other)).toEqual(['one']);
    const read = await other.getBlob('h');
    expect([read?.type, ...new Uint8Array((await read?.arrayBuffer()) ?? new ArrayBuffer(0))]).toEqual([
      'image/png',
      1,
      2,
      3,
    ]);
    other.close();
  });

  it('takes steps back and does them again, also after closing', async () => {
    const kept = await keep(noteOf('one'));
    await change(kept, 'two');
    store.close();
    store = await openTestStore(name);
    expect((await store.undo()).label).toBe('note-edited');
    expect(await texts(store)).toEqual(['one']);
    expect((await store.undo()).label).toBe('note-kept');
    expect(await texts(store)).toEqual([]);
    await expect(store.undo()).rejects.toThrow(UndoNotPossible);
    store.close();
    store = await openTestStore(name);
    expect((await store.redo()).label).toBe('note-kept');
    expect((await store.redo()).label).toBe('note-edited');
    expect(await texts(store)).toEqual(['two']);
    await expect(store.redo()).rejects.toThrow(UndoNotPossible);
    expect((await store.getNotes([kept.id]))[0]?.revision).toBe(6);
  });

  it('takes one step back although others came after it', async () => {
    const kept = await keep(noteOf('one'));
    let step: number | null = null;
    const stop = store.subscribe((told) => {
      step = told.step;
    });
    await store.write({
      label: 'note-deleted',
      puts: [{ type: 'notes', base: 1, record: { ...kept, deletedAt: '2026-09-05T01:00:00.000Z' } }],
    });
    stop();
    await keep(noteOf('a line jotted meanwhile'));
    expect(step).not.toBe(null);
    expect((await store.undo(step ?? -1)).label).toBe('note-deleted');
    expect(await texts(store)).toEqual(['one', 'a line jotted meanwhile']);
    await expect(store.undo(step ?? -1)).rejects.toThrow(UndoNotPossible);
    expect((await store.undo()).label).toBe('note-kept');
    expect(await texts(store)).toEqual(['one']);
  });

  it('takes back a step of several records as one', async () => {
    const notes = [noteOf('one'), noteOf('two'), noteOf('three')];
    await store.write({ label: 'kept', puts: notes.map((note) => asNew('notes', note)) });
    await store.undo();
    expect(await texts(store)).toEqual([]);
    await store.redo();
    expect(await texts(store)).toEqual(['one', 'two', 'three']);
  });

  it('forgets what could be done again when something new is done', async () => {
    await keep(noteOf('one'));
    await store.undo();
    await keep(noteOf('two'));
    await expect(store.redo()).rejects.toMatchObject({ details: { reason: 'nothing' } });
    expect(await texts(store)).toEqual(['two']);
  });

  it('does not take back a step whose record was changed since without one', async () => {
    const kept = await keep(noteOf('one'));
    await store.write({
      label: 'import',
      undoable: false,
      puts: [{ type: 'notes', base: 1, record: { ...kept, markdown: 'imported' } }],
    });
    await expect(store.undo()).rejects.toMatchObject({ details: { reason: 'changed-since' } });
    expect(await texts(store)).toEqual(['imported']);
  });

  it('takes back and does again what was exported since, and keeps what the export wrote', async () => {
    await store.write({ label: 'event-created', puts: [asNew('events', event)] });
    const renamed = { ...event, name: 'Renamed' };
    await store.write({ label: 'event-edited', puts: [{ type: 'events', base: 1, record: renamed }] });
    const lastExport = {
      at: event.createdAt,
      revision: 3,
      changedAt: event.createdAt,
      slug: 'renamed',
      date: '2026-05-04',
      imageNames: {},
      files: [],
      text: '# Renamed',
    };
    await store.write({
      label: 'exported',
      undoable: false,
      puts: [{ type: 'events', base: 2, record: { ...renamed, lastExport } }],
    });
    await store.undo();
    expect(await store.getEvent(event.id)).toMatchObject({ name: event.name, lastExport });
    await store.redo();
    expect(await store.getEvent(event.id)).toMatchObject({ name: 'Renamed', lastExport });
    await store.undo();
    await store.undo();
    expect(await store.getEvent(event.id)).toBeNull();
  });

  it('does not take back what cannot be taken back: settings, drafts, an import', async () => {
    await store.write({ label: 'event-chosen', puts: [], settings: { currentEventId: event.id } });
    await store.write({ label: 'import', undoable: false, puts: [asNew('notes', noteOf('one'))] });
    await expect(store.undo()).rejects.toMatchObject({ details: { reason: 'nothing' } });
  });

  it('keeps the last steps of the journal and no more', async () => {
    const extra = 7;
    for (let index = 0; index < JOURNAL_LENGTH + extra; index += 1) await keep(noteOf(String(index)));
    let undone = 0;
    while (
      await store.undo().then(
        () => true,
        () => false,
      )
    )
      undone += 1;
    expect(undone).toBe(JOURNAL_LENGTH);
    expect(await texts(store)).toEqual(Array.from({ length: extra }, (_, index) => String(index)));
  });

  it('tells every connection what a step touched, and from where to where a note went', async () => {
    const other = await openTestStore(name);
    const kept = await keep(noteOf('one'));
    const told: unknown[] = [];
    const stop = other.subscribe((step) => told.push(step));
    await store.write({
      label: 'note-moved',
      puts: [{ type: 'notes', base: 1, record: { ...kept, sessionId: null } }],
    });
    await expect.poll(() => told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      label: 'note-moved',
      settings: false,
      records: [{ type: 'notes', id: kept.id, places: [place, { eventId: event.id, sessionId: null }] }],
    });
    await expect(
      store.write({ label: 'late', puts: [{ type: 'notes', base: 1, record: kept }] }),
    ).rejects.toThrow();
    stop();
    await store.undo();
    expect(told).toHaveLength(1);
    other.close();
  });

  it('of two writes from one revision, one wins and the other is told, in whatever connection', async () => {
    const other = await openTestStore(name);
    const kept = await keep(noteOf('one'));
    const put = (markdown: string) => ({
      label: 'note-edited',
      puts: [{ type: 'notes' as const, base: 1, record: { ...kept, markdown } }],
    });
    const outcomes = await Promise.allSettled([store.write(put('left')), other.write(put('right'))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(['left', 'right']).toContain((await texts(store))[0]);
    other.close();
  });
});
