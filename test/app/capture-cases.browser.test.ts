/** The use cases of a day of notes, on the real store in a real browser: blobs, images and all. */
import { beforeEach, describe, expect, it } from 'vitest';
import { clipLink, type NewLink } from '../../src/app/clip-link.ts';
import { clipSelection } from '../../src/app/clip-selection.ts';
import { createEvent, emptyEvent } from '../../src/app/create-event.ts';
import { createSession, EMPTY_SESSION } from '../../src/app/create-session.ts';
import { deleteEvent } from '../../src/app/delete-event.ts';
import { deleteNotes } from '../../src/app/delete-note.ts';
import { deleteSession } from '../../src/app/delete-session.ts';
import { editNote } from '../../src/app/edit-note.ts';
import { holdSession, letGoOfSession } from '../../src/app/hold-session.ts';
import { keepImages } from '../../src/app/keep-images.ts';
import { keepNotes, textNote } from '../../src/app/keep-note.ts';
import { moveNote } from '../../src/app/move-note.ts';
import type { Ports } from '../../src/app/ports.ts';
import { readSituation } from '../../src/app/read-situation.ts';
import { measureImage } from '../../src/capture/measure-image.ts';
import { NotFound } from '../../src/model/errors.ts';
import type { Note, Place } from '../../src/model/note.ts';
import { instantOf } from '../../src/model/time.ts';
import { asNew, newDatabaseName, newId, nowMs, openTestStore } from '../store/open-test-store.ts';
import { makeNote } from '../support/records.ts';

/** A PNG of this size and colour. */
const picture = async (width: number, height: number, colour = 'teal'): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
};

