import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  type ExportedPost,
  expectPage,
  exportedPosts,
  generatorFolder,
  SHOWN_AS_WRITTEN,
  textIn,
} from '../support/exported-site.ts';

const posts = await exportedPosts({ siteProfile: 'zenn' });

let validate: (article: object) => { readonly message: string }[];
let toHtml: (markdown: string) => Promise<string>;

beforeAll(async () => {
  const load = async (path: string) =>
    await import(pathToFileURL(join(generatorFolder('ZENN'), 'node_modules', path)).href);
  const model = await load('zenn-model/lib/index.js');
  validate = model.validateArticle ?? model.default.validateArticle;
  const markdown = await load('zenn-markdown-html/dist/index.js');
  toHtml = markdown.default?.default ?? markdown.default;
});

describe('exported posts through Zenn’s own validator and converter', () => {
  it.each(posts.map((post): [string, ExportedPost] => [post.name, post]))(
    '%s: valid, and everything is on the page',
    async (_, { recap, plain, name }) => {
      const yaml = /^---\n([\s\S]*?)\n---\n/.exec(recap.text)?.[1] ?? '';
      const slug = /^articles\/(.*)\.md$/.exec(recap.path)?.[1];
      expect(validate({ ...parse(yaml), slug }).map(({ message }) => message)).toEqual([]);
      expectPage(await toHtml(recap.body), { name, recap, plain }, (address) => address);
    },
  );

  it('site code shows as it was written', async () => {
    const post = posts.find(({ name }) => name === 'every-site');
    const text = textIn(await toHtml(post?.recap.body ?? ''));
    for (const words of SHOWN_AS_WRITTEN.filter((line) => !/^(H2O|Hidden)/.test(line)))
      expect(text).toContain(words);
  });
});
