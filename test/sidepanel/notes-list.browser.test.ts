/** The list of notes: an edit that is done stays done, also for a card that leaves the window and comes back. */
import { h, render } from 'preact';
import { expect, it, vi } from 'vitest';
import { keepNotes, textNote } from '../../src/app/keep-note.ts';
import { readSituation } from '../../src/app/read-situation.ts';
import { instantOf } from '../../src/model/time.ts';
import { NotesList } from '../../src/sidepanel/notes-list.tsx';
import { PortsContext, type SurfacePorts } from '../../src/ui/ports-context.ts';
import { provideStrings } from '../../src/ui/strings.ts';
import { asNew, newDatabaseName, newId, nowMs, openTestStore } from '../store/open-test-store.ts';
import { makeEvent } from '../support/records.ts';

const COUNT = 200;

it('an edit that was under way and is done does not begin again', async () => {
  provideStrings((key) => key, 'en');
  const name = newDatabaseName();
  const store = await openTestStore(name);
  const event = makeEvent({ revision: 0 });
  await store.write({
    label: 'seed',
    puts: [asNew('events', event)],
    settings: { currentEventId: event.id },
  });
  const ports = { store, nowMs, newId, machineTimeZone: () => 'UTC' } as SurfacePorts;
  const texts = Array.from({ length: COUNT }, (_, index) => textNote(`note ${index}`));
  const kept = await keepNotes(ports, { eventId: event.id, sessionId: null }, texts);
  const last = kept.at(-1)?.id ?? '';
  store.putDraft({
    target: `note:${last}`,
    text: 'as typed before',
    caret: 0,
    baseRevision: 1,
    updatedAt: instantOf(nowMs()),
  });

  const root = document.createElement('div');
  const style = document.createElement('style');
  style.textContent = '.notes { height: 300px; overflow: auto } .note { height: 60px }';
  document.body.append(style, root);
  const list = h(NotesList, {
    situation: await readSituation(ports),
    composer: { current: null },
    shortcuts: Promise.resolve(new Map()),
    reveal: null,
    onBegin: () => undefined,
  });
  render(h(PortsContext.Provider, { value: ports, children: list }), root);
  const field = () => root.querySelector<HTMLTextAreaElement>('textarea');
  const card = () => root.querySelector(`[data-note="${last}"]`);
  await vi.waitFor(() => expect(field()?.value).toBe('as typed before'));
  field()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await vi.waitFor(() => expect(field()).toBeNull());
  await vi.waitFor(() => expect(card()?.textContent).toContain('as typed before'));

  const scrollTo = (top: number): void => {
    const notes = root.querySelector('.notes');
    notes?.dispatchEvent(new WheelEvent('wheel', { deltaY: top === 0 ? -1 : 1 }));
    notes?.scrollTo({ top });
  };
  await vi.waitFor(
    () => {
      scrollTo(0);
      expect(card()).toBeNull();
    },
    { timeout: 10_000 },
  );
  await vi.waitFor(
    () => {
      scrollTo(1_000_000);
      expect(card()).not.toBeNull();
    },
    { timeout: 10_000 },
  );
  expect(field()).toBeNull();
  render(null, root);
  style.remove();
  root.remove();
  store.close();
  indexedDB.deleteDatabase(name);
});
