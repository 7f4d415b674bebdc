/** Passages of a rendered piece, told apart by the note they come from. */
import { expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render.ts';
import { markNotes } from '../../src/recap-page/mark-notes.ts';

/** Each marked element as `note: tag text`. */
const marked = (parts: readonly (readonly [string | null, string])[]): readonly string[] => {
  const lines: string[] = [];
  const noteLines = parts.flatMap(([noteId, text]) => {
    const from = lines.length;
    lines.push(...text.split('\n'));
    return noteId === null ? [] : [{ noteId, from, to: lines.length }];
  });
  const markdown = `${lines.join('\n')}\n`;
  const target = document.createElement('div');
  renderMarkdown(target, markdown, { resolveImage: () => null });
  markNotes(target, { key: 'x', sessionId: null, markdown, images: new Map(), noteLines });
  return [...target.querySelectorAll('[data-note]')].map(
    (element) =>
      `${element.getAttribute('data-note')}: ${element.localName} ${element.textContent?.trim().replace(/\s+/g, ' ')}`,
  );
};

it.each([
  [
    'paragraphs',
    [
      [null, '### Talk\n'],
      ['a', 'One\n'],
      ['b', 'Two\n'],
    ],
    ['a: p One', 'b: p Two'],
  ],
  [
    'notes that are one list',
    [
      ['a', '- One'],
      ['b', '- Two\n  - deep'],
    ],
    ['a: li One', 'b: li Two deep'],
  ],
  ['a note with a list of its own', [['a', '- One\n- Two\n']], ['a: ul One Two']],
  [
    'tables, code and quotes',
    [
      ['a', '| x |\n| --- |\n| y |\n'],
      ['b', '```go\nz\n```\n'],
      ['c', '> **Q**: why  \n> **A**: so\n'],
    ],
    ['a: table x y', 'b: pre z', 'c: blockquote Q: why A: so'],
  ],
  [
    'definitions between',
    [
      ['a', 'One [x][y]\n\n[y]: https://y.example\n'],
      ['b', 'Two\n'],
    ],
    ['a: p One x', 'b: p Two'],
  ],
  [
    'text with HTML: nothing is guessed',
    [
      ['a', '<div>\n\none\n\n</div>\n'],
      ['b', 'Two\n'],
    ],
    [],
  ],
] as const)('%s', (_name, parts, wanted) => expect(marked(parts)).toEqual(wanted));

it('one passage of a piece is a stop of the Tab key', () => {
  const target = document.createElement('div');
  const markdown = 'One\n\nTwo\n';
  renderMarkdown(target, markdown, { resolveImage: () => null });
  const noteLines = [
    { noteId: 'a', from: 0, to: 1 },
    { noteId: 'b', from: 2, to: 3 },
  ];
  markNotes(target, { key: 'x', sessionId: null, markdown, images: new Map(), noteLines });
  expect([...target.children].map((element) => (element as HTMLElement).tabIndex)).toEqual([0, -1]);
});
