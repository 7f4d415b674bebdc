import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText, escapeInline, formatLink } from '../../src/markdown/plain-text.ts';

describe('cleanText', () => {
  it.each([
    ['a\r\nb\rc\u0085d\u2028e\u2029f', 'a\nb\nc\nd\ne\nf'],
    ['a\u0000\u0007\u001b\u007f\u009fb\ufeff', 'ab'],
    ['\ud800a\udc00', 'a'],
    ['a\ufffeb\uffff', 'ab'],
    ['tab\tkept 😀 한', 'tab\tkept 😀 한'],
  ])('%j', (text, expected) => expect(cleanText(text)).toBe(expected));

  it('puts lines on one', () => expect(cleanLine('  a\n\n b\u00a0c ')).toBe('a b c'));
});

describe('escapeInline', () => {
  it.each([
    ['plain, text: with (marks)!', 'plain, text: with (marks)!'],
    ['snake_case_word 2 * 3 a ~ b C# 5 < 6 & x', 'snake_case_word 2 * 3 a ~ b C# 5 < 6 & x'],
    ['*a* _b_ **c**', '\\*a\\* \\_b\\_ \\*\\*c\\*\\*'],
    ['`a`', '\\`a\\`'],
    ['[a](b) ![c](d)', '\\[a](b) !\\[c](d)'],
    ['<b> </b> <!-- --> <https://e.org>', '\\<b> \\</b> \\<!-- --> \\<https://e.org>'],
    ['&copy; &#38; AT&T', '\\&copy; \\&#38; AT&T'],
    ['C:\\new \\*', 'C:\\new \\\\\\*'],
    ['ends \\', 'ends \\\\'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['Learning #', 'Learning \\#'],
    ['Title {#id}', 'Title \\{#id}'],
    ['{a} b', '{a} b'],
    ['two\nlines', 'two lines'],
  ])('%j becomes %j', (text, expected) => expect(escapeInline(text)).toBe(expected));
});

describe('formatLink', () => {
  it.each([
    ['T', 'https://e.org', '[T](https://e.org)'],
    ['T', ' https://e.org/위키?q=a b ', '[T](https://e.org/위키?q=a%20b)'],
    ['a]b [c]', 'https://e.org', '[a\\]b \\[c\\]](https://e.org)'],
    ['T', 'https://e.org/a_(b)', '[T](<https://e.org/a_(b)>)'],
    ['T', 'https://e.org/<x>"\\', '[T](https://e.org/%3Cx%3E"%5C)'],
    ['T', 'https://e.org/?a&copy;', '[T](https://e.org/?a&amp;copy;)'],
    ['', 'https://e.org/a_b', '<https://e.org/a_b>'],
    ['T', 'mailto:a@e.org', '[T](mailto:a@e.org)'],
    ['T', 'javascript:alert(1)', 'T'],
    ['T', 'not an address', 'T'],
    ['', 'data:text/html,x', ''],
  ])('%j to %j', (text, address, expected) => expect(formatLink(text, address)).toBe(expected));
});
