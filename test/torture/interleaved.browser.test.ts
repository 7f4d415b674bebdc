/** Two surfaces over one database: edits that start from old revisions are in the text or in a kept version, every one. */
import { afterAll, expect, it } from 'vitest';
import { editNote } from '../../src/app/edit-note.ts';
import type { Ports } from '../../src/app/ports.ts';
import type { Note } from '../../src/model/note.ts';
import { asNew, newDatabaseName, newId, nowMs, openTestStore } from '../store/open-test-store.ts';
import { randomOf } from '../support/random.ts';
import { makeEvent, makeNote } from '../support/records.ts';

// A page has no environment of its own: Vite hands these over.
const SEEDS = Number(import.meta.env.VITE_TORTURE_SEEDS ?? 1);
const EDITS = Number(import.meta.env.VITE_TORTURE_EDITS ?? 150);
const FIRST = Number(import.meta.env.VITE_TORTURE_SEED ?? 20260905);
const figures = { seeds: 0, edits: 0, bothKept: 0 };

afterAll(() => console.log(`torture: interleaved edits, seed ${FIRST}: ${JSON.stringify(figures)}`));

it(`${SEEDS} × ${EDITS} edits of two surfaces`, async () => {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const random = randomOf(seed);
    const name = newDatabaseName();
    const stores = [await openTestStore(name, null), await openTestStore(name, null)];
    const ports = stores.map((store) => ({ store, nowMs, newId }) as Ports);
    const event = makeEvent();
    const notes = Array.from({ length: 5 }, () => makeNote(event, null, { revision: 0, markdown: 'start' }));
    await stores[0]?.write({ label: 'made', puts: notes.map((note) => asNew('notes', note)) });
    // What each surface has on its screen: it falls behind until it reads again.
    const screens: Note[][] = await Promise.all(stores.map((store) => store.listEventNotes(event.id)));
    const typed: string[] = [];
    let waiting: Promise<unknown>[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const side = random.int(2);
      const surface = ports[side];
      if (surface === undefined) throw new Error('no surface');
      if (random.chance(0.3)) screens[side] = await surface.store.listEventNotes(event.id);
      const shown = random.pick(screens[side] ?? []);
      const markdown = `${shown.markdown} +${side}.${edit}`;
      typed.push(`+${side}.${edit}`);
      waiting.push(
        editNote(surface, shown.id, shown.revision, { markdown }).then(({ outcome }) => {
          if (outcome === 'both-kept') figures.bothKept += 1;
        }),
      );
      if (random.chance(0.5)) {
        await Promise.all(waiting);
        waiting = [];
      }
    }
    await Promise.all(waiting);
    const kept = await stores[0]?.listEventNotes(event.id);
    const words = new Set(kept?.flatMap(({ markdown }) => markdown.split(' ')));
    expect(typed.filter((word) => !words.has(word))).toEqual([]);
    figures.seeds += 1;
    figures.edits += EDITS;
    for (const store of stores) store.close();
    indexedDB.deleteDatabase(name);
  }
}, 3_600_000);
