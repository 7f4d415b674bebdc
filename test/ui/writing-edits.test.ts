import { describe, expect, it } from 'vitest';
import type { TextEdit, TextSelection } from '../../src/ui/text-edit.ts';
import {
  asQuestion,
  breakInCode,
  codeBlock,
  completeLink,
  completingAt,
  insertBlock,
  insertWords,
  isInCode,
} from '../../src/ui/writing-edits.ts';

/** `|` is the caret, `⟦` and `⟧` the ends of a selection. */
const at = (marked: string): TextSelection => {
  const start = marked.indexOf('⟦');
  if (start !== -1) return { text: marked.replace(/[⟦⟧]/g, ''), start, end: marked.indexOf('⟧') - 1 };
  const caret = marked.indexOf('¦');
  return { text: marked.replace('¦', ''), start: caret, end: caret };
};

const edited = ({ text }: TextSelection, edit: TextEdit | null): string | null => {
  if (edit === null) return null;
  const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  return `${after.slice(0, edit.start)}¦${after.slice(edit.end)}`;
};

describe('a line break in a code block', () => {
  it.each([
    ['```go¦', '```go\n¦\n```'],
    ['before\n\n```¦', 'before\n\n```\n¦\n```'],
    ['~~~ts¦', '~~~ts\n¦\n~~~'],
    ['```go\nfunc main() {\n\tx¦\n```', '```go\nfunc main() {\n\tx\n\t¦\n```'],
    ['```go\n  a¦', '```go\n  a\n  ¦'],
    ['```go¦\na\n```', '```go\n¦\na\n```'],
    ['````md\n```\n¦\n````', '````md\n```\n\n¦\n````'],
  ])('%j', (before, after) => expect(edited(at(before), breakInCode(at(before)))).toBe(after));

  it.each(['words¦', '```go\na\n```¦', '```go\na\n```\n¦', '`code`¦', '```inline``` words¦', '¦```go'])(
    '%j is no code',
    (text) => {
      const selection = at(text);
      if (text !== '¦```go') expect(isInCode(selection)).toBe(false);
      if (text !== '¦```go') expect(breakInCode(selection)).toBeNull();
    },
  );
});

describe('a selection as a code block', () => {
  it.each([
    ['⟦a := 1⟧', '```¦\na := 1\n```'],
    ['words ⟦x⟧ more', 'words \n```¦\nx\n```\n more'],
    ['⟦```\nx\n```⟧', '````¦\n```\nx\n```\n````'],
    ['¦', '```¦\n\n```'],
  ])('%j', (before, after) => expect(edited(at(before), codeBlock(at(before)))).toBe(after));
});

describe('a link being looked for', () => {
  it.each([
    ['see [[¦', ''],
    ['see [[small qu¦', 'small qu'],
    ['[[큐 관리¦', '큐 관리'],
    ['[[a]] and [[b¦ c', 'b'],
  ])('%j looks for %j', (text, query) => expect(completingAt(at(text))?.query).toBe(query));

  it.each(['see [¦', '[[done]]¦', '[[a\n¦', '[[a](b)¦', '```\n[[a¦\n```', `[[${'x'.repeat(61)}¦`])(
    '%j looks for nothing',
    (text) => expect(completingAt(at(text))).toBeNull(),
  );

  it('takes the place of what was typed, and of brackets that were closed already', () => {
    const selection = at('see [[qu¦]] too');
    const looking = completingAt(selection);
    expect(looking).not.toBeNull();
    if (looking === null) return;
    const link = '[Queues](https://q.example/)';
    expect(edited(selection, completeLink(selection.text, looking, link))).toBe(`see ${link}¦ too`);
  });
});

it.each([
  ['¦', '12′ ¦'],
  ['at¦', 'at 12′ ¦'],
  ['at ¦ this', 'at 12′¦ this'],
  ['⟦x⟧', '12′ ¦'],
])('a time in %j', (before, after) => expect(edited(at(before), insertWords(at(before), '12′'))).toBe(after));

it.each([
  ['¦', 'T¦'],
  ['a¦', 'a\n\nT¦'],
  ['a\n¦', 'a\n\nT¦'],
  ['a¦b', 'a\n\nT¦\n\nb'],
])('a block in %j', (before, after) => expect(edited(at(before), insertBlock(at(before), 'T'))).toBe(after));

it.each([
  ['Q: why', 'why'],
  ['q: ', ''],
  ['q:', null],
  ['질문: 왜', '왜'],
  ['質問：なぜ', 'なぜ'],
  ['Queue: full', null],
  ['FAQ: no', null],
  ['https://q.example', null],
])('%j as a question: %j', (text, question) => expect(asQuestion(text)).toBe(question));
