import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../src/model/line-difference.ts';

const MARKS = { same: ' ', removed: '-', added: '+' };
const show = (before: string, after: string): string[] =>
  differenceOf(before, after).map(({ kind, text }) => MARKS[kind] + text);

describe('the difference of two texts', () => {
  it.each([
    ['nothing', 'a\nb', 'a\nb', [' a', ' b']],
    ['a line changed', 'a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['lines added in the middle', 'a\nc', 'a\nb\nb\nc', [' a', '+b', '+b', ' c']],
    ['a line gone', 'a\nb\nc', 'a\nc', [' a', '-b', ' c']],
    ['everything', 'a', 'b', ['-a', '+b']],
    ['one line moved', 'a\nb\nc\nd', 'b\nc\na\nd', ['-a', ' b', ' c', '+a', ' d']],
  ])('%s', (_, before, after, expected) => {
    expect(show(before, after)).toEqual(expected);
  });

  it('gives both texts back', () => {
    const before = Array.from({ length: 200 }, (_, index) => `line ${index % 7} ${index % 11}`).join('\n');
    const after = before.replaceAll('line 3', 'other').split('\n').reverse().join('\n');
    const lines = differenceOf(before, after);
    const without = (kind: string) => lines.filter((line) => line.kind !== kind).map(({ text }) => text);
    expect(without('added').join('\n')).toBe(before);
    expect(without('removed').join('\n')).toBe(after);
  });

  it('of two texts of 100,000 lines comes at once', () => {
    const before = Array.from({ length: 100_000 }, (_, index) => `a ${index}`).join('\n');
    expect(differenceOf(before, before.replaceAll('a', 'b'))).toHaveLength(200_000);
  });
});
