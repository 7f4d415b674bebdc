import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExportedPost,
  expectPage,
  exportedPosts,
  generatorFolder,
  newSite,
  runGenerator,
  SHOWN_AS_WRITTEN,
  textIn,
  writePosts,
} from '../support/exported-site.ts';

const ADDRESS = 'https://example.org';
const PAGE = '<title>{{ page.title }}</title><main>{{ page.content | safe }}</main>';

/** Every post with each of the two front matters that Zola reads. */
const sites = {
  toml: await exportedPosts({ siteProfile: 'zola' }),
  yaml: await exportedPosts({ siteProfile: 'zola', sites: { zola: { format: 'yaml', summary: true } } }),
};

describe.each(['toml', 'yaml'] as const)('exported posts with %s through Zola', (format) => {
  const posts = sites[format];
  let site: Awaited<ReturnType<typeof newSite>>;
  let built: Awaited<ReturnType<typeof runGenerator>>;

  beforeAll(async () => {
    site = await newSite();
    const write = async (path: string, text: string): Promise<void> => {
      await mkdir(join(site.folder, path, '..'), { recursive: true });
      await writeFile(join(site.folder, path), text);
    };
    await write(
      'config.toml',
      `base_url = "${ADDRESS}"\ntaxonomies = [{ name = "tags" }]\n[slugify]\npaths = "safe"\n`,
    );
    await write('templates/page.html', PAGE);
    await write('templates/section.html', '');
    await write('templates/index.html', '');
    await write('templates/tags/list.html', '');
    await write('templates/tags/single.html', '');
    await write('content/posts/_index.md', '+++\ntitle = "Posts"\n+++\n');
    await writePosts(join(site.folder, 'content/posts'), posts);
    built = await runGenerator(generatorFolder('ZOLA'), ['build'], site.folder);
  });
  afterAll(() => site?.remove());

  const pageOf = ({ recap }: ExportedPost): Promise<string> =>
    readFile(join(site.folder, 'public/posts', recap.folder, 'index.html'), 'utf8');

  it('build without a warning', () => {
    expect(built.output).toContain('Done in');
    expect(built.output).not.toMatch(/warn|error|fail/i);
    expect(posts.every(({ recap }) => recap.text.startsWith(format === 'toml' ? '+++\n' : '---\n'))).toBe(
      true,
    );
  });

  it.each(posts.map((post): [string, ExportedPost] => [post.name, post]))(
    '%s: everything is on the page',
    async (_, post) => {
      // Zola addresses what lies beside a page in full.
      const beside = `${ADDRESS}/posts/${post.recap.folder}/`;
      expectPage(await pageOf(post), post, (address) => beside + address);
    },
  );

  it('site code shows as it was written', async () => {
    const post = posts.find(({ name }) => name === 'every-site');
    const text = post === undefined ? '' : textIn(await pageOf(post));
    for (const words of SHOWN_AS_WRITTEN) expect(text).toContain(words);
  });
});
