/** Converted pages, built by real Hugo: the built page has the text, structure, code and links of the source. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript, type ConverterPage, openConverterPage } from '../support/converter-page.ts';

const hasHugo = spawnSync('hugo', ['version']).status === 0;

/** What the source is, and what the built page must hold, in this order. */
const CASES: readonly (readonly [title: string, html: string, built: readonly string[]])[] = [
  [
    'emphasis beside CJK',
    '<p>來<b>「x」</b>來 <b>"말"</b>은</p>',
    ['來<strong>「x」</strong>來', '말', '</strong>은'],
  ],
  [
    'text that looks like markup',
    '<p>Monte&lt;video&gt; &amp;copy; {{&lt; x &gt;}} 1 * 2 _a_</p><p>1986. A year</p>',
    ['Monte&lt;video&gt; &amp;copy; {{&lt; x &gt;}} 1 * 2 _a_', '<p>1986. A year</p>'],
  ],
  [
    'shortcodes in code',
    '<p><code>{{% y %}}</code></p><pre>{{&lt; z a="1" &gt;}}</pre>',
    ['<code>{{% y %}}</code>', '{{&lt; z a=&quot;1&quot; &gt;}}'],
  ],
  [
    'tables',
    '<table><tr><th>a|b</th><th colspan="2">C</th></tr><tr><td rowspan="2"><code>x|y</code></td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>',
    ['<th>a|b</th>', '<td><code>x|y</code></td>', '<td>4</td>'],
  ],
  [
    'lists side by side, numbers that jump',
    '<ul><li>a</li></ul><ul><li>b</li></ul><ol start="3"><li>c</li><li value="9">d</li></ol>',
    ['<li>a</li>', '</ul>', '<ul>', '<li>b</li>', '<ol start="3">', '<ol start="9">'],
  ],
  ['boxes', '<ul><li><input type="checkbox" checked> a</li></ul>', ['checked', 'type="checkbox"']],
  ['definitions', '<dl><dt>T</dt><dd>D</dd></dl>', ['<dt>T</dt>', '<dd>D</dd>']],
  [
    'definitions of several blocks',
    '<dl><dt>T</dt><dd>a<pre>b</pre><ul><li>c</li></ul></dd><dt>U</dt><dd>d</dd><dd>e<p>f</p></dd></dl><p>g</p>',
    [
      '<dt>T</dt>',
      '<dd>a',
      '<code>b',
      '<li>c</li>',
      '</dd>',
      '<dt>U</dt>',
      '<dd>d</dd>',
      '<dd>e',
      '<p>f</p>',
      '</dl>',
      '<p>g</p>',
    ],
  ],
  [
    'alternative text',
    `<p><img src="/i.png" alt="It's &quot;x&quot; -- [y] ..."><b><a href="/z">말.</a></b>은</p>`,
    ['alt="It’s “x” – [y] …"', '<strong>말.</strong></a>은'],
  ],
  [
    'footnotes',
    '<p>a<sup><a href="#fn">1</a></sup></p><ol class="footnotes"><li id="fn">Note</li></ol>',
    ['class="footnote-ref"', 'Note'],
  ],
  [
    'addresses with underscores',
    '<p><a href="https://e.org/a_b_c">https://e.org/a_b_c</a> https://e.org/_x_</p>',
    ['<a href="https://e.org/a_b_c">https://e.org/a_b_c</a>', '<a href="https://e.org/_x">'],
  ],
  ['headings with braces and hashes', '<h2>set {.x}</h2><h2>C #</h2>', ['set {.x}', 'C #</h2>']],
  ['line breaks in bold', '<p><b>a<br>b</b></p>', ['<strong>a<br', 'b</strong>']],
  [
    'code as it stands',
    '<pre><code class="language-c++">a\n\n  &lt;b&gt; `c`\n</code></pre>',
    ['class="language-c++"', 'a\n\n  &lt;b&gt; `c`\n'],
  ],
  ['options', '<p>use --flag</p>', ['use --flag']],
  [
    'shifts',
    '<p>a &lt;&lt; 1 &gt;&gt; 2</p><p>&gt;&gt;&gt; x</p>',
    ['a &lt;&lt; 1 &gt;&gt; 2', '<p>&gt;&gt;&gt; x</p>'],
  ],
];

describe.skipIf(!hasHugo)('built by Hugo (needs hugo)', () => {
  const site = mkdtempSync(join(tmpdir(), 'lanyard-hugo-'));
  let page: ConverterPage | null = null;

  beforeAll(async () => {
    page = await openConverterPage(await bundleScript('src/markdown/html-to-markdown.ts', 'LanyardHtml'));
    mkdirSync(join(site, 'content'), { recursive: true });
    mkdirSync(join(site, 'layouts', '_default'), { recursive: true });
    writeFileSync(
      join(site, 'config.toml'),
      'baseURL = "https://x.org/"\n[markup.highlight]\ncodeFences = false\n',
    );
    writeFileSync(join(site, 'layouts', '_default', 'single.html'), '{{ .Content }}');
    for (const [index, [, html]] of CASES.entries()) {
      const opened = await page.open(`<!doctype html><body>${html}`);
      const markdown = await opened.evaluate(
        () =>
          (
            globalThis as unknown as { LanyardHtml: typeof import('../../src/markdown/html-to-markdown.ts') }
          ).LanyardHtml.htmlToMarkdown(document.body, { base: 'https://e.org/', shortcodes: 'hugo' })
            .markdown,
      );
      writeFileSync(
        join(site, 'content', `case-${index}.md`),
        `---\ntitle: x\ndate: 2020-01-01\n---\n${markdown}\n`,
      );
    }
    execFileSync('hugo', ['--quiet'], { cwd: site });
  }, 120_000);

  afterAll(async () => {
    await page?.close();
    rmSync(site, { recursive: true, force: true });
  });

  it.each(CASES.map(([title, , built], index) => ({ title, built, index })))('$title', ({ built, index }) => {
    const html = readFileSync(join(site, 'public', `case-${index}`, 'index.html'), 'utf8');
    expect(html).not.toContain('raw HTML omitted');
    let from = 0;
    for (const piece of built) {
      const at = html.indexOf(piece, from);
      expect(at, `${piece}\nin\n${html}`).toBeGreaterThanOrEqual(0);
      from = at + piece.length;
    }
  });
});
