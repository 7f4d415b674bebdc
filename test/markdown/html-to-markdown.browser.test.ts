/** Every class of input the converter promises, in real Chromium: what is written, and that it stays so when read again. */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';

const base = 'https://e.org/dir/page';
const convert = (html: string, options: { rawHtml?: boolean; shortcodes?: 'hugo' } = {}): string =>
  htmlToMarkdown(parseHtml(html), { base, ...options }).markdown;
const render = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\``;

type Case = readonly [title: string, html: string, markdown: string];

const classes: Readonly<Record<string, readonly Case[]>> = {
  code: [
    ['pre without code', '<pre>a\n  b\n</pre>', fence('', 'a\n  b')],
    ['language on code', '<pre><code class="language-c++">x</code></pre>', fence('c++', 'x')],
    ['language on pre', '<pre class="language-objective-c"><code>x</code></pre>', fence('objective-c', 'x')],
    ['language of highlight.js', '<pre><code class="hljs python">x</code></pre>', fence('python', 'x')],
    [
      'language of GitHub',
      '<div class="highlight highlight-source-shell"><pre>npm i</pre></div>',
      fence('shell', 'npm i'),
    ],
    [
      'language of Rouge',
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>x</code></pre></div></div>',
      fence('ruby', 'x'),
    ],
    [
      'language of Sphinx',
      '<div class="highlight-go notranslate"><div class="highlight"><pre>x</pre></div></div>',
      fence('go', 'x'),
    ],
    [
      'language of pandoc',
      '<pre class="sourceCode haskell"><code class="sourceCode haskell">x</code></pre>',
      fence('haskell', 'x'),
    ],
    ['language in data', '<pre data-language="rust"><code>x</code></pre>', fence('rust', 'x')],
    [
      'a language name with line marks',
      '<pre><code class="language-js{1,3}">x</code></pre>',
      fence('js', 'x'),
    ],
    ['line breaks as elements', '<pre>a<br>b<br></pre>', fence('', 'a\nb')],
    [
      'a div for each line',
      '<pre><code><div>a</div><div><br></div><div>  b</div></code></pre>',
      fence('', 'a\n\n  b'),
    ],
    [
      'a span for each line',
      '<pre><code><span class="line">a</span><span class="line">b</span></code></pre>',
      fence('', 'a\nb'),
    ],
    [
      'lines of Shiki',
      '<pre class="shiki"><code><span class="line"><span>a</span></span>\n<span class="line"></span>\n<span class="line">b</span></code></pre>',
      fence('', 'a\n\nb'),
    ],
    [
      'lines of Docusaurus',
      '<div class="language-jsx codeBlockContainer"><pre class="prism-code language-jsx"><code><span class="token-line">a<br></span><span class="token-line">b<br></span></code></pre><div class="buttonGroup"><button>Copy</button></div></div>',
      fence('jsx', 'a\nb'),
    ],
    [
      'numbers of Chroma',
      '<div class="highlight"><table class="lntable"><tr><td class="lntd"><pre><code><span class="lnt">1\n</span><span class="lnt">2\n</span></code></pre></td><td class="lntd"><pre><code class="language-go" data-lang="go">a\nb\n</code></pre></td></tr></table></div>',
      fence('go', 'a\nb'),
    ],
    [
      'numbers of Hexo',
      '<figure class="highlight js"><table><tr><td class="gutter"><pre><span class="line">1</span><br><span class="line">2</span><br></pre></td><td class="code"><pre><span class="line">a</span><br><span class="line">b</span><br></pre></td></tr></table></figure>',
      fence('js', 'a\nb'),
    ],
    [
      "numbers of GitHub's file view",
      '<table class="highlight js-file-line-container" data-tagsearch-lang="Go"><tr><td class="blob-num" data-line-number="1"></td><td class="blob-code">package x</td></tr><tr><td class="blob-num" data-line-number="2"></td><td class="blob-code">\n</td></tr><tr><td class="blob-num"></td><td class="blob-code">var a</td></tr></table>',
      fence('go', 'package x\n\nvar a'),
    ],
    [
      'numbers beside each line',
      '<pre><code><span class="lineno">1</span>a\n<span class="lineno">2</span>b</code></pre>',
      fence('', 'a\nb'),
    ],
    ['a copy button inside', '<pre><button class="copy">Copy</button><code>x</code></pre>', fence('', 'x')],
    ['backticks inside', '<pre><code>```\nx\n```</code></pre>', '````\n```\nx\n```\n````'],
    [
      'indentation of the first line and empty lines',
      '<pre><code>    a\n\n\nb</code></pre>',
      fence('', '    a\n\n\nb'),
    ],
    [
      'in a line, with backticks',
      '<p><code>a`b</code> <code>``</code> <code> x </code></p>',
      '``a`b`` ` `` ` `  x  `',
    ],
    ['in a line, with a link', '<p><code>f(<a href="/t">T</a>)</code></p>', '`f(`[`T`](https://e.org/t)`)`'],
    ['next to code', '<p><code>a</code><code>b</code></p>', '`ab`'],
  ],
  lists: [
    ['right in a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
    ['side by side', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    [
      'start and values',
      '<ol start="3"><li>a</li><li value="9">b</li><li>c</li></ol>',
      '3. a\n\n9) b\n10) c',
    ],
    ['counting down', '<ol reversed><li>a</li><li>b</li></ol>', '2. a\n\n1) b'],
    [
      'boxes',
      '<ul><li><input type="checkbox" checked> a</li><li><label><input type="checkbox"> b</label></li></ul>',
      '- [x] a\n- [ ] b',
    ],
    [
      'several paragraphs and code',
      '<ol><li><p>a</p><p>b</p><pre>c\n\nd</pre></li></ol>',
      '1. a\n\n   b\n\n   ```\n   c\n\n   d\n   ```',
    ],
    ['a quote', '<ul><li>a<blockquote><p>q</p></blockquote></li></ul>', '- a\n  > q'],
    [
      'text that looks like an item',
      '<ul><li>1. a</li><li>- b</li><li>[ ] c</li></ul>',
      '- 1\\. a\n- \\- b\n- \\[ ] c',
    ],
  ],
  tables: [
    [
      'without a header',
      '<table><tr><td>a</td><td>b</td></tr></table>',
      '|   |   |\n| --- | --- |\n| a | b |',
    ],
    [
      'pipes',
      '<table><tr><th>a|b</th></tr><tr><td><code>x|y</code></td></tr></table>',
      '| a\\|b |\n| --- |\n| `x\\|y` |',
    ],
    [
      'line breaks, lists and code in cells',
      '<table><tr><th>H</th><th>I</th></tr><tr><td>a<br>b</td><td><ul><li>c</li><li>d</li></ul><pre>e\nf</pre></td></tr></table>',
      '| H | I |\n| --- | --- |\n| a b | • c • d `e` `f` |',
    ],
    [
      'spans filled',
      '<table><tr><th>A</th><th colspan="2">B</th></tr><tr><td rowspan="2">r</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
      '| A | B | B |\n| --- | --- | --- |\n| r | 1 | 2 |\n| r | 3 | 4 |',
    ],
    [
      'alignment',
      '<table><tr><th align="right">A</th><th style="text-align: center">B</th><th>C</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
      '| A | B | C |\n| ---: | :---: | --- |\n| 1 | 2 | 3 |',
    ],
    [
      'a caption',
      '<table><caption>Cap</caption><tr><th>A</th></tr><tr><td>1</td></tr></table>',
      'Cap\n\n| A |\n| --- |\n| 1 |',
    ],
    ['for layout', '<table><tr><td><h2>A</h2><p>x</p></td><td><p>y</p></td></tr></table>', '## A\n\nx\n\ny'],
  ],
  emphasis: [
    ['beside CJK text', '<p>來<b>「x」</b>來</p>', '&#x4F86;**「x」**&#x4F86;'],
    ['beside Korean text', '<p><b>"말"</b>은 <em>(예)</em>입니다</p>', '**"말"**&#xC740; *(예)*&#xC785;니다'],
    ['adjacent', '<p><b>a</b><b>b</b> <i>c</i><b>d</b></p>', '**ab** _c_**d**'],
    ['with a line break', '<p><b>a<br>b</b> <b>c<br></b>d</p>', '**a  \nb** **c**  \nd'],
    ['with spaces at its edges', '<p>a<b> b </b>c<i>&nbsp;d</i></p>', 'a **b** c\u00a0*d*'],
    ['inside a word', '<p>a<i>b</i>c<b>d</b>e</p>', 'a*b*c**d**e'],
    ['in emphasis', '<p>x <b><i>y</i></b> z<b><i>y</i></b>z</p>', 'x **_y_** z***y***z'],
    ['empty', '<p>a<b></b><i> </i>b</p>', 'a b'],
    [
      'from editors',
      '<p><b style="font-weight:normal"><span style="font-weight:700">a</span> <span style="font-style:italic">b</span></b></p>',
      '**a** *b*',
    ],
  ],
  links: [
    [
      'around a heading and a paragraph',
      '<a href="/u"><h3>A</h3><p>b</p></a>',
      '### [A](https://e.org/u)\n\n[b](https://e.org/u)',
    ],
    [
      'around an image',
      '<a href="/u"><img src="i.png" alt="A"></a>',
      '[![A](https://e.org/dir/i.png)](https://e.org/u)',
    ],
    [
      'with parentheses and spaces',
      '<p><a href="/a(b)">x</a> <a href="/a(b">y</a> <a href="/a b">z</a></p>',
      '[x](https://e.org/a(b)) [y](https://e.org/a\\(b) [z](https://e.org/a%20b)',
    ],
    [
      'that are their own text',
      '<p><a href="https://e.org/a_b_c">https://e.org/a_b_c</a></p>',
      '<https://e.org/a_b_c>',
    ],
    ['as mere text', '<p>See https://e.org/a_b_c now</p>', 'See https://e.org/a_b_c now'],
    [
      'that may not be kept',
      '<p><a href="javascript:x()">a</a> <a href="data:text/html,x">b</a> <a href="mailto:x@e.org">c</a></p>',
      'a b [c](mailto:x@e.org)',
    ],
    [
      'with a title',
      '<p><a href="/u" title="say &quot;x&quot;">a</a></p>',
      '[a](https://e.org/u "say \\"x\\"")',
    ],
  ],
  images: [
    [
      'lazy',
      '<img src="data:image/gif;base64,AA" data-src="real.jpg" alt="A">',
      '![A](https://e.org/dir/real.jpg)',
    ],
    ['of several sizes', '<img src="s.png" srcset="s.png 100w, l.png 900w">', '![](https://e.org/dir/l.png)'],
    [
      'of a picture',
      '<picture><source srcset="p.webp"><img src="p.png" alt="A"></picture>',
      '![A](https://e.org/dir/p.png)',
    ],
    [
      'with brackets in the alternative text',
      '<img src="i.png" alt="a [b] *c*">',
      '![a [b] \\*c\\*](https://e.org/dir/i.png)',
    ],
    ['that count readers', '<p>a<img src="/t.gif" width="1" height="1"></p>', 'a'],
    [
      'in a figure',
      '<figure><img src="i.png" alt="A"><figcaption>Cap</figcaption></figure>',
      '![A](https://e.org/dir/i.png)\n\nCap',
    ],
  ],
  text: [
    [
      'that looks like HTML',
      '<p>Monte&lt;video&gt; &amp;copy; a &lt; b</p>',
      'Monte\\<video> \\&copy; a < b',
    ],
    [
      'that looks like blocks',
      '<p>1986. A year</p><p># x</p><p>- y</p><p>&gt; z</p><p>+</p><p>===</p>',
      '1986\\. A year\n\n\\# x\n\n\\- y\n\n\\> z\n\n\\+\n\n\\===',
    ],
    [
      'that looks like emphasis',
      '<p>snake_case 2*3*4 _a_ *b* 5 * 6 `c`d` ~~e~~</p>',
      'snake_case 2\\*3\\*4 \\_a\\_ \\*b\\* 5 * 6 \\`c\\`d\\` \\~\\~e\\~\\~',
    ],
    ['that looks like links', '<p>[a](b) [c] ![d](e) [^f]</p>', '[a\\](b) [c] ![d\\](e) \\[^f]'],
    [
      'that looks like a shortcode',
      '<p>{{&lt; x &gt;}} {{% y %}} {{ z }}</p>',
      '{\\{< x >}} {\\{% y %}} {{ z }}',
    ],
    [
      'that needs nothing',
      '<p>C# and 1+1=2, a-b, x > y, "quoted" (yes) 50% $5 a|b ~ fine_name!</p>',
      'C# and 1+1=2, a-b, x > y, "quoted" (yes) 50% $5 a|b ~ fine_name!',
    ],
    ['of options', '<p>use --flag</p>', 'use \\--flag'],
    [
      'that begins headings and cells',
      '<h2>1. A</h2><table><tr><th>-</th><th>+ b</th></tr><tr><td>1. c</td><td># d</td></tr></table>',
      '## 1. A\n\n| - | + b |\n| --- | --- |\n| 1. c | # d |',
    ],
    ['at the end of a heading', '<h2>C #</h2><h2>set {x}</h2>', '## C \\#\n\n## set \\{x}'],
  ],
  inline: [
    ['deleted, keys, marks', '<p><del>a</del> <kbd>Ctrl</kbd> <mark>b</mark></p>', '~~a~~ `Ctrl` **b**'],
    [
      'sub and sup',
      '<p>H<sub>2</sub>O x<sup>2</sup> 1<sup>st</sup> a<sup>n+1</sup></p>',
      'H2O x^2 1st a^(n+1)',
    ],
    ['definitions', '<dl><dt>T</dt><dd>D</dd><dt>U</dt><dd>E</dd></dl>', 'T\n: D\n\nU\n: E'],
    ['details', '<details><summary>S</summary><p>b</p></details>', '**S**\n\nb'],
    ['ruby', '<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></p>', '漢字(かんじ)'],
    ['soft hyphens', '<p>Donau&shy;dampf</p>', 'Donaudampf'],
    ['two line breaks', '<p>a<br><br>b<br>c</p>', 'a\n\nb  \nc'],
    [
      'footnotes',
      '<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup></p><div class="footnotes"><hr><ol><li id="fn:1"><p>Note <a href="#fnref:1" class="footnote-backref">↩︎</a></p></li></ol></div>',
      'a[^1]\n\n[^1]: Note',
    ],
    [
      'KaTeX',
      '<p><span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x2</span></span></p>',
      '$x^2$',
    ],
  ],
  'what does not belong': [
    ['hidden', '<p>a</p><p hidden>b</p><p style="display:none">c</p><span aria-hidden="true">d</span>', 'a'],
    [
      'controls',
      '<form><label>Name <input name="n"></label><select><option>x</option></select><button>Go</button></form>',
      'Name',
    ],
    ['anchors of headings', '<h2>A <a class="anchor" href="#a">#</a><a href="#a">¶</a></h2>', '## A'],
    ['scripts and styles', '<p>a</p><script>b</script><style>c</style><noscript>d</noscript>', 'a'],
  ],
};

for (const [name, cases] of Object.entries(classes)) {
  describe(name, () => {
    it.each(cases)('%s', (_title, html, markdown) => {
      expect(convert(html)).toBe(markdown);
    });
  });
}

describe('a second conversion', () => {
  const conventions =
    /shortcode|before markup|definitions|footnotes|in a line, with backticks|indentation|values|KaTeX|mere text/;
  it.each(
    Object.values(classes)
      .flat()
      .filter(([title]) => !conventions.test(title)),
  )('of %s gives the same', (_title, html) => {
    const first = convert(html);
    expect(convert(render(first))).toBe(first);
  });
});

describe('options', () => {
  it('hands images over', () => {
    const node = parseHtml('<p><img src="a.png" alt="A" width="10"><img src="b.png"></p>');
    const { markdown, images } = htmlToMarkdown(node, {
      base,
      imageAddress: ({ url }) => (url.endsWith('a.png') ? './1.png' : null),
    });
    expect(markdown).toBe('![A](./1.png)');
    expect(images).toEqual([{ url: 'https://e.org/dir/a.png', alt: 'A', width: 10, height: null }]);
  });
  it('writes raw HTML where it is allowed', () => {
    expect(
      convert('<p>x<sup>2</sup></p><table><tr><th>a<br>b</th><th>c</th></tr></table>', { rawHtml: true }),
    ).toBe('x<sup>2</sup>\n\n| a<br>b | c |\n| --- | --- |');
  });
  it('disarms shortcodes in code for Hugo alone', () => {
    const html = '<p><code>{{% y %}}</code></p><pre>{{&lt; z &gt;}}</pre>';
    expect(convert(html, { shortcodes: 'hugo' })).toBe(`\`{{%/* y */%}}\`\n\n${fence('', '{{</* z */>}}')}`);
    expect(convert(html)).toBe(`\`{{% y %}}\`\n\n${fence('', '{{< z >}}')}`);
  });
  it('leaves the node as it was', () => {
    const node = parseHtml('<ul><li><input type="checkbox"> a</li></ul>');
    const before = node.innerHTML;
    htmlToMarkdown(node, { base });
    expect(node.innerHTML).toBe(before);
  });
});
