/** A store in a thread of its own, which can be killed with a write in flight as a page of ours can. */
import { openVault } from '../../src/store/backup/vault.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Step, Store } from '../../src/store/store.ts';
import { readZipped, zipOf } from '../store/backup/round-trip.ts';

/** What can be asked of it; everything is answered with `null`, `read` with the living notes, a failure with its name. */
export type Asked =
  | { readonly what: 'open'; readonly name: string }
  | { readonly what: 'write'; readonly step: Step }
  | { readonly what: 'undo' | 'redo' | 'read' }
  | { readonly what: 'restore'; readonly mode: 'add' | 'replace' };

// Behind every time that the tests set, and going on.
let ms = Date.now() + 1_000_000_000;
const nowMs = (): number => {
  ms += 1;
  return ms;
};
let store: Store | undefined;
let opened = '';

/** Everything out and in again: changes nothing, not even what can be undone. */
const restore = async (mode: 'add' | 'replace'): Promise<void> => {
  const vault = await openVault(nowMs, opened);
  const { holdings, images } = await vault.readAll();
  const backup = await readZipped(await zipOf(holdings, images));
  await vault.restore(backup, { mode, nameOf: (other) => other });
  vault.close();
};

const answer = async (asked: Asked): Promise<unknown> => {
  if (asked.what === 'open') {
    opened = asked.name;
    store = await openStore({ nowMs, mirror: null, name: opened });
    return null;
  }
  if (store === undefined) throw new Error('not open');
  if (asked.what === 'write') await store.write(asked.step);
  else if (asked.what === 'restore') await restore(asked.mode);
  else if (asked.what === 'read') return store.listAllNotes();
  else await store[asked.what]();
  return null;
};

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data).then(
    (value) => postMessage({ value }),
    (error: unknown) => postMessage({ failed: String(error) }),
  );
});
