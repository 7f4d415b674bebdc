/**
 * Converts pages of 100 KB and 1 MB in real Chromium beside turndown, alone and with Joplin's GFM rules, in the same run.
 * Run alone with `tsx test/bench/html-to-markdown.ts`.
 */
import { gzipSync } from 'node:zlib';
import { bundleScript, openConverterPage } from '../support/converter-page.ts';

const PART = `<section><h2>A heading with <a href="/x">a link</a></h2>
<p>Some <b>bold</b> and <em>slanted</em> words, <code>code()</code> and a <a href="https://e.org/a?b=c">longer link</a>,
written out so that there is text &amp; markup in the measure of real pages: about six words for each element in it.</p>
<ul><li>one item with <strong>weight</strong></li><li>another<ul><li>nested</li></ul></li></ul>
<pre><code class="language-go">func main() {\n\tprintln("x")\n}</code></pre>
<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2 | 3</td></tr></tbody></table>
<div class="wrap"><div><span>wrapped</span> <img src="/i.png" alt="I"></div></div><blockquote><p>quoted</p></blockquote></section>`;

interface Converters {
  readonly Peers: typeof import('../support/html-peers.ts');
}

/** Runs in the page. */
const measure = ({ html, rounds }: { html: string; rounds: number }): Record<string, number> =>
  (globalThis as unknown as Converters).Peers.measure(html, rounds);

const print = (figure: Record<string, string | number>): void => console.log(JSON.stringify(figure));

const injected = await bundleScript('src/capture/injected.ts', 'LanyardInjected');
print({ measure: 'injected script, gzip', value: gzipSync(injected).length / 1024, unit: 'KiB', budget: 30 });
const page = await openConverterPage(await bundleScript('test/support/html-peers.ts', 'Peers'));
for (const size of [100_000, 1_000_000]) {
  const html = PART.repeat(Math.ceil(size / PART.length));
  const opened = await page.open(`<!doctype html><body>${html}`);
  const times = await opened.evaluate(measure, { html, rounds: 5 });
  const { lanyardText = 0, joplinText = 1 } = times;
  print({ measure: `${size / 1000} KB from text, sanitised`, value: lanyardText, unit: 'ms', ...times });
  print({
    measure: `${size / 1000} KB, ratio to turndown + joplin gfm`,
    value: lanyardText / joplinText,
    unit: '',
    budget: 1,
  });
}
// Growth: ten times the last, as text alone, so that no page of that size has to be laid out.
const large = PART.repeat(Math.ceil(10_000_000 / PART.length));
const blank = await page.open('<!doctype html><body>');
const largeMs = await blank.evaluate(
  (html) => (globalThis as unknown as Converters).Peers.measureText(html),
  large,
);
print({ measure: '10000 KB from text, sanitised', value: largeMs, unit: 'ms' });
await page.close();
