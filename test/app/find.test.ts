import { describe, expect, it } from 'vitest';
import { type FindIndex, find, readFindIndex } from '../../src/app/find.ts';
import { fold } from '../../src/app/fold-text.ts';
import type { Store } from '../../src/app/ports.ts';
import type { Note } from '../../src/model/note.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';

const event = makeEvent({ name: 'Hafen Go Café 2026' });
const session = makeSession(event, { title: '큐 관리의 기술', room: 'B' });

/** A store that has these notes, handed out in pages. */
const storeOf = (notes: readonly Note[]): Store => {
  const sorted = [...notes].sort((left, right) => (left.id < right.id ? -1 : 1));
  const asked: Partial<Store> = {
    listEvents: async () => [event],
    listSessions: async () => [session],
    listNotePage: async (afterId, limit) => {
      const from = afterId === null ? 0 : sorted.findIndex(({ id }) => id === afterId) + 1;
      const page = sorted.slice(from, from + limit);
      return { notes: page, nextId: page.length < limit ? null : (page.at(-1)?.id ?? null) };
    },
  };
  return asked as Store;
};

const indexOf = async (texts: readonly string[]): Promise<FindIndex> => {
  const notes = texts.map((markdown) => makeNote(event, session, { markdown }));
  const index = await readFindIndex(storeOf(notes), {
    pause: async () => undefined,
    clockMs: () => 0,
    wanted: () => true,
  });
  return index ?? [];
};

/** The excerpts with the match in brackets. */
const shown = (index: FindIndex, query: string): readonly string[] =>
  find(index, query, 50).map(
    ({ excerpt, match: [start, end] }) =>
      `${excerpt.slice(0, start)}⟦${excerpt.slice(start, end)}⟧${excerpt.slice(end)}`,
  );

describe('finds', () => {
  it.each([
    ['a word in any case', 'Bounded QUEUES hide nothing', 'queues', 'Bounded ⟦QUEUES⟧ hide nothing'],
    ['the middle of a word', 'backpressure', 'press', 'back⟦press⟧ure'],
    ['Korean without its spaces', '이 발표는 좋은 발표', '발표는좋은', '이 ⟦발표는 좋은⟧ 발표'],
    ['Korean with spaces that are not there', '동시성패턴', '동시성 패턴', '⟦동시성⟧패턴'],
    ['a Korean syllable that is half typed', '병목을 찾자', '병모', '⟦병목⟧을 찾자'],
    ['Japanese in the middle', '待ち行列は隠すだけ', '行列', '待ち⟦行列⟧は隠すだけ'],
    ['Chinese in the middle', '队列掩盖过载', '掩盖', '队列⟦掩盖⟧过载'],
    ['halfwidth as fullwidth', 'ＧＯ言語のキュー', 'go言語', '⟦ＧＯ言語⟧のキュー'],
    ['halfwidth katakana', 'ｷｭｰの長さ', 'キュー', '⟦ｷｭｰ⟧の長さ'],
    ['without accents', 'À la carte, naïve', 'naive', 'À la carte, ⟦naïve⟧'],
    ['ligatures', 'the ﬁrst one', 'first', 'the ⟦ﬁrst⟧ one'],
    ['German sharp s', 'Die Größe zählt', 'grosse', 'Die ⟦Größe⟧ zählt'],
    ['emoji before it', '🎉🎉 party time', 'time', '🎉🎉 party ⟦time⟧'],
    ['words in any order', 'small queues hide overload', 'overload small', 'small queues hide ⟦overload⟧'],
    [
      'words of a link, and not its marks',
      '**Small** [queues](https://a.example)',
      'small queues',
      '⟦Small⟧ queues',
    ],
  ])('%s', async (_what, text, query, wanted) => {
    expect(shown(await indexOf([text]), query)).toEqual([wanted]);
  });

  it('sessions and events, before notes, the newest note first', async () => {
    const index = await indexOf(['go one', 'go two', 'go three']);
    expect(shown(index, 'go')).toEqual(['Hafen ⟦Go⟧ Café 2026', '⟦go⟧ three', '⟦go⟧ two', '⟦go⟧ one']);
    expect(shown(index, '큐관리')).toEqual(['⟦큐 관리⟧의 기술 · B']);
    expect(shown(index, 'cafe')).toEqual(['Hafen Go ⟦Café⟧ 2026']);
  });

  it('nothing for nothing, and nothing that is not there', async () => {
    const index = await indexOf(['words']);
    expect(find(index, '  ', 50)).toEqual([]);
    expect(find(index, 'wordss', 50)).toEqual([]);
  });

  it('every note of many pages, each once', async () => {
    const index = await indexOf(Array.from({ length: 1003 }, (_, number) => `note ${number}.`));
    expect(index).toHaveLength(1005);
    expect(shown(index, 'note 1002.')).toEqual(['⟦note⟧ 1002.']);
    expect(find(index, 'note', 2000)).toHaveLength(1003);
  });

  it('reads in slices, and stops when nobody wants it any more', async () => {
    const notes = Array.from({ length: 100 }, () => makeNote(event, session, { markdown: 'x' }));
    let pauses = 0;
    let now = 0;
    const clockMs = () => {
      now += 1;
      return now;
    };
    const pause = async () => {
      pauses += 1;
    };
    await readFindIndex(storeOf(notes), { pause, clockMs, wanted: () => true });
    expect(pauses).toBeGreaterThan(5);
    expect(await readFindIndex(storeOf(notes), { pause, clockMs, wanted: () => false })).toBeNull();
  });
});

it.each([
  ['Ärger', 'arger'],
  ['ＡＢＣ', 'abc'],
  ['йод', 'иод'],
])('%s is compared as %s', (text, folded) => expect(fold(text)).toBe(folded));
