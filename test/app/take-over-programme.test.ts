/** A programme into an event and again, on a real store over an IndexedDB in memory. */
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { createEvent, emptyEvent } from '../../src/app/create-event.ts';
import { createSession, EMPTY_SESSION } from '../../src/app/create-session.ts';
import { keepNotes, textNote } from '../../src/app/keep-note.ts';
import { moveSession } from '../../src/app/move-session.ts';
import { planProgramme } from '../../src/app/plan-programme.ts';
import type { Ports } from '../../src/app/ports.ts';
import { readProgrammeFiles, readProgrammeTexts } from '../../src/app/read-programme-file.ts';
import { takeOverProgramme } from '../../src/app/take-over-programme.ts';
import { InvalidInput } from '../../src/model/errors.ts';
import type { Programme, ProgrammeSession } from '../../src/schedule/programme.ts';
import { openStore } from '../../src/store/open-store.ts';
import { newDatabaseName, newId, nowMs } from '../store/open-test-store.ts';

const ROWS = [
  'title,speakers,room,date,start,end,abstract',
  'Opening,Ada Lovelace,Hall,2026-09-05,09:00,09:30,Hello',
  'Streams,Kim Gopher,Hall,2026-09-05,10:00,10:40,Water',
  'Banks,Mia Berg,Annex,2026-09-05,10:00,10:40,',
  'Night,Leo Kim,Hall,2026-09-05,20:00,21:00,',
];

let ports: Ports;

beforeEach(async () => {
  const store = await openStore({ nowMs, mirror: null, name: newDatabaseName() });
  ports = {
    store,
    nowMs,
    newId,
    machineTimeZone: () => 'Europe/Berlin',
    measureImage: () => Promise.reject(new Error('no images here')),
  };
});

const read = (rows = ROWS, zone: string | null = 'Asia/Seoul'): Promise<Programme> =>
  readProgrammeTexts(ports, [{ name: 'river.csv', text: rows.join('\n') }], zone);

const abstractOf = ({ abstract }: ProgrammeSession): string => abstract.text;

const wish = (programme: Programme, eventId: string | null, sessions = programme.sessions) => ({
  programme,
  eventId,
  sessions,
  language: 'en' as const,
  unnamed: 'A conference',
  abstractOf,
});

const titles = async (eventId: string) => (await ports.store.listSessions(eventId)).map(({ title }) => title);

describe('readProgrammeFiles', () => {
  it('reads files of any encoding, and several as one', async () => {
    const open = (name: string) =>
      new File(
        [new Uint8Array(readFileSync(new URL(`../schedule/fixtures/${name}`, import.meta.url)))],
        name,
      );
    const parts = await readProgrammeFiles(
      ['open-event-event.json', 'open-event-sessions.json', 'open-event-speakers.json'].map(open),
    );
    const programme = await readProgrammeTexts(ports, parts, null);
    expect(programme.format).toBe('open-event');
    expect(programme.sessions.length).toBeGreaterThan(0);
    expect(programme.speakers.length).toBeGreaterThan(0);
  });

  it('refuses what no programme is as large as, before it is read', async () => {
    const huge = new File([], 'huge.xml');
    Object.defineProperty(huge, 'size', { value: 50_000_000 });
    await expect(readProgrammeFiles([huge])).rejects.toThrow(InvalidInput);
  });

  it('names the zone as assumed until somebody gives it', async () => {
    expect(await read(ROWS, null)).toMatchObject({ timeZoneSource: 'assumed', timeZone: 'Europe/Berlin' });
    expect(await read()).toMatchObject({ timeZoneSource: 'given', timeZone: 'Asia/Seoul' });
  });
});

