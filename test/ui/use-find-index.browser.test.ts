/** The palette's index: complete for whoever asks for it, however soon it is closed and opened again. */
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import { PortsContext, type SurfacePorts } from '../../src/ui/ports-context.ts';
import { useFindIndex } from '../../src/ui/use-find-index.ts';
import { asNew, newDatabaseName, openTestStore } from '../store/open-test-store.ts';
import { makeEvent } from '../support/records.ts';

/** Opens a palette of one line: how much it knows, and whether that is all. */
const open = (store: Store): { readonly text: () => string; readonly close: () => void } => {
  const root = document.createElement('div');
  const Palette = () => {
    const { index, ready } = useFindIndex();
    return `${ready ? 'all' : 'some'} ${index.length}`;
  };
  render(h(PortsContext.Provider, { value: { store } as SurfacePorts, children: h(Palette, {}) }), root);
  return { text: () => root.textContent ?? '', close: () => render(null, root) };
};

it('is complete in a palette that was closed and opened at once', async () => {
  const name = newDatabaseName();
  const store = await openTestStore(name, null);
  const puts = [makeEvent({ revision: 0 }), makeEvent({ revision: 0 })].map((event) =>
    asNew('events', event),
  );
  await store.write({ label: 'seed', puts: puts.slice(0, 1) });
  const first = open(store);
  // Its effects have run, and the reading has begun.
  await new Promise((resolve) => setTimeout(resolve, 50));
  first.close();
  await store.write({ label: 'seed', puts: puts.slice(1) });

  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const listEvents = vi.spyOn(store, 'listEvents').mockImplementation(async () => {
    await held;
    listEvents.mockRestore();
    return store.listEvents();
  });
  const second = open(store);
  await vi.waitFor(() => expect(listEvents).toHaveBeenCalled());
  second.close();
  const third = open(store);
  expect(third.text()).toBe('some 1');
  answer();
  await vi.waitFor(() => expect(third.text()).toBe('all 2'));
  third.close();
  store.close();
  indexedDB.deleteDatabase(name);
});
