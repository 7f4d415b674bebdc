/** Random stores out, in, and out again: the same bytes. */
import { afterAll, expect, it } from 'vitest';
import { openVault } from '../../src/store/backup/vault.ts';
import { readZipped, zipOf } from '../store/backup/round-trip.ts';
import { newDatabaseName, nowMs } from '../store/open-test-store.ts';
import { randomOf } from '../support/random.ts';
import { randomStore } from '../support/random-holdings.ts';

// A page has no environment of its own: Vite hands these over.
const COUNT = Number(import.meta.env.VITE_TORTURE_STORES ?? 15);
const SEED = Number(import.meta.env.VITE_TORTURE_SEED ?? 20260905);
const figures = { trials: 0, records: 0 };

afterAll(() => console.log(`torture: round trip, seed ${SEED}: ${JSON.stringify(figures)}`));

it(`export → restore → export of ${COUNT} random stores`, async () => {
  const name = newDatabaseName();
  const vault = await openVault(nowMs, name);
  const random = randomOf(SEED);
  for (let left = COUNT; left > 0; left -= 1) {
    const { holdings, images } = await randomStore(random, 10);
    const first = await zipOf(holdings, images);
    await vault.restore(await readZipped(first), { mode: 'replace', nameOf: (event) => event });
    const everything = await vault.readAll();
    const again = await zipOf(everything.holdings, everything.images);
    expect(new Uint8Array(await again.arrayBuffer())).toEqual(new Uint8Array(await first.arrayBuffer()));
    figures.trials += 1;
    figures.records += holdings.notes.length + holdings.sessions.length + holdings.events.length;
  }
  vault.close();
  indexedDB.deleteDatabase(name);
}, 1_200_000);
