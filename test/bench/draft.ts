/** What a draft costs a keystroke: the time in which the panel writes both copies of it, and until the one in IndexedDB is done. */
import { launchLanyard } from '../support/extension.ts';
import { median, percentile, printFigure } from '../support/figures.ts';
import { composer } from '../support/panel-page.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { seedStored } from '../support/stored.ts';

const KEYS = 600;

interface Watched {
  /** Milliseconds of the page's own thread, for each key. */
  held: number[];
  /** Milliseconds until the transaction of a draft has completed. */
  done: number[];
}

const lanyard = await launchLanyard();
try {
  // tsx names the functions it compiles, also those that run in the page.
  await lanyard.context.addInitScript('globalThis.__name = (named) => named');
  const event = makeEvent();
  await seedStored(lanyard, { event, sessions: [makeSession(event)] });
  const panel = await lanyard.openExtensionPage('src/sidepanel/sidepanel.html');
  await composer(panel).focus();
  await panel.evaluate(() => {
    const watched: Watched = { held: [], done: [] };
    Object.assign(globalThis, { watched });
    let heldMs = 0;
    // The calls that a draft is made of; what they take is taken from the person's key.
    const timed = (prototype: object, name: string): void => {
      const real = Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
      Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
        const startMs = performance.now();
        const answer = real.apply(this, given);
        heldMs += performance.now() - startMs;
        if (answer instanceof IDBTransaction && answer.mode === 'readwrite')
          answer.addEventListener('complete', () => watched.done.push(performance.now() - startMs));
        return answer;
      });
    };
    timed(Storage.prototype, 'setItem');
    timed(IDBDatabase.prototype, 'transaction');
    timed(IDBObjectStore.prototype, 'put');
    timed(IDBTransaction.prototype, 'commit');
    addEventListener(
      'beforeinput',
      () => {
        heldMs = 0;
      },
      true,
    );
    addEventListener('input', () => {
      setTimeout(() => watched.held.push(heldMs));
    });
  });
  const line = 'what was said, in a line that goes on and on; ';
  for (let key = 0; key < KEYS; key += 1)
    await panel.keyboard.press(line[key % line.length] === ' ' ? 'Space' : 'x');
  const { held, done } = await panel.evaluate(() => (globalThis as unknown as { watched: Watched }).watched);
  if (held.length < KEYS || done.length === 0) throw new Error(`${held.length} keys, ${done.length} drafts`);
  printFigure({
    measure: `a key’s draft, on the page’s thread, median of ${KEYS}`,
    value: median(held),
    unit: 'ms',
  });
  printFigure({
    measure: 'a key’s draft, on the page’s thread, 95th percentile',
    value: percentile(held, 0.95),
    unit: 'ms',
  });
  printFigure({
    measure: 'a key’s draft, until its transaction is done, median',
    value: median(done),
    unit: 'ms',
  });
  printFigure({ measure: 'drafts written', value: done.length, unit: '' });
} finally {
  await lanyard.close();
}
