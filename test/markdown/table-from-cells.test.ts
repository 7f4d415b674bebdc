import { expect, it } from 'vitest';
import { parseMarkdown } from '../../src/markdown/blocks.ts';
import { tableFromCells } from '../../src/markdown/table-from-cells.ts';

it.each([
  ['two by two', 'a\tb\nc\td', '| a | b |\n| --- | --- |\n| c | d |'],
  ['Windows line ends and a last one', 'a\tb\r\nc\td\r\n', '| a | b |\n| --- | --- |\n| c | d |'],
  [
    'numbers to the right',
    'what\tp99\nold\t12.5\nnew\t3',
    '| what | p99 |\n| --- | --: |\n| old | 12.5 |\n| new | 3 |',
  ],
  ['money and shares', 'a\tb\n€ 1,200\t5 %', '| a | b |\n| --: | --: |\n| € 1,200 | 5 % |'],
  ['pipes and marks', 'a|b\t*c*\n`d`\t<e>', '| a\\|b | \\*c\\* |\n| --- | --- |\n| \\`d\\` | \\<e> |'],
  [
    'a quoted cell with a line feed, a tab and quotes',
    'a\tb\n"one\ntwo\tthree ""x"""\td',
    '| a | b |\n| --- | --- |\n| one two three "x" | d |',
  ],
  ['a quote that quotes nothing', 'a\tb\n"c\td', '| a | b |\n| --- | --- |\n| "c | d |'],
  ['empty cells', 'a\tb\n\td\nc\t', '| a | b |\n| --- | --- |\n|  | d |\n| c |  |'],
  ['Korean', '이름\t값\n큐\t길이', '| 이름 | 값 |\n| --- | --- |\n| 큐 | 길이 |'],
])('%s', (_name, text, table) => expect(tableFromCells(text)).toBe(table));

it.each([
  ['one row', 'a\tb'],
  ['one column', 'a\nb'],
  ['indented code', '\tif x {\n\ty\n'],
  ['rows of different lengths', 'a\tb\nc\td\te'],
  ['a makefile', 'all:\n\tgo build\n\tgo test'],
  ['nothing', ''],
])('%s is no table', (_name, text) => expect(tableFromCells(text)).toBeNull());

it('is read as a table of that size', () => {
  const table = tableFromCells('a\tb|\\\n`x\\\tc\nd\\|\te');
  const [node, ...others] = parseMarkdown(table ?? '').children;
  expect(others).toEqual([]);
  if (node?.type !== 'table') throw new Error(`a ${node?.type}, not a table`);
  expect(node.children.map((row) => row.children.length)).toEqual([2, 2, 2]);
});
