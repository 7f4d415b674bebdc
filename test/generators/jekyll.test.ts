import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExportedPost,
  expectPage,
  exportedPosts,
  newSite,
  runGenerator,
  SHOWN_AS_WRITTEN,
  textIn,
  writePosts,
} from '../support/exported-site.ts';

const posts = await exportedPosts({ siteProfile: 'jekyll' });
const pages = await exportedPosts({ siteProfile: 'jekyll', template: 'pages' });
const indexes = pages.filter(({ name }) => name === 'every-template');

let site: Awaited<ReturnType<typeof newSite>>;
let built: Awaited<ReturnType<typeof runGenerator>>;

beforeAll(async () => {
  site = await newSite();
  await writeFile(join(site.folder, '_config.yml'), 'title: Site\npermalink: /:title.html\nfuture: true\n');
  await writePosts(
    site.folder,
    posts.filter(({ name }) => name !== 'every-template'),
  );
  await writePosts(site.folder, indexes);
  // The layout that the posts ask for.
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(site.folder, '_layouts'));
  await writeFile(
    join(site.folder, '_layouts/post.html'),
    '<title>{{ page.title | escape }}</title>{{ content }}',
  );
  built = await runGenerator('jekyll', ['build', '--trace', '--disable-disk-cache'], site.folder);
});
afterAll(() => site?.remove());

const pageOf = (path: string): Promise<string> =>
  readFile(
    join(site.folder, '_site', path.replace(/^.*\d{4}-\d\d-\d\d-/, '').replace(/\.md$/, '.html')),
    'utf8',
  );

describe('exported posts through Jekyll', () => {
  it('build without a warning', () => {
    expect(built.code, built.output).toBe(0);
    expect(built.output).not.toMatch(/warn|error|deprecat/i);
  });

  it.each(
    posts
      .filter(({ name }) => name !== 'every-template')
      .map((post): [string, ExportedPost] => [post.name, post]),
  )('%s: everything is on the page', async (_, post) => {
    expectPage(await pageOf(post.recap.path), post, (address) => address);
  });

  it('site code shows as it was written', async () => {
    const post = posts.find(({ name }) => name === 'every-site');
    const text = textIn(await pageOf(post?.recap.path ?? ''));
    for (const words of SHOWN_AS_WRITTEN) expect(text).toContain(words);
  });

  it('an index leads to the page of each talk', async () => {
    for (const { recap } of indexes) {
      const html = await pageOf(recap.path);
      for (const page of recap.pages) {
        const name = page.path.replace(/^.*\d{4}-\d\d-\d\d-/, '').replace(/\.md$/, '.html');
        expect(html).toContain(`href="/${name}"`);
        expect(await pageOf(page.path)).not.toBe('');
      }
    }
  });
});
