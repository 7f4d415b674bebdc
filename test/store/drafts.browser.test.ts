/** Drafts in two copies: the newer one wins, and an emptied one stays empty. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../src/model/draft.ts';
import { instantOf } from '../../src/model/time.ts';
import type { DraftMirror } from '../../src/store/draft-mirror.ts';
import type { Store } from '../../src/store/store.ts';
import { makeEvent, makeNote } from '../support/records.ts';
import { asNew, newDatabaseName, nowMs, openTestStore } from './open-test-store.ts';

const draftOf = (text: string, target = 'composer'): Draft => ({
  target,
  text,
  caret: text.length,
  baseRevision: 0,
  updatedAt: instantOf(nowMs()),
});
const mirrored = (target: string): string | null => localStorage.getItem(`draft:${target}`);
const mirror = (draft: Draft): void => localStorage.setItem(`draft:${draft.target}`, JSON.stringify(draft));

describe('drafts', () => {
  let name: string;
  let store: Store;

  beforeEach(async () => {
    localStorage.clear();
    name = newDatabaseName();
    store = await openTestStore(name);
    return () => {
      store.close();
      indexedDB.deleteDatabase(name);
    };
  });
  /** What the copy in IndexedDB says: read without the mirror. */
  const onDisk = async (target = 'composer'): Promise<Draft | null> => {
    const other = await openTestStore(name, null);
    const draft = await other.getDraft(target);
    other.close();
    return draft;
  };

  it('writes both copies with each call', async () => {
    const draft = draftOf('half a line');
    store.putDraft(draft);
    expect(JSON.parse(mirrored('composer') ?? '')).toEqual(draft);
    expect(await store.getDraft('composer')).toEqual(draft);
    expect(await onDisk()).toEqual(draft);
  });

  it('gives back the newer copy, whichever it is', async () => {
    const [older, newer] = [draftOf('older'), draftOf('newer')];
    store.putDraft(older);
    await onDisk();
    mirror(newer);
    expect((await store.getDraft('composer'))?.text).toBe('newer');
    expect((await store.listDrafts()).map(({ text }) => text)).toEqual(['newer']);
    store.putDraft(draftOf('newest'));
    await onDisk();
    mirror(newer);
    expect((await store.getDraft('composer'))?.text).toBe('newest');
    expect((await store.listDrafts()).map(({ text }) => text)).toEqual(['newest']);
  });

  it('an emptied draft is not brought back by an older mirror', async () => {
    const draft = draftOf('was kept');
    store.putDraft(draft);
    store.deleteDraft('composer');
    await onDisk();
    // What a killed browser leaves: localStorage is written seconds later.
    mirror(draft);
    expect(await store.getDraft('composer')).toBe(null);
    expect(await store.listDrafts()).toEqual([]);
  });

  it('a step that makes a note of a draft ends both copies of it', async () => {
    const note = makeNote(makeEvent(), null, { revision: 0 });
    const draft = draftOf('was kept');
    store.putDraft(draft);
    await store.write({ label: 'note-kept', puts: [asNew('notes', note)], draftsDone: ['composer'] });
    expect(mirrored('composer')).toBe(null);
    expect(await onDisk()).toBe(null);
    mirror(draft);
    expect(await store.getDraft('composer')).toBe(null);
  });

  it('a line that is begun while the step is written stays', async () => {
    const note = makeNote(makeEvent(), null, { revision: 0 });
    store.putDraft(draftOf('the first line'));
    const written = store.write({
      label: 'note-kept',
      puts: [asNew('notes', note)],
      draftsDone: ['composer'],
    });
    store.putDraft(draftOf('the second'));
    await written;
    expect((await store.getDraft('composer'))?.text).toBe('the second');
    expect((await onDisk())?.text).toBe('the second');
    expect(mirrored('composer')).toContain('the second');
  });

  it('a line that was typed before the clock was set back ends with the step that keeps it', async () => {
    const note = makeNote(makeEvent(), null, { revision: 0 });
    store.putDraft({ ...draftOf('the first line'), updatedAt: instantOf(nowMs() + 24 * 3_600_000) });
    await store.write({
      label: 'note-kept',
      puts: [asNew('notes', note)],
      draftsDone: ['composer'],
      askedAt: instantOf(nowMs()),
    });
    expect(await store.getDraft('composer')).toBe(null);
    expect(await onDisk()).toBe(null);
    expect(mirrored('composer')).toBe(null);
    // And what is typed then is a draft as ever.
    store.putDraft(draftOf('the second'));
    expect((await store.getDraft('composer'))?.text).toBe('the second');
    expect((await onDisk())?.text).toBe('the second');
  });

  it('a step that fails leaves the draft', async () => {
    const note = makeNote(makeEvent(), null);
    store.putDraft(draftOf('not yet kept'));
    await expect(
      store.write({
        label: 'note-edited',
        puts: [{ type: 'notes', base: 5, record: note }],
        draftsDone: ['composer'],
      }),
    ).rejects.toThrow();
    expect((await store.getDraft('composer'))?.text).toBe('not yet kept');
    expect(mirrored('composer')).toContain('not yet kept');
  });

  it('a mirror that is full does not hide the copy on disk', async () => {
    const full: DraftMirror = {
      length: 0,
      key: () => null,
      getItem: (key) => localStorage.getItem(key),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: (key) => localStorage.removeItem(key),
    };
    mirror(draftOf('an older text'));
    const other = await openTestStore(name, full);
    other.putDraft(draftOf('a megabyte'));
    expect((await other.getDraft('composer'))?.text).toBe('a megabyte');
    other.close();
  });

  it.each(['no json', '{}', 'null', '[]', '{"target":"other","text":"x","updatedAt":"2026"}', '{"text":1}'])(
    'a mirror that holds %s is passed over',
    async (text) => {
      localStorage.setItem('draft:composer', text);
      expect(await store.getDraft('composer')).toBe(null);
      expect(await store.listDrafts()).toEqual([]);
      store.putDraft(draftOf('whole'));
      await onDisk();
      localStorage.setItem('draft:composer', text);
      expect((await store.getDraft('composer'))?.text).toBe('whole');
      expect((await store.listDrafts()).map((draft) => draft.text)).toEqual(['whole']);
    },
  );

  it('keeps the drafts of several targets apart', async () => {
    store.putDraft(draftOf('one', 'composer'));
    store.putDraft(draftOf('two', 'note:1'));
    store.deleteDraft('composer');
    expect((await store.listDrafts()).map(({ target }) => target)).toEqual(['note:1']);
  });
});
