/** The use cases behind the recap page and its forms, on a real store over an IndexedDB in memory. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeTimeZone } from '../../src/app/change-time-zone.ts';
import { createEvent, emptyEvent } from '../../src/app/create-event.ts';
import { createSession, EMPTY_SESSION } from '../../src/app/create-session.ts';
import { deleteEvent } from '../../src/app/delete-event.ts';
import { describeImage } from '../../src/app/describe-image.ts';
import { editEvent } from '../../src/app/edit-event.ts';
import { editFrontMatter, editRecapOptions } from '../../src/app/edit-front-matter.ts';
import { editNote } from '../../src/app/edit-note.ts';
import { keepNotes, textNote } from '../../src/app/keep-note.ts';
import {
  loadRecap,
  loadRecapRecords,
  NOTHING_TOUCHED,
  refreshRecapRecords,
  touchedBy,
} from '../../src/app/load-recap.ts';
import { moveAllNotes } from '../../src/app/move-all-notes.ts';
import { moveNote } from '../../src/app/move-note.ts';
import { moveSession } from '../../src/app/move-session.ts';
import type { Ports, StoreChange } from '../../src/app/ports.ts';
import type { ConferenceEvent } from '../../src/model/event.ts';
import { imageAddress } from '../../src/model/image.ts';
import { INBOX } from '../../src/model/note.ts';
import { openStore } from '../../src/store/open-store.ts';
import { asNew, newDatabaseName, newId, nowMs } from '../store/open-test-store.ts';
import { makeImage, makeSession } from '../support/records.ts';

let ports: Ports;
let event: ConferenceEvent;

beforeEach(async () => {
  const store = await openStore({ nowMs, mirror: null, name: newDatabaseName() });
  ports = {
    store,
    nowMs,
    newId,
    machineTimeZone: () => 'UTC',
    measureImage: () => Promise.reject(new Error('no images here')),
  };
  event = await createEvent(ports, emptyEvent('River Conf', 'en', 'UTC'));
});

const overview = () => ({ eventId: event.id, sessionId: null });

describe('changeTimeZone', () => {
  it('moves the sessions so that their clocks read the same, in one step', async () => {
    const times = { startsAt: '2026-08-05T10:00:00.000Z', endsAt: '2026-08-06T00:30:00.000Z' };
    const timed = await createSession(ports, event.id, { ...EMPTY_SESSION, ...times });
    const untimed = await createSession(ports, event.id, EMPTY_SESSION);
    await changeTimeZone(ports, event.id, 'Asia/Seoul', { venue: 'Hall' });
    expect(await ports.store.getEvent(event.id)).toMatchObject({ timeZone: 'Asia/Seoul', venue: 'Hall' });
    expect(await ports.store.getSession(timed.id)).toMatchObject({
      startsAt: '2026-08-05T01:00:00.000Z',
      endsAt: '2026-08-05T15:30:00.000Z',
    });
    expect((await ports.store.getSession(untimed.id))?.revision).toBe(1);
    await ports.store.undo();
    expect(await ports.store.getEvent(event.id)).toMatchObject({ timeZone: 'UTC', venue: '' });
    expect(await ports.store.getSession(timed.id)).toMatchObject(times);
  });
});

describe('front matter and options', () => {
  it('change one by one', async () => {
    await editFrontMatter(ports, event.id, { title: 'A title' });
    await editFrontMatter(ports, event.id, { keywords: ['go'] });
    await editRecapOptions(ports, event.id, { spacers: true });
    expect(await ports.store.getEvent(event.id)).toMatchObject({
      frontMatter: { title: 'A title', date: null, keywords: ['go'] },
      recapOptions: { spacers: true, imageNames: 'numbered' },
    });
  });
});

describe('describeImage', () => {
  it.each([
    ['![](https://a.example/x.png)', '![A boat](https://a.example/x.png)'],
    ['a ![ ](<https://a.example/x.png> "t") b', 'a ![A boat](<https://a.example/x.png> "t") b'],
    ['![](https://a.example/x.png.bak)', '![](https://a.example/x.png.bak)'],
    ['![Known](https://a.example/x.png)', '![Known](https://a.example/x.png)'],
  ])('%s', async (before, after) => {
    const [note] = await keepNotes(ports, overview(), [textNote(before)]);
    await describeImage(ports, note?.id ?? '', 'https://a.example/x.png', ' A [boat]\n');
    const [read] = await ports.store.getNotes([note?.id ?? '']);
    expect(read?.markdown).toBe(after);
  });
});

describe('moveAllNotes', () => {
  it('empties the inbox in one step, in order, and can be undone', async () => {
    await keepNotes(ports, overview(), [textNote('before')]);
    await keepNotes(ports, INBOX, [textNote('one'), textNote('two')]);
    await moveAllNotes(ports, INBOX, overview());
    const texts = async () => (await ports.store.listNotes(overview())).map(({ markdown }) => markdown);
    expect(await texts()).toEqual(['before', 'one', 'two']);
    expect(await ports.store.listNotes(INBOX)).toEqual([]);
    await ports.store.undo();
    expect(await texts()).toEqual(['before']);
    expect(await ports.store.listNotes(INBOX)).toHaveLength(2);
    await moveAllNotes(ports, overview(), overview());
    expect(await texts()).toEqual(['before']);
  });
});

/** The ports with a store that answers one question once, and then does something before the caller goes on. */
const meanwhile = (question: 'getEvent' | 'listNotes', work: () => Promise<unknown>): Ports => {
  let asked = false;
  const answer = async (...given: [never]): Promise<unknown> => {
    const answered = await ports.store[question](...given);
    if (!asked) {
      asked = true;
      await work();
    }
    return answered;
  };
  return { ...ports, store: { ...ports.store, [question]: answer } };
};

