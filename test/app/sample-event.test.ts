/** The sample event: it comes whole, shows a session that runs now, and leaves nothing behind. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEvent, emptyEvent } from '../../src/app/create-event.ts';
import { keepNotes, textNote } from '../../src/app/keep-note.ts';
import { loadRecap } from '../../src/app/load-recap.ts';
import type { Ports } from '../../src/app/ports.ts';
import { readSituation } from '../../src/app/read-situation.ts';
import { loadSampleEvent } from '../../src/app/sample/load-sample-event.ts';
import { removeSampleEvent } from '../../src/app/sample/remove-sample-event.ts';
import { sampleTextsIn } from '../../src/app/sample/sample-texts.ts';
import { RECAP_LANGUAGES, type RecapLanguage } from '../../src/model/event.ts';
import { openStore } from '../../src/store/open-store.ts';
import { newDatabaseName, newId } from '../store/open-test-store.ts';

const SLIDE = new Blob(['a slide'], { type: 'image/png' });

let ports: Ports;
let now = 0;

beforeEach(async () => {
  now = Date.parse('2026-08-05T03:47:31.000Z');
  const nowMs = (): number => now;
  ports = {
    store: await openStore({ nowMs, mirror: null, name: newDatabaseName() }),
    nowMs,
    newId,
    machineTimeZone: () => 'Asia/Seoul',
    measureImage: async (blob) => ({
      type: 'image/png',
      width: 960,
      height: 540,
      hash: 'a'.repeat(64),
      blob,
    }),
  };
});

const load = (language: RecapLanguage = 'en', slide: Blob | null = SLIDE): Promise<void> =>
  loadSampleEvent(ports, sampleTextsIn(language), { language, timeZone: 'Asia/Seoul' }, slide);

/** The event that captures go to. */
const current = async () => {
  const { event, session, clock } = await readSituation(ports);
  if (event === null) throw new Error('no current event');
  return { event, session, clock };
};

describe.each(RECAP_LANGUAGES)('in %s', (language) => {
  it('is a day in the middle, with a picture in the post and something still to do', async () => {
    await load(language);
    const { event, session, clock } = await current();
    expect(event).toMatchObject({ language, timeZone: 'Asia/Seoul', startsOn: '2026-08-05' });
    expect(session).toMatchObject({ kind: 'talk', links: { slides: 'pending' } });
    expect(clock.next?.startsAt).toBe('2026-08-05T04:25:00.000Z');
    const loaded = await loadRecap(ports, event.id);
    const post = JSON.stringify(loaded);
    const { sessions, overview } = sampleTextsIn(language);
    expect(post).toContain(overview[0]?.markdown);
    for (const { title, notes } of sessions) {
      if (notes.length > 0) expect(post).toContain(title);
    }
    expect(post).toContain('1.png');
  });
});

describe('the sample', () => {
  it('goes in one step, with what was added to it, and comes back with one undo', async () => {
    const own = await createEvent(ports, emptyEvent('My own', 'en', 'UTC'));
    await load();
    const { event, session } = await current();
    await keepNotes(ports, { eventId: event.id, sessionId: session?.id ?? null }, [textNote('mine')]);
    const before = (await ports.store.listAllNotes()).length;
    await removeSampleEvent(ports, event.id);
    expect(await ports.store.listAllNotes()).toEqual([]);
    expect(await ports.store.listSessions(event.id)).toEqual([]);
    expect((await ports.store.listImages(event.id)).every(({ deletedAt }) => deletedAt !== null)).toBe(true);
    expect((await current()).event.id).toBe(own.id);
    await ports.store.undo();
    expect(await ports.store.listAllNotes()).toHaveLength(before);
    expect(await ports.store.getEvent(event.id)).not.toBeNull();
    expect((await ports.store.listImages(event.id)).map(({ deletedAt }) => deletedAt)).toEqual([null]);
  });

  it('is taken back by one undo after it was loaded', async () => {
    await load();
    await ports.store.undo();
    expect(await ports.store.listEvents()).toEqual([]);
    expect(await ports.store.listAllNotes()).toEqual([]);
  });

  it('is not loaded twice, but again after it was removed', async () => {
    await load();
    const { event } = await current();
    await load();
    expect(await ports.store.listEvents()).toHaveLength(1);
    await removeSampleEvent(ports, event.id);
    await load();
    const events = await ports.store.listEvents();
    expect(events).toHaveLength(1);
    expect(events[0]?.id).not.toBe(event.id);
  });

  it('does without its slide where none could be drawn', async () => {
    await load('en', null);
    const { event } = await current();
    expect(await ports.store.listImages(event.id)).toEqual([]);
    expect((await ports.store.listEventNotes(event.id)).every(({ kind }) => kind !== 'image')).toBe(true);
  });

  it('spans two days around midnight', async () => {
    now = Date.parse('2026-08-05T15:10:00.000Z');
    await load();
    expect((await current()).event).toMatchObject({ startsOn: '2026-08-05', endsOn: '2026-08-06' });
  });
});
