/** The recap, live: a reading that fails hides no change for longer than until the next one. */
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { keepNotes, textNote } from '../../src/app/keep-note.ts';
import { StoreFailure } from '../../src/model/errors.ts';
import { useRecap } from '../../src/recap-page/use-recap.ts';
import { PortsContext, type SurfacePorts } from '../../src/ui/ports-context.ts';
import { provideStrings } from '../../src/ui/strings.ts';
import { asNew, newDatabaseName, newId, nowMs, openTestStore } from '../store/open-test-store.ts';
import { makeEvent } from '../support/records.ts';

it('has what changed while it could not be read', async () => {
  provideStrings((key) => key, 'en');
  const name = newDatabaseName();
  const store = await openTestStore(name, null);
  const event = makeEvent({ revision: 0 });
  await store.write({ label: 'seed', puts: [asNew('events', event)] });
  const ports = { store, nowMs, newId } as SurfacePorts;
  const place = { eventId: event.id, sessionId: null };
  const root = document.createElement('div');
  const Page = () => useRecap(event.id)?.recap.body ?? 'nothing';
  render(h(PortsContext.Provider, { value: ports, children: h(Page, {}) }), root);
  await keepNotes(ports, place, [textNote('one')]);
  await vi.waitFor(() => expect(root.textContent).toContain('one'));

  const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const listNotes = vi.spyOn(store, 'listNotes').mockRejectedValueOnce(new StoreFailure('listNotes', 'disk'));
  await keepNotes(ports, place, [textNote('two')]);
  await vi.waitFor(() => expect(report).toHaveBeenCalled());
  listNotes.mockRestore();
  report.mockRestore();
  expect(root.textContent).not.toContain('two');
  await store.write({
    label: 'event-edited',
    puts: [{ type: 'events', base: 1, record: { ...event, name: 'Renamed' } }],
  });
  await vi.waitFor(() => expect(root.textContent).toContain('two'));
  render(null, root);
  store.close();
  indexedDB.deleteDatabase(name);
});
