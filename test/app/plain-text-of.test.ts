import { describe, expect, it } from 'vitest';
import { plainTextOf } from '../../src/app/plain-text-of.ts';

describe('plainTextOf', () => {
  it.each([
    ['a **limit**, a [small library](http://e.org/x_(y))', 'a limit, a small library'],
    ['- measure single-line first\n- limit', 'measure single-line first limit'],
    ['1. [ ] one', 'one'],
    ['# A title\n\n> quoted *words*', 'A title quoted words'],
    ['snake_case and 2*3*4', 'snake_case and 2*3*4'],
    ['`code` and ~~gone~~', 'code and gone'],
    ['![A chart](image:01a2044b-8b27-7000-bf72-25f4248dce41)', 'A chart'],
    ['```go\nx := 1\n```', 'x := 1'],
    ['고루틴 **6만 개**가', '고루틴 6만 개가'],
    ['1986\\. A year', '1986. A year'],
    ['| a | b \\| c |\n| --- | ---: |\n| 1 | 2 |', 'a · b | c 1 · 2'],
    ['', ''],
  ])('%j', (markdown, words) => expect(plainTextOf(markdown)).toBe(words));
});

it('empty lines without end are gone in time', () => {
  expect(plainTextOf(`${'\n'.repeat(100_000)}- one\n\n> two`)).toBe('one two');
});
