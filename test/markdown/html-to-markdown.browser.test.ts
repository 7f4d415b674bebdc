/** The converter's main path, in a real browser. */
import { expect, it } from 'vitest';
import { htmlToMarkdown, parseHtml } from '../../src/markdown/html-to-markdown.ts';

it('converts and hands over the images', () => {
  const { markdown, images } = htmlToMarkdown(
    parseHtml('<h2>Title</h2><p>See <a href="/a">this</a><img src="b.png" alt="B" width="10"></p>'),
    { base: 'https://example.org/dir/' },
  );
  expect(markdown).toBe('## Title\n\nSee [this](https://example.org/a)![B](https://example.org/dir/b.png)');
  expect(images).toEqual([{ url: 'https://example.org/dir/b.png', alt: 'B', width: 10, height: null }]);
});
