/** Whole-page clips: the article with what an extractor would lose, without what stands around it. */
import { expect, it } from 'vitest';
import { readArticle } from '../../src/capture/read-article.ts';

const sentence =
  'The proposal keeps the old behaviour for callers, so that nothing breaks when the flag is off, says the author. ';

it('takes the article where it stands, with languages and boxes', () => {
  document.body.innerHTML = `<nav><ul><li><a href="/1">Home</a></li><li><a href="/2">Archive</a></li></ul></nav>
    <main><article class="post"><h1>On flags</h1><p>${sentence.repeat(4)}</p>
    <pre><code class="language-go">x := 1</code></pre><p>${sentence.repeat(4)}</p>
    <ul><li><input type="checkbox" checked> done, ${sentence}</li></ul><p>${sentence.repeat(3)}</p>
    <p hidden>hidden</p><div class="share-buttons"><a href="/s">Share</a></div></article></main>
    <footer><p>Imprint</p></footer>`;
  const before = document.body.innerHTML;
  const markdown = readArticle(document).article?.markdown ?? '';
  expect(markdown).toContain('```go\nx := 1\n```');
  expect(markdown).toContain('- [x] done');
  expect(markdown).toContain('The proposal keeps');
  expect(markdown).not.toMatch(/Archive|Imprint|hidden/);
  expect(document.body.innerHTML).toBe(before);
});

it('takes all chapters of a document, of which an extractor takes the longest', () => {
  const chapter = (title: string, times: number): string =>
    `<div class="sect"><h2>${title}</h2><div class="sectbody"><p>${sentence.repeat(times)}</p><p>${sentence.repeat(times)}</p><table><tr><th>${title} table</th><th>b</th></tr></table></div></div>`;
  document.body.innerHTML = `<div class="navheader"><a href="/p">Previous page</a></div><div id="content">
    ${chapter('First', 1)}${chapter('Second', 20)}${chapter('Third', 1)}
    <div class="comments"><h3>Comments</h3><p>Nice</p></div></div>`;
  const markdown = readArticle(document).article?.markdown ?? '';
  expect(markdown).toMatch(/## First.*First table.*## Second.*## Third.*Third table/s);
  expect(markdown).not.toMatch(/Previous page|Nice/);
  document.body.innerHTML = `<div class="column"><h1>Story</h1><p>${sentence.repeat(20)}</p><p>${sentence.repeat(9)}</p></div>
    <div class="column"><h3>Other stories</h3><ul><li><a href="/o">Elsewhere</a></li></ul></div>`;
  expect(readArticle(document).article?.markdown).not.toContain('Other stories');
});

it('takes the body where there is no article', () => {
  document.body.innerHTML = '<p>short</p>';
  expect(readArticle(document).article?.markdown).toBe('short');
  document.body.innerHTML = '';
  expect(readArticle(document).article).toBeNull();
});
