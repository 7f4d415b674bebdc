/** Selections as a person makes them, in a real page. */
import { afterEach, describe, expect, it } from 'vitest';
import { readSelection } from '../../src/capture/read-selection.ts';

const stage = document.createElement('main');
document.body.append(stage);
afterEach(() => {
  document.getSelection()?.removeAllRanges();
  stage.replaceChildren();
});

/** Shows HTML in which `[` and `]` stand where the selection begins and ends. */
const select = (html: string): void => {
  stage.setHTML(html, { sanitizer: new Sanitizer({ removeElements: [] }) });
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const start = node.data.indexOf('[');
    if (start >= 0) {
      node.deleteData(start, 1);
      range.setStart(node, start);
    }
    const end = node.data.indexOf(']');
    if (end >= 0) {
      node.deleteData(end, 1);
      range.setEnd(node, end);
    }
  }
  document.getSelection()?.addRange(range);
};

const selected = (html: string): string => {
  select(html);
  return readSelection(document).selection?.markdown ?? '';
};

describe('readSelection', () => {
  it.each([
    ['whole words', '<p>An import[ant poi]nt.</p>', 'important point'],
    ['words of unspaced scripts as selected', '<p>東[京タワ]ーへ</p>', '京タワ'],
    [
      'a link that it stands in',
      '<p>See <a href="https://e.org/x">the [long] manual</a>.</p>',
      '[long](https://e.org/x)',
    ],
    ['emphasis that it stands in', '<p><strong>very [strong] words</strong></p>', '**strong**'],
    ['parts of two paragraphs', '<p>one [two</p><p>three] four</p>', 'two\n\nthree'],
    ['a heading and what follows', '<h2>[Head</h2><p>text]</p>', '## Head\n\ntext'],
    ['a heading alone', '<h2>[Head]</h2>', '## Head'],
    ['a part of a heading', '<h2>A [long] head</h2>', 'long'],
    ['items of a list', '<ul><li>a</li><li>[b</li><li>c]</li></ul>', '- b\n- c'],
    ['items of a numbered list', '<ol><li>a</li><li>[b</li><li>c]</li></ol>', '2. b\n3. c'],
    ['text in an item', '<ul><li>some [words] here</li></ul>', 'words'],
    [
      'rows of a table, with its header',
      '<table><thead><tr><th>H</th><th>I</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr><tr><td>[c</td><td>d]</td></tr></tbody></table>',
      '| H | I |\n| --- | --- |\n| c | d |',
    ],
    ['text in a cell', '<table><tr><td>a [cell] text</td><td>b</td></tr></table>', 'cell'],
    [
      'code that begins outside',
      '<p>[see</p><pre><code class="language-go">a := 1\nb]c := 2\nd := 3</code></pre>',
      'see\n\n```go\na := 1\nbc := 2\nd := 3\n```',
    ],
    [
      'lines of code, whole',
      '<pre><code class="language-go">a := 1\nb[b := 2\ncc] := 3\nd</code></pre>',
      '```go\nbb := 2\ncc := 3\n```',
    ],
    ['a piece of a line of code', '<pre><code>foo([bar], baz)</code></pre>', '`bar`'],
    ['a piece of code in a line', '<p>Call <code>run[Everything]()</code> now.</p>', '`runEverything`'],
  ])('takes %s', (_title, html, markdown) => {
    expect(selected(html)).toBe(markdown);
  });

  it('ends before the block that a triple click reaches into', () => {
    stage.setHTML('<p>first</p><pre>second</pre>');
    const range = document.createRange();
    range.setStart(stage.querySelector('p')!.firstChild!, 0);
    range.setEnd(stage.querySelector('pre')!, 0);
    document.getSelection()?.addRange(range);
    expect(readSelection(document).selection?.markdown).toBe('first');
  });

  it('reads a text area, and shows its text as text', () => {
    const area = document.createElement('textarea');
    stage.append(area);
    area.value = 'one <b> two\nthree';
    area.focus();
    area.setSelectionRange(4, 17);
    expect(readSelection(document).selection?.markdown).toBe('\\<b> two  \nthree');
  });

  it('reads into an open shadow root', () => {
    const root = stage.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    root.setHTML('<p>in the <em>shade</em></p>');
    document.getSelection()?.selectAllChildren(root.querySelector('p')!);
    expect(readSelection(document).selection?.markdown).toBe('in the *shade*');
  });

  it('reads a frame of the same site', () => {
    const frame = stage.appendChild(document.createElement('iframe'));
    const page = frame.contentDocument!;
    page.body.append('framed words');
    page.getSelection()?.selectAllChildren(page.body);
    expect(readSelection(document).selection?.markdown).toBe('framed words');
  });

  it('gives nothing for no selection, and images with their addresses', () => {
    expect(readSelection(document).selection).toBeNull();
    select('<p>[x <img src="/a.png" alt="A" width="4"> y]</p>');
    expect(readSelection(document).selection?.images).toEqual([
      { url: new URL('/a.png', document.baseURI).href, alt: 'A', width: 4, height: null },
    ]);
  });
});
