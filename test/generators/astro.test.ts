import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
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

/** The starter's schema wants a description of every post; so does the check. */
const posts = (await exportedPosts({ siteProfile: 'astro' })).filter(
  ({ recap }) => recap.facts.description !== '',
);

/** The blog starter's collection. */
const COLLECTION = `import { defineCollection, z } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { blog: defineCollection({
  loader: glob({ base: './src/content/blog', pattern: '**/*.md' }),
  schema: z.object({ title: z.string(), description: z.string(), pubDate: z.coerce.date(), updatedDate: z.coerce.date().optional() }),
}) };`;

const PAGE = `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('blog')).map((post) => ({ params: { slug: post.id }, props: post }));
}
const { Content } = await render(Astro.props);
---
<title>{Astro.props.data.title}</title><Content />`;

let site: Awaited<ReturnType<typeof newSite>>;
let built: Awaited<ReturnType<typeof runGenerator>>;

beforeAll(async () => {
  site = await newSite();
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(join(site.folder, path, '..'), { recursive: true });
    await writeFile(join(site.folder, path), text);
  };
  await write('package.json', '{"type":"module"}');
  await write(
    'astro.config.mjs',
    "export default { image: { service: { entrypoint: 'astro/assets/services/noop' } } };",
  );
  await write('src/content.config.ts', COLLECTION);
  await write('src/pages/[...slug].astro', PAGE);
  await symlink(join(generatorFolder('ASTRO'), 'node_modules'), join(site.folder, 'node_modules'));
  await writePosts(join(site.folder, 'src/content/blog'), posts);
  built = await runGenerator(process.execPath, ['node_modules/astro/astro.js', 'build'], site.folder);
});
afterAll(() => site?.remove());

const pageOf = ({ recap }: ExportedPost): Promise<string> =>
  readFile(join(site.folder, 'dist', recap.folder, 'index.html'), 'utf8');

describe('exported posts through Astro', () => {
  it('build without a warning', () => {
    expect(built.code, built.output).toBe(0);
    expect(built.output).not.toMatch(/warn|error|fail/i);
  });

  it.each(posts.map((post): [string, ExportedPost] => [post.name, post]))(
    '%s: everything is on the page',
    async (_, post) => {
      expectPage(await pageOf(post), post, (address) => {
        const name = address.replace(/^\.\//, '').replace(/\.[a-z]+$/, '');
        return new RegExp(`^/_astro/${name}\\.`);
      });
    },
  );

  it('site code shows as it was written', async () => {
    const post = posts.find(({ name }) => name === 'every-site');
    const text = post === undefined ? '' : textIn(await pageOf(post));
    for (const words of SHOWN_AS_WRITTEN) expect(text).toContain(words);
  });
});
