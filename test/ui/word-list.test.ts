import { describe, expect, it } from 'vitest';
import { endsWord, withWords, wordsIn } from '../../src/ui/word-list.ts';

describe('words of a field', () => {
  it.each([
    ['go, conference', ['go', 'conference']],
    ['#go,#go, ', ['go']],
    ['고랭、컨퍼런스，메모', ['고랭', '컨퍼런스', '메모']],
    ['machine learning; C#', ['machine learning', 'C#']],
    [' , ', []],
  ])('%j', (text, words) => expect(wordsIn(text)).toEqual(words));

  it('adds what is new', () => {
    expect(withWords(['go', 'web'], 'web, rust')).toEqual(['go', 'web', 'rust']);
  });

  it('knows when a word has ended', () => {
    expect([endsWord('go'), endsWord('go,'), endsWord('go、')]).toEqual([false, true, true]);
  });
});