describe('a day of notes', () => {
  let ports: Ports;
  let place: Place;

  beforeEach(async () => {
    const name = newDatabaseName();
    const store = await openTestStore(name, null);
    ports = { store, nowMs, newId, machineTimeZone: () => 'Asia/Seoul', measureImage };
    const event = await createEvent(ports, emptyEvent(' Harbour Go ', 'ko', 'Asia/Seoul'));
    const session = await createSession(ports, event.id, { ...EMPTY_SESSION, title: 'Small queues' });
    place = { eventId: event.id, sessionId: session.id };
    return () => {
      store.close();
      indexedDB.deleteDatabase(name);
    };
  });
  const notes = (at: Place = place): Promise<Note[]> => ports.store.listNotes(at);
  const texts = async (at: Place = place): Promise<string[]> =>
    (await notes(at)).map(({ markdown }) => markdown);
  const keep = async (text: string): Promise<Note> => {
    const [note] = await keepNotes(ports, place, [textNote(text)]);
    if (note === undefined) throw new Error('not kept');
    return note;
  };

  describe('keepNotes', () => {
    it('keeps several in their order, behind what is there', async () => {
      await keep('one');
      await keepNotes(ports, place, [textNote('two'), textNote('three', 'quote')]);
      expect(await texts()).toEqual(['one', 'two', 'three']);
      expect((await notes())[2]?.kind).toBe('quote');
    });

    it('keeps both of two that come at the same moment', async () => {
      await Promise.all([keep('left'), keep('right')]);
      expect((await texts()).sort()).toEqual(['left', 'right']);
    });

    it('ends the drafts that became the note, and no other', async () => {
      for (const target of ['composer', 'composer-answer', 'note:1'])
        ports.store.putDraft({ target, text: 'x', caret: 1, baseRevision: 0, updatedAt: instantOf(nowMs()) });
      await keepNotes(ports, place, [textNote('x')], 'composer', 'composer-answer');
      expect((await ports.store.listDrafts()).map(({ target }) => target)).toEqual(['note:1']);
    });
  });

  it('keeps as a draft what is typed while a note is on its way', async () => {
    const typed = (text: string) =>
      ports.store.putDraft({
        target: 'composer',
        text,
        caret: 0,
        baseRevision: 0,
        updatedAt: instantOf(nowMs()),
      });
    typed('the first line');
    const kept = keepNotes(ports, place, [textNote('the first line')], 'composer');
    typed('the second');
    await kept;
    expect((await ports.store.getDraft('composer'))?.text).toBe('the second');
  });

  describe('clipLink', () => {
    const link: NewLink = {
      kind: 'link',
      url: 'https://example.org/calm',
      title: 'calm',
      linkKind: 'article',
      markdown: '',
      source: null,
    };

    it('keeps an address once in a place, adds a remark, and leaves title and kind alone', async () => {
      const changes = { title: 'calm, by Mina', linkKind: 'code' } as const;
      await clipLink(ports, place, { ...link, ...changes }, { changes });
      const again = { ...link, url: 'https://EXAMPLE.org/calm/', markdown: 'read it' };
      expect((await clipLink(ports, place, again)).outcome).toBe('exists');
      await clipLink(ports, place, again);
      expect(await notes()).toMatchObject([{ ...changes, url: link.url, markdown: 'read it', revision: 2 }]);
    });

    it('takes over what was changed by hand, and nothing else', async () => {
      await clipLink(ports, place, link);
      await clipLink(
        ports,
        place,
        { ...link, title: 'calm v2', linkKind: 'slides' },
        { changes: { linkKind: 'slides' } },
      );
      expect(await notes()).toMatchObject([{ title: 'calm', linkKind: 'slides' }]);
    });

    it('keeps it twice when asked, and anew in another place or after a deletion', async () => {
      const { note } = await clipLink(ports, place, link);
      await clipLink(ports, place, link, { twice: true });
      expect((await clipLink(ports, { ...place, sessionId: null }, link)).outcome).toBe('kept');
      await deleteNotes(
        ports,
        (await notes()).map(({ id }) => id),
      );
      const kept = await clipLink(ports, place, link);
      expect([kept.outcome, kept.note.id === note.id]).toEqual(['kept', false]);
    });
  });

  describe('clipSelection', () => {
    it('stores images that could be read, and never touches an address that only begins alike', async () => {
      const base = 'https://example.org/a.png';
      const markdown = [
        `![one](${base})`,
        `![two \\[2\\]](<${base}>)`,
        `![other](${base}?size=2)`,
        `[a link](${base})`,
        `![titled](${base} "A title")`,
      ].join('\n\n');
      const { notes: kept, storedImages } = await clipSelection(ports, place, {
        note: { kind: 'selection', markdown, source: null },
        images: [
          { blob: await picture(8, 6), name: 'a.png', sourceUrl: base },
          { blob: new Blob(['<svg/>']), name: 'b.svg', sourceUrl: 'https://example.org/b.svg' },
        ],
        remark: 'and a thought',
      });
      const [image] = await ports.store.listImages(place.eventId ?? '');
      expect(image).toMatchObject({ width: 8, height: 6, sourceUrl: base, type: 'image/png' });
      expect((await ports.store.getBlob(image?.hash ?? ''))?.size).toBe(image?.bytes);
      expect(storedImages).toBe(1);
      expect(kept.map((note) => note.markdown)).toEqual([
        [
          `![one](image:${image?.id})`,
          `![two \\[2\\]](image:${image?.id})`,
          `![other](${base}?size=2)`,
          `[a link](${base})`,
          `![titled](image:${image?.id} "A title")`,
        ].join('\n\n'),
        'and a thought',
      ]);
      await ports.store.undo();
      expect(await texts()).toEqual([]);
    });

    it('stands behind a line that was kept while it looked for its place', async () => {
      const lastNoteOrder = async (at: Place) => {
        const order = await ports.store.lastNoteOrder(at);
        await keep('a line');
        return order;
      };
      const slow = { ...ports, store: { ...ports.store, lastNoteOrder } };
      const note = { kind: 'selection', markdown: 'selected', source: null } as const;
      await clipSelection(slow, place, { note, images: [], remark: 'a remark' });
      expect(await texts()).toEqual(['a line', 'selected', 'a remark']);
      expect(new Set((await notes()).map(({ order }) => order)).size).toBe(3);
    });
  });

  describe('keepImages', () => {
    const file = (blob: Blob, name: string) => ({
      blob,
      name,
      alternativeText: '',
      sourceUrl: '',
      source: null,
    });

    it('keeps what is an image by its bytes, tells the rest by name, in one step', async () => {
      const { notes: kept, failed } = await keepImages(ports, place, [
        file(new Blob([await picture(5, 4)], { type: 'text/plain' }), 'slide.txt'),
        file(new Blob([]), 'empty.png'),
        file(new Blob(['hello']), 'notes.txt'),
        { ...file(await picture(7, 3, 'plum'), 'b.png'), alternativeText: 'a [slide]\nof\\two lines ' },
      ]);
      expect(failed.map(({ name, error }) => [name, error.details.reason])).toEqual([
        ['empty.png', 'empty'],
        ['notes.txt', 'not-an-image'],
      ]);
      expect(await notes()).toEqual(await ports.store.getNotes(kept.map(({ id }) => id)));
      expect(kept[1]?.markdown).toMatch(/^!\[a slide oftwo lines\]\(image:/);
      await ports.store.undo();
      expect(await texts()).toEqual([]);
    });

    it('keeps the bytes of one picture once', async () => {
      const blob = await picture(9, 9);
      await keepImages(ports, place, [file(blob, 'a.png'), file(blob, 'b.png')]);
      const images = await ports.store.listImages(place.eventId ?? '');
      expect(images).toHaveLength(2);
      expect(new Set(images.map(({ hash }) => hash)).size).toBe(1);
    });
  });

  describe('editNote', () => {
    it('keeps both versions, one below the other, when the note changed meanwhile', async () => {
      const note = await keep('one');
      await keep('last');
      expect((await editNote(ports, note.id, 1, { markdown: 'mine' })).outcome).toBe('edited');
      expect((await editNote(ports, note.id, 1, { markdown: 'yours' })).outcome).toBe('both-kept');
      expect(await texts()).toEqual(['mine', 'yours', 'last']);
    });

    it('of two edits at the same moment, one is kept in the note and the other below it', async () => {
      const note = await keep('one');
      const outcomes = await Promise.all([
        editNote(ports, note.id, 1, { markdown: 'mine' }),
        editNote(ports, note.id, 1, { markdown: 'yours' }),
      ]);
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['both-kept', 'edited']);
      expect((await texts()).sort()).toEqual(['mine', 'yours']);
    });

    it('gives a text that becomes a question an empty answer', async () => {
      const note = await keep('why?');
      await editNote(ports, note.id, 1, { kind: 'question' });
      expect(await notes()).toMatchObject([{ kind: 'question', markdown: 'why?', answer: '' }]);
    });

    it('says that a deleted note is gone', async () => {
      const note = await keep('one');
      await deleteNotes(ports, [note.id]);
      await expect(editNote(ports, note.id, 1, { markdown: 'x' })).rejects.toThrow(NotFound);
    });
  });

  describe('moveNote', () => {
    it('puts a note before another, to the end, and into another place', async () => {
      const [one, two, three] = [await keep('1'), await keep('2'), await keep('3')];
      await moveNote(ports, three.id, place, one.id);
      expect(await texts()).toEqual(['3', '1', '2']);
      await moveNote(ports, three.id, place, null);
      expect(await texts()).toEqual(['1', '2', '3']);
      await moveNote(ports, two.id, { ...place, sessionId: null }, null);
      expect([await texts(), await texts({ ...place, sessionId: null })]).toEqual([['1', '3'], ['2']]);
      await ports.store.undo();
      expect(await texts()).toEqual(['1', '2', '3']);
    });

    it('gets between notes that two windows gave one key', async () => {
      const base = { revision: 0, eventId: place.eventId, sessionId: place.sessionId } as const;
      const event = await ports.store.getEvent(place.eventId ?? '');
      if (event === null) throw new Error('no event');
      const rows = ['a1', 'a1', 'a1', 'a2'].map((order, index) =>
        makeNote(event, null, { ...base, order, markdown: String(index) }),
      );
      await ports.store.write({ label: 'seed', puts: rows.map((row) => asNew('notes', row)) });
      await moveNote(ports, rows[3]?.id ?? '', place, rows[1]?.id ?? '');
      expect(await texts()).toEqual(['0', '3', '1', '2']);
      await moveNote(ports, rows[0]?.id ?? '', place, rows[2]?.id ?? '');
      expect(await texts()).toEqual(['3', '1', '0', '2']);
      await ports.store.undo();
      expect(await texts()).toEqual(['0', '3', '1', '2']);
    });
  });

  describe('deleting', () => {
    it('takes a session with its notes, and brings both back', async () => {
      await keep('one');
      await deleteSession(ports, place.sessionId ?? '');
      expect([await texts(), await ports.store.listSessions(place.eventId ?? '')]).toEqual([[], []]);
      await ports.store.undo();
      expect([await texts(), (await ports.store.listSessions(place.eventId ?? '')).length]).toEqual([
        ['one'],
        1,
      ]);
      await expect(deleteSession(ports, 'none')).rejects.toThrow(NotFound);
    });

    it('takes an event out of sight with all that is in it, and the newest other becomes current', async () => {
      await keep('one');
      const other = await createEvent(ports, emptyEvent('Other', 'en', 'UTC'));
      await deleteEvent(ports, other.id);
      expect((await ports.store.getSettings()).currentEventId).toBe(place.eventId);
      await deleteEvent(ports, place.eventId ?? '');
      expect((await readSituation(ports)).place).toEqual({ eventId: null, sessionId: null });
      await ports.store.undo();
      expect((await ports.store.listEvents()).map(({ name }) => name)).toEqual(['Harbour Go']);
      expect(await texts()).toEqual(['one']);
    });

    it('passes over notes that are gone already', async () => {
      const note = await keep('one');
      await deleteNotes(ports, [note.id, note.id, 'none']).catch(() => undefined);
      await deleteNotes(ports, [note.id]);
      expect(await texts()).toEqual([]);
    });
  });

  describe('the situation', () => {
    it('follows the clock, holds what was chosen by hand, and lets go of it', async () => {
      const eventId = place.eventId ?? '';
      const at = (minutes: number) => instantOf(nowMs() + minutes * 60_000);
      const running = await createSession(ports, eventId, {
        ...EMPTY_SESSION,
        startsAt: at(-5),
        endsAt: at(30),
      });
      expect((await readSituation(ports)).session?.id).toBe(running.id);
      await holdSession(ports, eventId, null);
      expect(await readSituation(ports)).toMatchObject({ session: null, held: true });
      await holdSession(ports, eventId, place.sessionId);
      expect(await readSituation(ports)).toMatchObject({ held: true, place });
      await deleteSession(ports, place.sessionId ?? '');
      expect(await readSituation(ports)).toMatchObject({ held: false, session: { id: running.id } });
      await letGoOfSession(ports);
      expect((await readSituation(ports)).held).toBe(false);
    });

    it('of another event’s held session it knows nothing', async () => {
      await holdSession(ports, place.eventId ?? '', place.sessionId);
      const other = await createEvent(ports, emptyEvent('Other', 'en', 'UTC'));
      expect(await readSituation(ports)).toMatchObject({
        event: { id: other.id },
        session: null,
        held: false,
      });
    });
  });
});
