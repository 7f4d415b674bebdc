import { afterEach, describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render.ts';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

const render = (markdown: string, images: Record<string, string> = {}): HTMLElement => {
  const target = document.createElement('div');
  document.body.append(target);
  renderMarkdown(target, markdown, { resolveImage: (address) => images[address] ?? null });
  return target;
};

afterEach(() => document.body.replaceChildren());

describe('renderMarkdown', () => {
  it('replaces what was there', () => {
    const target = render('old');
    renderMarkdown(target, 'new', { resolveImage: () => null });
    expect(target.innerHTML).toBe('<p>new</p>');
  });

  it.each([
    [
      'headings and emphasis',
      '#### A *b* **c** ~~d~~ ~e~',
      '<h4>A <em>b</em> <strong>c</strong> <del>d</del> ~e~</h4>',
    ],
    [
      'a hard break',
      '> **Q**: q  \n> **A**: a',
      '<blockquote>\n<p><strong>Q</strong>: q<br>\n<strong>A</strong>: a</p>\n</blockquote>',
    ],
    ['code with its language', '```go\na < b\n```', '<pre><code class="language-go">a &lt; b\n</code></pre>'],
    ['raw HTML that is harmless', 'H<sub>2</sub>O', '<p>H<sub>2</sub>O</p>'],
    ['a spacer', '&nbsp;', '<p>&nbsp;</p>'],
    ['script as text', 'a<script>alert(1)</script>b', '<p>a&lt;script&gt;alert(1)&lt;/script&gt;b</p>'],
    ['handlers', '<b onclick="alert(1)" id="x" style="color:red">b</b>', '<p><b>b</b></p>'],
    ['forms', '<form action="https://e.org"><input name="nextSibling"><button>go</button></form>', 'go'],
    ['script addresses', '[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x)', '<p>a b c</p>'],
    ['addresses inside', '[a](#b) [c](./d.md)', '<p>a c</p>'],
  ])('renders %s', (_name, markdown, html) => {
    expect(render(markdown).innerHTML).toBe(html);
  });

  it('opens links apart, without a way back', () => {
    const link = render('[a](https://e.org/b)').querySelector('a');
    expect(link?.outerHTML).toBe('<a href="https://e.org/b" rel="noopener noreferrer" target="_blank">a</a>');
  });

  it('keeps the alignment of tables', () => {
    const cells = render('| a | b |\n|:--|--:|\n| 1 | 2 |').querySelectorAll('td');
    expect([...cells].map((cell) => cell.align)).toEqual(['left', 'right']);
  });

  it('shows task boxes', () => {
    expect(render('- [x] done\n- [ ] open').textContent).toMatch(/☑ done\s+☐ open/);
  });

  it('shows our images by the address the caller gives', () => {
    const images = render('![a](image:1) ![b](./1.png)', {
      'image:1': PIXEL,
      './1.png': PIXEL,
    }).querySelectorAll('img');
    expect([...images].map(({ src, alt }) => [src, alt])).toEqual([
      [PIXEL, 'a'],
      [PIXEL, 'b'],
    ]);
  });

  it.each([
    ['a remote image', '![slide](https://e.org/a.png)'],
    ['a remote image in HTML', '<img src="https://e.org/a.png" alt="slide" srcset="https://e.org/b.png 2x">'],
  ])('never loads %s', (_name, markdown) => {
    const target = render(markdown);
    expect(target.querySelector('img')).toBeNull();
    expect(target.textContent).toBe('slide (https://e.org/a.png)');
    expect(performance.getEntriesByType('resource').some(({ name }) => name.includes('e.org'))).toBe(false);
  });

  it('does not show what the caller resolves to a remote address', () => {
    expect(render('![a](x)', { x: 'https://e.org/a.png' }).querySelector('img')).toBeNull();
  });

  it('needs time that grows with the length of the text, not with its square', () => {
    const time = (markdown: string): number => {
      const start = performance.now();
      render(markdown);
      return performance.now() - start;
    };
    const block = 'A line with **bold** and [a link](https://e.org).\n\n- one\n- two\n\n';
    const least = (markdown: string): number => Math.min(time(markdown), time(markdown), time(markdown));
    // Eight times the text: sixty-four would be quadratic. The least of three leaves out what else the machine did.
    expect(least(block.repeat(2400)) / least(block.repeat(300))).toBeLessThan(40);
  }, 120_000);
});

describe('under a policy that allows no trusted types', () => {
  it('works', async () => {
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "require-trusted-types-for 'script'; trusted-types 'none'";
    document.head.append(policy);
    expect(() => {
      document.createElement('div').innerHTML = '<b>x</b>';
    }).toThrow(TypeError);
    expect(render('**x** <i>y</i>').innerHTML).toBe('<p><strong>x</strong> <i>y</i></p>');
  });
});
