/** Slides and recordings that were promised, filled in by a page that is clipped later; on a real store in memory. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEvent, emptyEvent } from '../../src/app/create-event.ts';
import { createSession, EMPTY_SESSION } from '../../src/app/create-session.ts';
import { fillPending, pendingOf, type TalkPage } from '../../src/app/fill-pending.ts';
import type { Ports } from '../../src/app/ports.ts';
import { NO_SESSION_LINKS, type Session } from '../../src/model/session.ts';
import { openStore } from '../../src/store/open-store.ts';
import { newDatabaseName, newId, nowMs } from '../store/open-test-store.ts';

const TALK = 'https://conf.example/talk/ABC/';
const DECK = { url: 'https://speakerdeck.com/ada/tides', kind: 'slides' } as const;
const VIDEO = { url: 'https://www.youtube.com/watch?v=abcdefgh', kind: 'recording' } as const;

let ports: Ports;
let eventId: string;
let asked = 0;

const page = (fields: Partial<TalkPage> = {}, media = [DECK, VIDEO]): TalkPage => ({
  url: TALK,
  title: 'Tides of change :: Coast Conf',
  kind: 'talk-page',
  mediaLinks: async () => {
    asked += 1;
    return media;
  },
  ...fields,
});
const add = (title: string, links: Partial<Session['links']>): Promise<Session> =>
  createSession(ports, eventId, { ...EMPTY_SESSION, title, links: { ...NO_SESSION_LINKS, ...links } });
const linksOf = async ({ id }: Session) => (await ports.store.getSession(id))?.links;

beforeEach(async () => {
  const store = await openStore({ nowMs, mirror: null, name: newDatabaseName() });
  ports = {
    store,
    nowMs,
    newId,
    machineTimeZone: () => 'Europe/Berlin',
    measureImage: () => Promise.reject(new Error('no images here')),
  };
  eventId = (await createEvent(ports, emptyEvent('Coast Conf', 'en', 'Europe/Berlin'))).id;
  asked = 0;
});

describe('a page that is clipped later', () => {
  it('fills in what it leads to, found by the address of the talk', async () => {
    const talk = await add('Tides', { page: { url: TALK }, slides: 'pending', recording: 'pending' });
    const filled = await fillPending(ports, eventId, page({ title: 'Something else' }));
    expect(filled?.kinds).toEqual(['slides', 'recording']);
    expect(await linksOf(talk)).toEqual({
      page: { url: TALK },
      slides: { url: DECK.url },
      recording: { url: VIDEO.url },
    });
    await ports.store.undo();
    expect(await linksOf(talk)).toMatchObject({ slides: 'pending', recording: 'pending' });
  });

  it('fills in itself, found by its title', async () => {
    const talk = await add('Tides of change', { slides: 'pending', recording: 'pending' });
    await fillPending(ports, eventId, page({ url: VIDEO.url, kind: 'recording' }));
    expect(await linksOf(talk)).toMatchObject({ slides: 'pending', recording: { url: VIDEO.url } });
    expect(asked).toBe(0);
  });

  it('leaves alone what was not promised', async () => {
    const talk = await add('Tides of change', { recording: { url: 'https://x.example/v' }, slides: null });
    expect(await fillPending(ports, eventId, page())).toBeNull();
    expect(pendingOf(talk)).toEqual([]);
    expect(asked).toBe(0);
  });

  it('does not guess between two talks of one title, nor by a short one', async () => {
    await add('Tides of change', { slides: 'pending' });
    await add('Tides of change', { slides: 'pending' });
    await add('Tides', { slides: 'pending' });
    expect(await fillPending(ports, eventId, page())).toBeNull();
  });

  it('is asked only where something waits', async () => {
    await add('Tides of change', { slides: 'pending' });
    expect(await fillPending(ports, eventId, page({}, []))).toBeNull();
    expect(asked).toBe(1);
    expect(await fillPending(ports, null, page())).toBeNull();
  });
});
