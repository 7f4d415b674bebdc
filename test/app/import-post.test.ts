/** What the import says of a post before anything is written. */
import { describe, expect, it } from 'vitest';
import { countMissingPictures, findPost, type PostFile } from '../../src/app/import-post.ts';

const file = (path: string, text: string): PostFile => {
  const blob = new Blob([text]);
  return { path, size: blob.size, read: async () => blob };
};

const post = (body: string): string => `---\ntitle: Harbour\n---\n\n${body}\n`;

describe('what is said of a post before it is imported', () => {
  it('counts pictures of its folder that did not come along, each once', async () => {
    const body =
      '![a](1.png)\n\n![b](./img/2.png)\n\n![a](1.png)\n\n![c](https://example.org/3.png)\n\n![d](/static/4.png)';
    const alone = await findPost([file('index.md', post(body))], 'index.md');
    expect(countMissingPictures(alone)).toBe(2);
    const whole = await findPost(
      [file('day/index.md', post(body)), file('day/1.png', 'x'), file('day/img/2.png', 'x')],
      'day',
    );
    expect(countMissingPictures(whole)).toBe(0);
  });
});
