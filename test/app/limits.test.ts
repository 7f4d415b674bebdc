/** What is too large, too deep or too many is refused with a word, before it costs anything. */
import { describe, expect, it } from 'vitest';
import { findPost, type PostFile } from '../../src/app/import-post.ts';
import { fetchProgramme } from '../../src/app/read-programme-address.ts';
import { readProgrammeFiles } from '../../src/app/read-programme-file.ts';
import { locateFrontMatter } from '../../src/markdown/locate-front-matter.ts';
import { postTextOf } from '../../src/recap/parse/post-bytes.ts';

const LONG = 'x'.repeat(1_000_001);

describe('front matter', () => {
  it.each([
    ['TOML', `+++\na = "${LONG}"\n+++\nbody\n`, 'too-long'],
    ['YAML', `---\na: "${LONG}"\n---\nbody\n`, 'too-long'],
    ['JSON', `{"a": "${LONG}"}\nbody\n`, 'unclosed'],
  ])('%s of a megabyte is kept and not read', (_name, text, code) => {
    const { data, problem } = locateFrontMatter(text);
    expect(problem).toMatchObject({ code });
    expect(data.size).toBe(0);
  });

  it('JSON within JSON within JSON is read as far as anybody writes it', () => {
    const deep = 60_000;
    const { format, data } = locateFrontMatter(`{"a": ${'['.repeat(deep)}${']'.repeat(deep)}}\nbody\n`);
    expect([format, data.has('a')]).toEqual(['json', true]);
  });
});

describe('an address', () => {
  it('of a page with many links costs a few requests', async () => {
    const links = Array.from({ length: 50 }, (_, index) => `<a href="/${index}/schedule.xml">x</a>`).join('');
    const asked: string[] = [];
    const found = fetchProgramme('https://conf.example/', async (url) => {
      asked.push(url);
      return { url, text: `<!doctype html><html><body>${links}</body></html>` };
    });
    await expect(found).rejects.toMatchObject({ code: 'address-not-readable' });
    // What its system promises, the page itself, and what the page links.
    expect(asked.length).toBeGreaterThan(4);
    expect(asked.length).toBeLessThanOrEqual(9);
  });
});

describe('a file', () => {
  /** One that would be seen to be read. */
  const unread = (path: string, size: number): PostFile => ({
    path,
    size,
    read: async () => Promise.reject(new Error('it was read')),
  });

  it('that is larger than any post is not read', async () => {
    await expect(findPost([unread('index.md', 64_000_001)], 'index.md')).rejects.toMatchObject({
      code: 'unreadable-post',
      details: { reason: 'too-large' },
    });
  });

  it('of more than ten million bytes is no post', () => {
    expect(() => postTextOf(new Uint8Array(10_000_001).fill(0x61), 'index.md')).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ reason: 'too-large' }) }),
    );
  });

  it('that is larger than any programme is not read, nor more than a dozen', async () => {
    const large = { name: 'a.json', size: 40_000_001, arrayBuffer: unread('', 0).read } as unknown as File;
    await expect(readProgrammeFiles([large])).rejects.toMatchObject({ code: 'invalid-input' });
    const many = Array.from({ length: 13 }, (_, index) => new File(['{}'], `${index}.json`));
    await expect(readProgrammeFiles(many)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
