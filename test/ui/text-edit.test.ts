import { describe, expect, it } from 'vitest';
import {
  continueList,
  indentList,
  isEmptyListItem,
  linkOverSelection,
  nextListMarker,
  type TextEdit,
  type TextSelection,
  toggleMark,
} from '../../src/ui/text-edit.ts';

/** `|` is the caret, `[` and `]` the ends of a selection, in text that holds neither otherwise. */
const at = (marked: string): TextSelection => {
  const caret = marked.indexOf('|');
  if (caret !== -1) return { text: marked.replace('|', ''), start: caret, end: caret };
  const start = marked.indexOf('⟦');
  return { text: marked.replace(/[⟦⟧]/g, ''), start, end: marked.indexOf('⟧') - 1 };
};

const show = (text: string, start: number, end: number): string =>
  start === end
    ? `${text.slice(0, start)}|${text.slice(start)}`
    : `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;

const edited = ({ text }: TextSelection, edit: TextEdit | null): string | null =>
  edit === null
    ? null
    : show(text.slice(0, edit.from) + edit.insert + text.slice(edit.to), edit.start, edit.end);

describe('a line break in a list', () => {
  it.each([
    ['- one|', '- one\n- |'],
    ['* one|', '* one\n* |'],
    ['1. one|', '1. one\n2. |'],
    ['9) nine|', '9) nine\n10) |'],
    ['  - nested|', '  - nested\n  - |'],
    ['- [x] done|', '- [x] done\n- [ ] |'],
    ['- one| two', '- one\n- | two'],
    ['- a\n- b|\n- c', '- a\n- b\n- |\n- c'],
    ['- 한도는|', '- 한도는\n- |'],
  ])('%j becomes %j', (before, expected) => {
    expect(edited(at(before), continueList(at(before)))).toBe(expected);
  });

  it.each([
    ['- |', '|'],
    ['- one\n- |', '- one\n|'],
    ['1. one\n2. |', '1. one\n|'],
    ['- [ ] |', '|'],
  ])('the empty item of %j ends the list: %j', (before, expected) => {
    expect(edited(at(before), continueList(at(before)))).toBe(expected);
  });

  it.each(['plain|', '|- one', '-| one', '-one|', '1234567890. too long|', '⟦- one⟧', '', 'a - b|', '---|'])(
    '%j is an ordinary break',
    (before) => {
      expect(continueList(at(before === '' ? '|' : before))).toBe(null);
    },
  );
});

describe('markers', () => {
  it.each([
    ['- one', '- '],
    ['3. three', '4. '],
    ['   + x', '   + '],
    ['- [X] x', '- [ ] '],
    ['text', ''],
    ['', ''],
  ])('after %j comes %j', (line, marker) => {
    expect(nextListMarker(line)).toBe(marker);
  });

  it.each([
    ['- ', true],
    ['12. ', true],
    ['- [ ] ', true],
    ['-', false],
    ['- x', false],
    ['', false],
    ['- one\n- ', false],
  ])('%j is an empty item: %j', (line, expected) => {
    expect(isEmptyListItem(line)).toBe(expected);
  });
});

describe('indenting', () => {
  it.each([
    ['- one|', false, '  - one|'],
    ['  - one|', true, '- one|'],
    ['- one|', true, '- one|'],
    ['- a\n⟦- b\n- c⟧\n- d', false, '- a\n  ⟦- b\n  - c⟧\n- d'],
    ['- a\n  ⟦- b\n  - c⟧', true, '- a\n⟦- b\n- c⟧'],
  ] as const)('%j, outwards %j, becomes %j', (before, outwards, expected) => {
    expect(edited(at(before), indentList(at(before), outwards))).toBe(expected);
  });

  it('leaves Tab to the browser outside a list', () => {
    expect(indentList(at('plain|'), false)).toBe(null);
  });
});

describe('marks and links', () => {
  it.each([
    ['say ⟦no⟧ early', '**', 'say **⟦no⟧** early'],
    ['say **⟦no⟧** early', '**', 'say ⟦no⟧ early'],
    ['say |', '`', 'say `|`'],
    ['say `|`', '`', 'say |'],
    ['⟦👩🏽‍💻⟧', '*', '*⟦👩🏽‍💻⟧*'],
  ])('%j with %j becomes %j', (before, mark, expected) => {
    expect(edited(at(before), toggleMark(at(before), mark))).toBe(expected);
  });

  it.each([
    ['see ⟦calm⟧ now', ' https://example.org/a ', 'see [calm](https://example.org/a)| now'],
    ['⟦a⟧', 'https://example.org/a_(b)', '[a](<https://example.org/a_(b)>)|'],
  ])('an address pasted over %j: %j gives %j', (before, pasted, expected) => {
    expect(edited(at(before), linkOverSelection(at(before), pasted))).toBe(expected);
  });

  it.each([
    ['see | now', 'https://example.org/'],
    ['⟦two\nlines⟧', 'https://example.org/'],
    ['⟦x⟧', 'javascript:alert(1)'],
    ['⟦x⟧', 'https://example.org/ and more'],
    ['⟦x⟧', 'words'],
  ])('%j with %j is an ordinary paste', (before, pasted) => {
    expect(linkOverSelection(at(before), pasted)).toBe(null);
  });
});
