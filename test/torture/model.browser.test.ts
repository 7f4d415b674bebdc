/** The store against a model: keep, edit, move, delete, undo, redo, restore and reopen in random order; equal after each reopening. */
import { afterAll, expect, it } from 'vitest';
import type { Note } from '../../src/model/note.ts';
import { openVault, type Vault } from '../../src/store/backup/vault.ts';
import type { Store } from '../../src/store/store.ts';
import { readZipped, zipOf } from '../store/backup/round-trip.ts';
import { asNew, newDatabaseName, nowMs, openTestStore } from '../store/open-test-store.ts';
import { randomOf } from '../support/random.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';

// A page has no environment of its own: Vite hands these over.
const SEEDS = Number(import.meta.env.VITE_TORTURE_SEEDS ?? 1);
const OPERATIONS = Number(import.meta.env.VITE_TORTURE_OPERATIONS ?? 300);
const FIRST = Number(import.meta.env.VITE_TORTURE_SEED ?? 20260905);
/** Steps that the journal keeps. */
const UNDOABLE = 200;
const figures = { seeds: 0, operations: 0, comparisons: 0 };

afterAll(() => console.log(`torture: model, seed ${FIRST}: ${JSON.stringify(figures)}`));

/** What a person sees: words and place of each living note. */
type Seen = ReadonlyMap<string, string>;

it(`${SEEDS} × ${OPERATIONS} operations against a model`, async () => {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const random = randomOf(seed);
    const name = newDatabaseName();
    let store: Store = await openTestStore(name, null);
    const vault: Vault = await openVault(nowMs, name);
    const event = makeEvent();
    const sessions = [null, makeSession(event), makeSession(event)];
    const read = async (): Promise<readonly Note[]> => store.listEventNotes(event.id);
    const seenIn = (notes: readonly Note[]): Seen =>
      new Map(notes.map(({ id, sessionId, markdown }) => [id, `${sessionId}: ${markdown}`]));
    let seen: Seen = new Map();
    /** What was seen before each step that can be undone, and after each that can be done again. */
    let past: Seen[] = [];
    let future: Seen[] = [];
    const compare = async (): Promise<void> => {
      const found = seenIn(await read());
      expect([...found].sort()).toEqual([...seen].sort());
      figures.comparisons += 1;
    };
    const stepped = (next: Seen): void => {
      past = [...past, seen].slice(-UNDOABLE);
      future = [];
      seen = next;
    };
    const change = async (label: string, note: Note, fields: Partial<Note>): Promise<void> => {
      const record = { ...note, ...fields } as Note;
      await store.write({ label, puts: [{ type: 'notes', base: note.revision, record }] });
      const next = new Map(seen);
      if (record.deletedAt === null) next.set(note.id, `${record.sessionId}: ${record.markdown}`);
      else next.delete(note.id);
      stepped(next);
    };
    for (let operation = 0; operation < OPERATIONS; operation += 1) {
      const notes = await read();
      const what = random.int(20);
      const session = random.pick(sessions);
      if (what < 6 || notes.length === 0) {
        const note = makeNote(event, session, { revision: 0, markdown: `kept ${operation}` });
        await store.write({ label: 'note-kept', puts: [asNew('notes', note)] });
        stepped(new Map(seen).set(note.id, `${note.sessionId}: ${note.markdown}`));
      } else if (what < 10)
        await change('note-edited', random.pick(notes), { markdown: `edited ${operation}` });
      else if (what < 12) await change('note-moved', random.pick(notes), { sessionId: session?.id ?? null });
      else if (what < 14)
        await change('note-deleted', random.pick(notes), { deletedAt: '2026-09-05T10:00:00.000Z' });
      else if (what < 17) {
        const before = past.at(-1);
        if (before === undefined) continue;
        await store.undo();
        future = [...future, seen];
        past = past.slice(0, -1);
        seen = before;
      } else if (what < 18) {
        const after = future.at(-1);
        if (after === undefined) await expect(store.redo()).rejects.toThrow();
        else {
          await store.redo();
          past = [...past, seen];
          future = future.slice(0, -1);
          seen = after;
        }
      } else if (what < 19) {
        store.close();
        store = await openTestStore(name, null);
        await compare();
      } else if (operation % 5 === 0) {
        // Everything out and in again changes nothing, not even what can be undone.
        const { holdings, images } = await vault.readAll();
        const backup = await readZipped(await zipOf(holdings, images));
        const mode = random.pick(['add', 'replace'] as const);
        await vault.restore(backup, { mode, nameOf: (other) => other });
        await compare();
      }
      figures.operations += 1;
    }
    await compare();
    figures.seeds += 1;
    store.close();
    vault.close();
    indexedDB.deleteDatabase(name);
  }
}, 3_600_000);
