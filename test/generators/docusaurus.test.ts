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

/** One site, both kinds of file: a build takes most of its time whatever it builds. */
const blogs = {
  md: await exportedPosts({ siteProfile: 'docusaurus', sites: { docusaurus: { summary: true } } }),
  mdx: await exportedPosts({
    siteProfile: 'docusaurus',
    sites: { docusaurus: { extension: 'mdx', summary: true } },
  }),
  pages: (await exportedPosts({ siteProfile: 'docusaurus', template: 'pages' })).filter(
    ({ name }) => name === 'every-template',
  ),
};

/** The first is the site's home. */
const PLUGINS = Object.keys(blogs).map((name, index) => [
  '@docusaurus/plugin-content-blog',
  {
    path: name,
    id: name,
    routeBasePath: index === 0 ? '/' : name,
    onInlineTags: 'throw',
    onUntruncatedBlogPosts: 'ignore',
  },
]);

/** Everything that the site could complain of stops the build. */
const CONFIG = `export default {
  title: 'Site', url: 'https://example.org', baseUrl: '/',
  onBrokenLinks: 'throw', onBrokenAnchors: 'throw', onDuplicateRoutes: 'throw',
  markdown: { hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  themes: ['@docusaurus/theme-classic'],
  plugins: ${JSON.stringify(PLUGINS)},
};`;

let site: Awaited<ReturnType<typeof newSite>>;
let built: Awaited<ReturnType<typeof runGenerator>>;

beforeAll(async () => {
  site = await newSite();
  await writeFile(join(site.folder, 'package.json'), '{}');
  await writeFile(join(site.folder, 'docusaurus.config.mjs'), CONFIG);
  await symlink(join(generatorFolder('DOCUSAURUS'), 'node_modules'), join(site.folder, 'node_modules'));
  for (const [folder, posts] of Object.entries(blogs)) {
    await mkdir(join(site.folder, folder));
    await writePosts(join(site.folder, folder), posts);
  }
  built = await runGenerator(
    process.execPath,
    ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build', '--no-minify'],
    site.folder,
  );
}, 600_000);
afterAll(() => site?.remove());

/** `2024-05-10-name` is at `2024/05/10/name`. */
const addressOf = (folder: string): string => folder.replace(/^(\d{4})-(\d\d)-(\d\d)-/, '$1/$2/$3/');

const pageOf = async (blog: keyof typeof blogs, folder: string): Promise<string> => {
  const path = join(site.folder, 'build', blog === 'md' ? '' : blog, addressOf(folder), 'index.html');
  const article = /<article[\s\S]*<\/article>/.exec(await readFile(path, 'utf8'))?.[0] ?? '';
  // What the theme adds to headings, and how it ends a line of code.
  return article.replace(/<a [^>]*class="?hash-link[\s\S]*?<\/a>/g, '').replace(/<br\s*\/?>/g, '\n');
};

describe('exported posts through Docusaurus', () => {
  it('build without a warning', async () => {
    expect(built.code, built.output).toBe(0);
    expect(built.output).not.toMatch(/\[warning\]|\[error\]|warn:/i);
  });

  describe.each(['md', 'mdx'] as const)('%s', (extension) => {
    it.each(blogs[extension].map((post): [string, ExportedPost] => [post.name, post]))(
      '%s: everything is on the page',
      async (_, post) => {
        expectPage(await pageOf(extension, post.recap.folder), post, (address) => {
          const name = address.replace(/^\.\//, '').replace(/\.[a-z]+$/, '');
          return new RegExp(`^(?:data:image/|/assets/images/${name}-)`);
        });
      },
    );

    it('site code shows as it was written', async () => {
      const post = blogs[extension].find(({ name }) => name === 'every-site');
      const text = post === undefined ? '' : textIn(await pageOf(extension, post.recap.folder));
      for (const words of SHOWN_AS_WRITTEN) expect(text).toContain(words);
    });
  });

  it('an index leads to the page of each talk', async () => {
    for (const { recap } of blogs.pages) {
      const index = await pageOf('pages', recap.folder);
      for (const { path } of recap.pages) {
        const folder = path.replace(/^(?:\.\.\/)?/, '').replace(/\/index\.md$/, '');
        expect(index).toContain(`href="/pages/${addressOf(folder)}"`);
        expect(await pageOf('pages', folder)).not.toBe('');
      }
    }
  });
});
