import { describe, expect, it } from 'vitest';
import { listReferences, readBlocks } from '../../src/markdown/blocks.ts';
import { splitMarkdown } from '../../src/markdown/pieces.ts';
import { type Rewriting, rewriteBlocks } from '../../src/markdown/rewrite-blocks.ts';

const ID = '0190aaaa-0000-7000-8000-000000000001';

const rewrite = (text: string, options: Partial<Rewriting> = {}): string =>
  rewriteBlocks(readBlocks(text), { shift: 0, spacers: false, addressOf: () => undefined, ...options });

describe('headings', () => {
  it.each([
    ['# A', 3, '#### A'],
    ['# A\n\ntext\n## B', 3, '#### A\n\ntext\n##### B'],
    ['#### A', -1, '### A'],
    ['##### A', 3, '###### A'],
    ['## A ##', 2, '#### A ##'],
    ['Title\n===', 3, '#### Title'],
    ['Title\n---\n\ntext', 2, '#### Title\n\ntext'],
    ['Two\nlines\n===', 3, '#### Two lines'],
    ['Learning #\n===', 3, '#### Learning \\#'],
    ['> # quoted', 3, '> #### quoted'],
    ['> Set\n> ===\n> text', 3, '> #### Set\n> text'],
    ['- # listed', 3, '- #### listed'],
    ['```sh\n# comment\n```', 3, '```sh\n# comment\n```'],
    ['~~~\n# comment\n~~~', 3, '~~~\n# comment\n~~~'],
    ['text\n\n    # indented', 3, 'text\n\n    # indented'],
    ['- x\n\n  ```\n  # comment\n  ```', 3, '- x\n\n  ```\n  # comment\n  ```'],
    ['`\n# x\n`', 3, '`\n#### x\n`'],
    ['#no heading', 3, '#no heading'],
    ['\\# no heading', 3, '\\# no heading'],
    ['a\n\n---\n\nb', 3, 'a\n\n---\n\nb'],
    ['| a |\n|---|\n| # b |', 3, '| a |\n|---|\n| # b |'],
    ['<!--\n# x\n-->', 3, '<!--\n# x\n-->'],
  ])('%j by %i', (text, shift, expected) => {
    expect(rewrite(text, { shift })).toBe(expected);
  });

  it('takes spacers before those that follow something else', () => {
    const text = '# A\n\n## B\n\ntext\n## C\n\n&nbsp;\n\n## D\n\n> # E';
    expect(rewrite(text, { spacers: true })).toBe(
      '# A\n\n## B\n\ntext\n\n&nbsp;\n\n## C\n\n&nbsp;\n\n## D\n\n> # E',
    );
  });
});

describe('images', () => {
  const addressOf = (address: string): string | null | undefined =>
    address === `image:${ID}` ? './1.png' : address.startsWith('image:') ? null : undefined;

  it.each([
    [`![a](image:${ID})`, '![a](./1.png)'],
    [`![a [b] \\] *c*](image:${ID} "title")`, '![a [b] \\] *c*](./1.png "title")'],
    [`![a](<image:${ID}>)`, '![a](<./1.png>)'],
    [`text ![a](image:${ID}) and ![a](image:${ID})`, 'text ![a](./1.png) and ![a](./1.png)'],
    [`[![a](image:${ID})](https://e.org)`, '[![a](./1.png)](https://e.org)'],
    [`![a][x]\n\n[x]: image:${ID}`, '![a][x]\n\n[x]: ./1.png'],
    [`- item\n  ![a](image:${ID})`, '- item\n  ![a](./1.png)'],
    [`# ![a](image:${ID})`, '# ![a](./1.png)'],
    [`\`![a](image:${ID})\``, `\`![a](image:${ID})\``],
    [`\`\`\`\n![a](image:${ID})\n\`\`\``, `\`\`\`\n![a](image:${ID})\n\`\`\``],
    ['![a](https://e.org/a.png)', '![a](https://e.org/a.png)'],
    ['![a](image:gone) text', ' text'],
    ['[![a](image:gone)](https://e.org)', '[a](https://e.org)'],
  ])('%j', (text, expected) => {
    expect(rewrite(text, { addressOf })).toBe(expected);
  });
});

describe('what is left open is closed', () => {
  it.each([
    ['```js\ncode', '```js\ncode\n```'],
    ['~~~~\ncode\n~~~', '~~~~\ncode\n~~~\n~~~~'],
    ['```\ncode\n```', '```\ncode\n```'],
    ['```', '```\n```'],
    ['<!-- note', '<!-- note-->'],
    ['<!-- note -->', '<!-- note -->'],
    ['<script>\nx', '<script>\nx</script>'],
    ['<pre>\n\nx', '<pre>\n\nx</pre>'],
    ['<div>\nx', '<div>\nx'],
  ])('%j', (text, expected) => {
    expect(rewrite(text)).toBe(expected);
  });
});

describe('first and last block', () => {
  it.each([
    ['text', 'paragraph', 'paragraph'],
    ['two\nlines', 'paragraph', 'paragraph'],
    ['- a', '-', '-'],
    ['* a\n* b', '*', '*'],
    ['1. a\n2. b', '.', '.'],
    ['1) a', ')', ')'],
    ['- a\n\ntext', '-', 'paragraph'],
    ['text\n- a', 'paragraph', '-'],
    ['- a\n  - b', '-', '-'],
    ['- a\n* b', '-', '*'],
    ['- - -', 'other', 'other'],
    ['> a', 'other', 'other'],
    ['# a', 'heading', 'heading'],
    ['&nbsp;', 'spacer', 'spacer'],
    ['| a |\n|---|', 'other', 'other'],
    ['```\nx\n```', 'other', 'other'],
    ['1986. A year', '.', '.'],
    ['-5 degrees', 'paragraph', 'paragraph'],
  ])('%j opens with %s and ends with %s', (text, opensWith, endsWith) => {
    expect(readBlocks(text)).toMatchObject({ opensWith, endsWith });
  });
});

describe('listReferences', () => {
  it('finds links and images in order, none in code', () => {
    expect(
      listReferences('[a *b*](https://e.org) `[c](d)` ![e](f.png) https://g.org <https://h.org>'),
    ).toEqual([
      { kind: 'link', address: 'https://e.org', text: 'a b' },
      { kind: 'image', address: 'f.png', text: 'e' },
      { kind: 'link', address: 'https://g.org', text: 'https://g.org' },
      { kind: 'link', address: 'https://h.org', text: 'https://h.org' },
    ]);
  });
});

describe('long texts', () => {
  const BLOCK = `# Title\n\ntext\n\n- a\n- b\n\n\`\`\`\n\n# code\n\n\`\`\`\n\n<!--\n\n# note\n\n-->\n\n![x](image:${ID})\n\n`;
  const LONG = BLOCK.repeat(200).trimEnd();

  it('are cut where nothing is open, and nothing is lost', () => {
    const pieces = splitMarkdown(LONG);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.map(({ text }) => text).join('')).toBe(LONG);
    for (const { text, start } of pieces) expect(LONG.startsWith(text, start)).toBe(true);
  });

  it('are rewritten as short ones are', () => {
    const options = { shift: 2, addressOf: () => './1.png' };
    const short = BLOCK.replace('# Title', '### Title').replace(`image:${ID}`, './1.png');
    expect(rewrite(LONG, options)).toBe(short.repeat(200).trimEnd());
  });

  it('may be nested beyond reason', () => {
    expect(() => readBlocks(`# x\n\n${'> '.repeat(3000)}x`)).not.toThrow();
  });
});
