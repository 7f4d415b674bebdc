/**
 * `npm run corpus -- html <folder> <out>`: converts every `.html` file of the folder in real Chromium as Hugo needs it,
 * writes the `.md` of each to `out`, and prints a line of JSON for each: what the Markdown holds, and the time it took.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { bundleScript, openConverterPage } from '../support/converter-page.ts';

const [folder, out] = process.argv.slice(2);
if (folder === undefined || out === undefined) {
  console.error('npm run corpus -- html <folder> <out>');
  process.exit(2);
}

interface Converted {
  readonly markdown: string;
  readonly images: number;
  readonly isTruncated: boolean;
  readonly ms: number;
}

/** Runs in the page. Its address is what it says itself, else one that stands for it. */
const convertPage = (): Converted => {
  const stated =
    document.querySelector('base[href]')?.getAttribute('href') ||
    document.querySelector('link[rel="canonical"]')?.getAttribute('href') ||
    document.querySelector('meta[property="og:url"]')?.getAttribute('content') ||
    '';
  const base = URL.canParse(stated) && stated.startsWith('http') ? stated : 'https://example.org/';
  const { LanyardHtml } = globalThis as unknown as {
    LanyardHtml: typeof import('../../src/markdown/html-to-markdown.ts');
  };
  const startMs = performance.now();
  const { markdown, images, isTruncated } = LanyardHtml.htmlToMarkdown(document.body ?? document, {
    base,
    shortcodes: 'hugo',
  });
  return {
    markdown,
    images: images.length,
    isTruncated,
    ms: Math.round((performance.now() - startMs) * 10) / 10,
  };
};

const countIn = (markdown: string): Record<string, number> => {
  const counts = { links: 0, images: 0, codeBlocks: 0, tables: 0, cells: 0, listItems: 0, headings: 0 };
  const names: Readonly<Record<string, keyof typeof counts>> = {
    link: 'links',
    image: 'images',
    code: 'codeBlocks',
    table: 'tables',
    tableCell: 'cells',
    listItem: 'listItems',
    heading: 'headings',
  };
  const waiting: { readonly type: string; readonly children?: readonly unknown[] }[] = [
    fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }),
  ];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const name = names[node.type];
    if (name !== undefined) counts[name] += 1;
    waiting.push(...((node.children ?? []) as typeof waiting));
  }
  return counts;
};

mkdirSync(out, { recursive: true });
const page = await openConverterPage(await bundleScript('src/markdown/html-to-markdown.ts', 'LanyardHtml'));
let failures = 0;
for (const file of readdirSync(folder).sort()) {
  if (!/\.html?$/i.test(file)) continue;
  try {
    const opened = await page.open(readFileSync(join(folder, file), 'utf8'));
    const { markdown, isTruncated, ms } = await opened.evaluate(convertPage);
    writeFileSync(join(out, `${basename(file).replace(/\.html?$/i, '')}.md`), `${markdown}\n`);
    console.log(JSON.stringify({ file, characters: markdown.length, ...countIn(markdown), isTruncated, ms }));
  } catch (error) {
    failures += 1;
    console.log(JSON.stringify({ file, failed: error instanceof Error ? error.message : String(error) }));
  }
}
await page.close();
process.exit(failures === 0 ? 0 : 1);
