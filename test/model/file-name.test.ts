import { describe, expect, it } from 'vitest';
import { safeFileName, slugOf, uniqueName } from '../../src/model/file-name.ts';

describe('safeFileName', () => {
  it.each([
    ['plain name.md', 'plain name.md'],
    ['한강 2024', '한강 2024'],
    ['\u1112\u1161\u11ab', '한'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['../../x', 'x'],
    ['.hidden', 'hidden'],
    ['dots...', 'dots'],
    ['space ', 'space'],
    ['a\u0000b\u001fc\u202ed', 'a-b-c-d'],
    ['CON', 'CON-1'],
    ['con.txt', 'con-1.txt'],
    ['com¹', 'com¹-1'],
    ['console', 'console'],
    ['LPT9.md', 'LPT9-1.md'],
    ['', 'fallback'],
    ['...', 'fallback'],
    ['\ud800', 'fallback'],
  ])('%j becomes %j', (text, name) => {
    expect(safeFileName(text, 'fallback')).toBe(name);
  });

  it('keeps names short in bytes and whole in characters', () => {
    expect(new TextEncoder().encode(safeFileName('가'.repeat(500), 'x')).length).toBe(120);
    const family = safeFileName('👩‍👩‍👧'.repeat(50), 'x');
    expect(family.isWellFormed()).toBe(true);
  });
});

describe('slugOf', () => {
  it.each([
    ['GopherCon Korea 2023', 'gophercon-korea-2023'],
    ['  What’s new in C++ / Go?  ', 'whats-new-in-c-go'],
    ['한강 러스트 콘퍼런스', '한강-러스트-콘퍼런스'],
    ['ガ ガ', 'ガ-ガ'],
    ['🎉🎉', 'recap'],
    ['NUL', 'nul-1'],
    ['_index', 'index'],
  ])('%j becomes %j', (text, slug) => {
    expect(slugOf(text, 'recap')).toBe(slug);
  });
});

describe('uniqueName', () => {
  it('counts on, whatever the letter case', () => {
    expect(uniqueName('Slide', new Set(['slide', 'slide-2']))).toBe('Slide-3');
  });
});
