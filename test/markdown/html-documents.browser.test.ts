/** What tools that write documents and messages make of HTML, in real Chromium: what is written, and that it stays so. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';

const base = 'https://e.org/dir/page';
const convert = (html: string): string => htmlToMarkdown(parseHtml(html), { base }).markdown;
const render = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

const CASES: readonly (readonly [title: string, html: string, markdown: string])[] = [
  [
    'headings that lead back to the contents',
    '<h2><a class="toc-backref" role="doc-backlink" href="#id1">Why so?</a><a class="headerlink" href="#why">¶</a></h2><h3>Note <a role="doc-backlink" href="#id2">↩</a></h3>',
    '## Why so?\n\n### Note',
  ],
  [
    'a corner above the headers of rows',
    '<table><tr><td></td><th>X</th></tr><tr><th>r</th><td>1</td></tr></table>',
    '|   | X |\n| --- | --- |\n| r | 1 |',
  ],
  [
    'a header beside an empty value',
    '<table><tr><th>k</th><td></td></tr><tr><th>l</th><td>1</td></tr></table>',
    '|   |   |\n| --- | --- |\n| k |   |\n| l | 1 |',
  ],
  [
    'a picture beside a warning',
    '<table><tr><td rowspan="2"><img src="w.png" alt="[Warning]"></td><th>Warning</th></tr><tr><td><p>Do not.</p></td></tr></table>',
    '![[Warning]](https://e.org/dir/w.png)\n\nWarning\n\nDo not.',
  ],
  [
    'a picture over several rows, and rows of nothing',
    '<table><tr><td rowspan="2"><img src="w.png"></td><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td colspan="3"></td></tr></table>',
    '|   |   |   |\n| --- | --- | --- |\n| ![](https://e.org/dir/w.png) | a | b |\n|   | c | d |',
  ],
  [
    'line numbers in a cell of their own, by a name nobody knows',
    '<table class="scripter"><tr><td><div><div>1</div><div>2</div></div></td><td><div><div>int a;</div><div>&nbsp;&nbsp;b();</div></div></td></tr></table>',
    '```\nint a;\n  b();\n```',
  ],
  [
    'figures that count nothing',
    '<table class="t"><tr><td><div>1</div><div>3</div></td><td><div>a</div><div>b</div></td></tr></table>',
    '|   |   |\n| --- | --- |\n| 1 3 | a b |',
  ],
  [
    'definitions of several blocks',
    '<dl><dt><code>--x</code></dt><dd><p>One.</p><pre>a\n  b</pre></dd><dt>y</dt><dd>a<br>b</dd><dd>c<ul><li>d</li></ul></dd><dd>e</dd></dl>',
    '`--x`\n: One.\n\n  ```\n  a\n    b\n  ```\n\ny\n: a  \n  b\n: c\n\n  - d\n\n: e',
  ],
  [
    'definitions that begin with no text, whose terms are bold anyway',
    '<dl><dt>A <b>b</b></dt><dd><ul><li>c</li></ul></dd><dt>D</dt><dd>e</dd></dl>',
    '**A b**\n\n- c\n\n**D**\n\ne',
  ],
  [
    'definitions of several blocks in a definition',
    '<dl><dt>A</dt><dd>b<dl><dt>C</dt><dd>d<p>e</p></dd></dl></dd></dl>',
    '**A**\n\nb\n\nC\n: d\n\n  e',
  ],
  [
    'formulas drawn by a service',
    '<p><img src="https://latex.codecogs.com/svg.image?%5Cinline%20%5Cfrac%7Ba%7D%7Bb%7D" alt="equation"> <img src="//f.example/equation?tex=x%5E2" alt="x^2"> <img src="https://c.example/chart?cht=tx&amp;chl=%5Calpha%2B1"></p>',
    '$\\frac{a}{b}$ $x^2$ $\\alpha+1$',
  ],
  [
    'formulas kept in an attribute',
    '<p>a <span data-formula="x_1"><span data-formula="x_1"><svg></svg></span></span> b</p>',
    'a $x_1$ b',
  ],
  [
    'placeholders beside a picture under any name',
    '<p><img src="blank.gif" data-lazyload="r.webp" alt="a"><img src="data:image/png;base64,AA" data-x="https://c.org/p.png?w=1" alt="b"><img src="real.jpg" data-hover="h.jpg" alt="c"></p>',
    '![a](https://e.org/dir/r.webp)![b](https://c.org/p.png?w=1)![c](https://e.org/dir/real.jpg)',
  ],
  [
    'lines that are kept',
    '<div style="white-space: pre-wrap">one\ntwo\n\n  three</div><p>four\nfive</p>',
    'one  \ntwo\n\nthree\n\nfour five',
  ],
  [
    'marks around links within words',
    '<p>한<b><a href="/a">글</a></b>은 <em><strong><a href="/b">x.</a></strong></em>y <b><a href="/c">z</a></b></p>',
    '한[**글**](https://e.org/a)은 [_**x.**_](https://e.org/b)y **[z](https://e.org/c)**',
  ],
  [
    'brackets in alternative text',
    '<img src="1.png" alt="a [b] c"><img src="2.png" alt="a [b"><img src="3.png" alt="[a](b) [^1]">',
    '![a [b] c](https://e.org/dir/1.png)![a b](https://e.org/dir/2.png)![a(b) ^1](https://e.org/dir/3.png)',
  ],
  [
    'signs that would be set as quotes',
    '<p>a &lt;&lt; b &gt;&gt; c, &lt;&lt;EOF</p><p>&gt;&gt;&gt; x</p>',
    'a \\<< b \\>> c, \\<\\<EOF\n\n\\>\\>> x',
  ],
  ['charges', '<p>Na<sup>+</sup> and Ca<sup>2+</sup></p>', 'Na^+ and Ca^(2+)'],
  [
    'quotes and dashes in alternative text',
    '<img src="i.png" alt="It\'s &quot;here&quot; -- 한국&quot;어&quot;... 5 * 3">',
    '![It’s “here” – 한국“어”… 5 * 3](https://e.org/dir/i.png)',
  ],
  ['a language as a class alone', '<pre class="objective-c"><code>x</code></pre>', '```objective-c\nx\n```'],
];

describe('documents', () => {
  it.each(CASES)('%s', (_title, html, markdown) => {
    expect(convert(html)).toBe(markdown);
    if (!/\n: |\$/.test(markdown)) expect(convert(render(markdown))).toBe(markdown);
  });
});

it('asks the page which lines are kept', () => {
  const post = document.createElement('div');
  post.innerHTML =
    '<style>.post{white-space:pre-line}</style><div class="post">a\n<i>b</i>\nc <code>d\ne</code></div>';
  document.body.append(post);
  expect(htmlToMarkdown(post, { base }).markdown).toBe('a  \n*b*  \nc `d e`');
  post.remove();
});