describe('takeOverProgramme', () => {
  it('makes an event of the facts and its sessions in order of their starts, in one step', async () => {
    const programme = await read();
    const { event, added } = await takeOverProgramme(ports, wish(programme, null));
    expect(added).toBe(4);
    expect(event).toMatchObject({ name: 'A conference', timeZone: 'Asia/Seoul' });
    expect(await ports.store.getSettings()).toMatchObject({ currentEventId: event.id });
    expect(await ports.store.getEvent(event.id)).toMatchObject({
      startsOn: '2026-09-05',
      endsOn: '2026-09-05',
    });
    const sessions = await ports.store.listSessions(event.id);
    expect(
      sessions.map(({ title, startsAt, room }) => `${title} ${startsAt?.slice(11, 16)} ${room}`),
    ).toEqual(['Opening 00:00 Hall', 'Streams 01:00 Hall', 'Banks 01:00 Annex', 'Night 11:00 Hall']);
    expect(sessions[1]).toMatchObject({
      speakers: [{ name: 'Kim Gopher' }],
      abstract: 'Water',
      leftOut: false,
      revision: 1,
    });
    await ports.store.undo();
    expect(await ports.store.getEvent(event.id)).toBeNull();
    expect(await ports.store.listSessions(event.id)).toEqual([]);
  });

  it('puts sessions among those of the event, and fills in only what the event does not know', async () => {
    const event = await createEvent(ports, {
      ...emptyEvent('River Conf', 'ko', 'Europe/Berlin'),
      startsOn: '2026-09-04',
      venue: 'The old hall',
    });
    await createSession(ports, event.id, {
      ...EMPTY_SESSION,
      title: 'By hand',
      startsAt: '2026-09-05T00:30:00.000Z',
    });
    const programme = await read();
    await takeOverProgramme(ports, wish(programme, event.id));
    expect(await titles(event.id)).toEqual(['Opening', 'By hand', 'Streams', 'Banks', 'Night']);
    expect(await ports.store.getEvent(event.id)).toMatchObject({
      name: 'River Conf',
      startsOn: '2026-09-04',
      endsOn: null,
      timeZone: 'Europe/Berlin',
      venue: 'The old hall',
    });
  });

  it('takes the zone of the programme while no session of the event has a time', async () => {
    const event = await createEvent(ports, emptyEvent('River Conf', 'en', 'Europe/Berlin'));
    await takeOverProgramme(ports, wish(await read(), event.id));
    expect(await ports.store.getEvent(event.id)).toMatchObject({ timeZone: 'Asia/Seoul' });
  });
});

describe('a second reading', () => {
  const again = async () => {
    const first = await read();
    const { event } = await takeOverProgramme(ports, wish(first, null));
    const byTitle = new Map(
      (await ports.store.listSessions(event.id)).map((session) => [session.title, session]),
    );
    const second = await read([
      ROWS[0] ?? '',
      'Opening,Ada Lovelace,Hall,2026-09-05,21:30,22:00,Hello',
      'Streams,Kim Gopher,Hall,2026-09-05,10:00,10:40,Water',
      'Lock and weir,Noa Weir,Annex,2026-09-05,11:00,11:40,',
    ]);
    return { event, byTitle, second };
  };
  const plan = (eventId: string, programme: Programme) =>
    planProgramme(ports, eventId, programme, null, abstractOf);

  it('shows what is new, moved and gone; what has notes stays', async () => {
    const { event, byTitle, second } = await again();
    const banks = byTitle.get('Banks');
    await keepNotes(ports, { eventId: event.id, sessionId: banks?.id ?? null }, [textNote('heard')]);
    const { changes, isKnown } = await plan(event.id, second);
    expect(isKnown).toBe(true);
    expect(changes.map(({ kind }) => kind)).toEqual([
      'unchanged',
      'new',
      'changed',
      'cancelled',
      'cancelled',
    ]);
    expect(changes.filter((change) => change.kind === 'cancelled')).toMatchObject([
      { session: { title: 'Banks' }, mustStay: true },
      { session: { title: 'Night' }, mustStay: false },
    ]);
  });

  it('takes over what was accepted, puts what moved in its place, and is undone in one step', async () => {
    const { event, second } = await again();
    const { changes } = await plan(event.id, second);
    const result = await takeOverProgramme(ports, {
      ...wish(
        second,
        event.id,
        changes.flatMap((change) => (change.kind === 'new' ? [change.incoming] : [])),
      ),
      changes: changes.filter((change) => change.kind === 'changed' || change.kind === 'cancelled'),
    });
    expect(result).toMatchObject({ added: 1, changed: 1, removed: 2 });
    expect(await titles(event.id)).toEqual(['Streams', 'Lock and weir', 'Opening']);
    await ports.store.undo();
    expect(await titles(event.id)).toEqual(['Opening', 'Streams', 'Banks', 'Night']);
  });

  it('leaves an order made by hand, and a session that got a note meanwhile', async () => {
    const { event, byTitle, second } = await again();
    const night = byTitle.get('Night');
    await moveSession(ports, night?.id ?? '', byTitle.get('Opening')?.id ?? null);
    const { changes } = await plan(event.id, second);
    await keepNotes(ports, { eventId: event.id, sessionId: night?.id ?? null }, [textNote('just now')]);
    const result = await takeOverProgramme(ports, {
      ...wish(second, event.id, []),
      changes: changes.filter((change) => change.kind === 'changed' || change.kind === 'cancelled'),
    });
    expect(result).toMatchObject({ added: 0, changed: 1, removed: 1 });
    expect(await titles(event.id)).toEqual(['Night', 'Opening', 'Streams']);
  });
});
