/** HTML of any size in the measure of real pages, for the benches of conversion and clipping. */
const PART = `<section><h2>A heading with <a href="/x">a link</a></h2>
<p>Some <b>bold</b> and <em>slanted</em> words, <code>code()</code> and a <a href="https://e.org/a?b=c">longer link</a>,
written out so that there is text &amp; markup in the measure of real pages: about six words for each element in it.</p>
<ul><li>one item with <strong>weight</strong></li><li>another<ul><li>nested</li></ul></li></ul>
<pre><code class="language-go">func main() {\n\tprintln("x")\n}</code></pre>
<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2 | 3</td></tr></tbody></table>
<div class="wrap"><div><span>wrapped</span> <img src="/i.png" alt="I"></div></div><blockquote><p>quoted</p></blockquote></section>`;

/** At least so many characters. */
export const htmlOfSize = (size: number): string => PART.repeat(Math.ceil(size / PART.length));
