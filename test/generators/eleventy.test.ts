import { readFile, writeFile } from 'node:fs/promises';
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

const posts = await exportedPosts({ siteProfile: 'eleventy' });

/** Images are passed through; everything else as Eleventy has it. */
const configFor = (engine: string) => `export default (config) => {
  for (const type of ['png', 'jpg', 'webp']) config.addPassthroughCopy('**/*.' + type);
  return { markdownTemplateEngine: '${engine}' };
};`;

describe.each(['liquid', 'njk'])('exported posts through Eleventy with %s', (engine) => {
  let site: Awaited<ReturnType<typeof newSite>>;
  let built: Awaited<ReturnType<typeof runGenerator>>;

  beforeAll(async () => {
    site = await newSite();
    await writeFile(join(site.folder, 'eleventy.config.mjs'), configFor(engine));
    await writePosts(site.folder, posts);
    const program = join(generatorFolder('ELEVENTY'), 'node_modules/@11ty/eleventy/cmd.cjs');
    built = await runGenerator(process.execPath, [program], site.folder);
  });
  afterAll(() => site?.remove());

  const pageOf = ({ recap }: ExportedPost): Promise<string> =>
    readFile(join(site.folder, '_site', recap.folder, 'index.html'), 'utf8');

  it('build without a warning', () => {
    expect(built.code, built.output).toBe(0);
    expect(built.output).not.toMatch(/warn|error|problem/i);
  });

  it.each(posts.map((post): [string, ExportedPost] => [post.name, post]))(
    '%s: everything is on the page, its images beside it',
    async (_, post) => {
      expectPage(await pageOf(post), post, (address) => address);
      for (const image of post.recap.images) {
        await readFile(join(site.folder, '_site', post.recap.folder, image.path));
      }
    },
  );

  it('site code shows as it was written', async () => {
    const post = posts.find(({ name }) => name === 'every-site');
    const text = post === undefined ? '' : textIn(await pageOf(post));
    for (const words of SHOWN_AS_WRITTEN) expect(text).toContain(words);
  });
});
