/** HTML that is hard to convert, of any size. */

/** By what it is made of: about `count` characters or pieces of it. */
export const HARD_HTML: Readonly<Record<string, (count: number) => string>> = {
  paragraphs: (count) => '<p>x <b>y</b></p>'.repeat(count / 4),
  'no-break spaces': (count) => `<p>a${'\u00a0'.repeat(count)}b</p>`,
  'newlines in code': (count) => `<pre>a${'\n'.repeat(count)}b</pre>`,
  'nested emphasis': (count) => '<em>a '.repeat(count / 100),
  'nested divisions': (count) => `${'<div>'.repeat(count / 20)}x`,
  'nested quotes': (count) => `${'<blockquote>'.repeat(count / 20)}x`,
  'nested lists': (count) => `${'<ul><li>'.repeat(count / 40)}x`,
  'nested definitions': (count) => `${'<dl><dt>a<dd><p>b<p>c'.repeat(count / 500)}x`,
  'terms in terms': (count) => `${'<dl><dt><div>a</div>'.repeat(count / 500)}x`,
  definitions: (count) => `<dl>${'<dt>a<dd>b'.repeat(count / 10)}</dl>`,
  'nested tables': (count) => `${'<table><tr><td>a</td><td>'.repeat(count / 500)}x`,
  'spanning cells': (count) =>
    `<table>${'<tr><td rowspan=1000 colspan=1000>x</td><td>y</td></tr>'.repeat(count / 500)}</table>`,
  'stars in text': (count) => `<p>${'* a_ '.repeat(count / 4)}</p>`,
  'marks that need references': (count) => `<p>${'<b>「x」</b>來'.repeat(count / 20)}</p>`,
  'line breaks': (count) => `<p>${'a<br>'.repeat(count / 8)}</p>`,
  'spans as lines of code': (count) => `<pre>${'<span class=line>x</span>'.repeat(count / 20)}</pre>`,
  footnotes: (count) => {
    const notes = Array.from({ length: count / 100 }, (_, index) => index);
    const references = notes.map((index) => `x<sup><a href="#f${index}">${index}</a></sup>`).join('');
    return `<p>${references}</p><div class=footnotes><ol>${notes.map((index) => `<li id=f${index}>n</li>`).join('')}</ol></div>`;
  },
  'a list of sources': (count) => `<img srcset="${'a b c '.repeat(count / 6)}">`,
};

/** Names of controls that shadow what their form has of its own. */
export const SHADOWING_NAMES =
  'nextSibling previousSibling parentNode parentElement firstChild lastChild childNodes children nodeName nodeType nodeValue attributes getAttribute hasAttribute hasAttributes textContent innerHTML outerHTML localName tagName ownerDocument querySelector querySelectorAll closest contains cloneNode isConnected checkVisibility shadowRoot getRootNode __proto__ constructor toString'.split(
    ' ',
  );
