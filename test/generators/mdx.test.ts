import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { escapeMdx } from '../../src/recap/profiles/escape-mdx.ts';
import type { Recap } from '../../src/recap/recap.ts';
import {
  type ExportedPost,
  expectPage,
  exportedPosts,
  generatorFolder,
  SHOWN_AS_WRITTEN,
  textIn,
} from '../support/exported-site.ts';

/** Docusaurus reads posts with MDX, GFM and front matter taken off: these packages, in this order. */
const load = async (name: string) =>
  await import(pathToFileURL(join(generatorFolder('MDX'), 'node_modules', name)).href);

const posts = await exportedPosts({ siteProfile: 'docusaurus' });
const mdxPosts = await exportedPosts({
  siteProfile: 'docusaurus',
  sites: { docusaurus: { extension: 'mdx', summary: true } },
});

let pageOf: (post: {
  readonly recap: Pick<Recap, 'path' | 'text'>;
}) => Promise<{ readonly html: string; readonly warnings: readonly string[] }>;

beforeAll(async () => {
  const { evaluate } = await load('@mdx-js/mdx/index.js');
  const { default: remarkGfm } = await load('remark-gfm/index.js');
  const { default: remarkFrontmatter } = await load('remark-frontmatter/index.js');
  const runtime = await load('preact/jsx-runtime/dist/jsxRuntime.mjs');
  const { renderToString } = await load('preact-render-to-string/dist/index.mjs');
  pageOf = async ({ recap }) => {
    const { VFile } = await load('vfile/index.js');
    // Docusaurus turns HTML comments of .md files into MDX ones before it reads them.
    const text = recap.path.endsWith('.md')
      ? recap.text.replace(/<!--([\s\S]*?)-->/g, '{/*$1*/}')
      : recap.text;
    const file = new VFile(text);
    const { default: Content } = await evaluate(file, {
      ...runtime,
      remarkPlugins: [remarkGfm, remarkFrontmatter],
    });
    return { html: renderToString(runtime.jsx(Content, {})), warnings: file.messages.map(String) };
  };
});

describe.each([
  ['md', posts],
  ['mdx', mdxPosts],
] as const)('exported posts (.%s) through the parser of Docusaurus', (_, all) => {
  it.each(all.map((post): [string, ExportedPost] => [post.name, post]))(
    '%s: everything is on the page',
    async (_name, post) => {
      const { html, warnings } = await pageOf(post);
      expect(warnings).toEqual([]);
      expectPage(html, post, (address) => address);
    },
  );

  it('what looks like JSX, an expression or site code shows as it was written', async () => {
    const post = all.find(({ name }) => name === 'every-site');
    const text = post === undefined ? '' : textIn((await pageOf(post)).html);
    for (const words of SHOWN_AS_WRITTEN) expect(text).toContain(words);
    expect(text).toContain("import this from 'that' export default nothing :::note");
  });
});

describe.each(['md', 'mdx'] as const)('raw HTML of a post (.%s) that JSX does not take', (extension) => {
  it.each([
    '<blockquote class="tweet"><p lang="en">Thanks <a href="https://e.org/ada">@ada</a></p> Ada</blockquote>',
    '<section>A day at <a href="http://e.org/">the sea</a> and <a href="www.e.org">more</a>.<br>\nSalt.</section>',
    '<script src="https://e.org/net@1.0/net.min.js"></script>',
    'A bare https://e.org/a<b and a www.e.org<c',
  ])('shows as it was written: %s', async (body) => {
    const { body: text } = escapeMdx(body, extension);
    const page = await pageOf({ recap: { path: `index.${extension}`, text } });
    const shown = textIn(page.html);
    expect(shown.replace(/\s+/g, ' ')).toContain(body.replace(/\s+/g, ' '));
  });
});