describe('what another window changed in between', () => {
  it('stays in notes that are moved all at once', async () => {
    const [note] = await keepNotes(ports, INBOX, [textNote('one')]);
    const elsewhere = meanwhile('listNotes', () =>
      editNote(ports, note?.id ?? '', 1, { markdown: 'changed' }),
    );
    await moveAllNotes(elsewhere, INBOX, overview());
    expect((await ports.store.listNotes(overview())).map(({ markdown }) => markdown)).toEqual(['changed']);
  });

  it('does not keep an event from being deleted', async () => {
    const elsewhere = meanwhile('getEvent', () => editEvent(ports, event.id, { venue: 'Hall' }));
    await deleteEvent(elsewhere, event.id);
    expect(await ports.store.getEvent(event.id)).toBeNull();
  });
});

describe('sessions that share an order key, as after a merge of devices', () => {
  const titles = async () => (await ports.store.listSessions(event.id)).map(({ title }) => title);
  const at = (hour: number) => ({ startsAt: `2026-08-05T${hour}:00:00.000Z` });
  beforeEach(async () => {
    const sessions = [
      makeSession(event, { title: 'ten', order: 'a1', revision: 0, ...at(10) }),
      makeSession(event, { title: 'twelve', order: 'a1', revision: 0, ...at(12) }),
      makeSession(event, { title: 'two', order: 'a2', revision: 0, ...at(14) }),
    ];
    await ports.store.write({ label: 'seed', puts: sessions.map((session) => asNew('sessions', session)) });
  });

  it('take one between them where it is dropped', async () => {
    const [, second, last] = await ports.store.listSessions(event.id);
    await moveSession(ports, last?.id ?? '', second?.id ?? '');
    expect(await titles()).toEqual(['ten', 'two', 'twelve']);
    await ports.store.undo();
    expect(await titles()).toEqual(['ten', 'twelve', 'two']);
  });

  it('take a new one between them by its time', async () => {
    await createSession(ports, event.id, { ...EMPTY_SESSION, title: 'eleven', ...at(11) });
    expect(await titles()).toEqual(['ten', 'eleven', 'twelve', 'two']);
  });
});

describe('the records of a recap', () => {
  it('read again where they were touched are what they would be read whole', async () => {
    const first = await createSession(ports, event.id, { ...EMPTY_SESSION, title: 'First' });
    const second = await createSession(ports, event.id, { ...EMPTY_SESSION, title: 'Second' });
    const place = { eventId: event.id, sessionId: first.id };
    const [note, other] = await keepNotes(ports, place, [textNote('one'), textNote('two')]);
    let records = await loadRecapRecords(ports, event.id);
    let touched = NOTHING_TOUCHED;
    ports.store.subscribe((change) => {
      touched = touchedBy(touched, change, event.id);
    });
    const follow = async () => {
      records = records === null ? null : await refreshRecapRecords(ports, records, touched);
      touched = NOTHING_TOUCHED;
      const whole = await loadRecapRecords(ports, event.id);
      const sorted = (notes: readonly { readonly id: string }[] = []) =>
        notes.toSorted((left, right) => (left.id < right.id ? -1 : 1));
      expect({ ...records, notes: sorted(records?.notes) }).toEqual({
        ...whole,
        notes: sorted(whole?.notes),
      });
    };
    await moveNote(ports, note?.id ?? '', { eventId: event.id, sessionId: second.id }, null);
    expect(touched.places).toHaveLength(2);
    await follow();
    const untouched = records?.notes.find(({ id }) => id === other?.id);
    await keepNotes(ports, overview(), [textNote('three')]);
    await editFrontMatter(ports, event.id, { title: 'New' });
    await follow();
    expect(records?.notes.find(({ id }) => id === other?.id)).toBe(untouched);
    await ports.store.undo();
    await follow();
  });

  it('are not touched by what happens elsewhere', async () => {
    const elsewhere: StoreChange = {
      records: [
        { type: 'notes', id: 'n', places: [INBOX] },
        { type: 'events', id: 'other', places: [] },
      ],
      settings: true,
      label: null,
      step: null,
    };
    expect(touchedBy(NOTHING_TOUCHED, elsewhere, event.id)).toBe(NOTHING_TOUCHED);
  });

  it('have the pictures of notes that came from the inbox, read whole or again', async () => {
    const picture = makeImage(event, { eventId: null });
    await ports.store.write({ label: 'images-kept', puts: [asNew('images', picture)] });
    const before = await loadRecapRecords(ports, event.id);
    await keepNotes(ports, INBOX, [
      textNote(`![A boat](${imageAddress(picture.id)})`),
      { kind: 'question', markdown: 'Where?', answer: `![](${imageAddress(newId())})`, source: null },
    ]);
    await moveAllNotes(ports, INBOX, overview());
    const whole = await loadRecapRecords(ports, event.id);
    expect(whole?.images.map(({ id }) => id)).toEqual([picture.id]);
    if (before === null) throw new Error('no records');
    const again = await refreshRecapRecords(ports, before, { ...NOTHING_TOUCHED, places: [overview()] });
    expect(again?.images).toEqual(whole?.images);
    expect((await refreshRecapRecords(ports, before, { ...NOTHING_TOUCHED, images: true }))?.images).toEqual(
      [],
    );
    const recap = await loadRecap(ports, event.id);
    expect(recap?.text).toContain('![A boat](./1.png)');
    expect(recap?.images.map(({ imageId }) => imageId)).toEqual([picture.id]);
  });

  it('become the post', async () => {
    await keepNotes(ports, overview(), [textNote('Hello **river**.')]);
    expect((await loadRecap(ports, event.id))?.text).toContain('Hello **river**.');
    expect(await loadRecap(ports, newId())).toBeNull();
  });
});
