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

it('takes the body where there is no article', () => {
  document.body.innerHTML = '<p>short</p>';
  expect(readArticle(document).article?.markdown).toBe('short');
  document.body.innerHTML = '';
  expect(readArticle(document).article).toBeNull();
});
