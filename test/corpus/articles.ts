/**
 * `npm run corpus -- articles <folder> …`: of every `.html` page and `.md` post of the folders, whether the article's text
 * is the same after HTML → Markdown → HTML, whole and by passages (a paragraph, an item, a heading), for ours and others.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { bundleScript, openConverterPage } from '../support/converter-page.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('npm run corpus -- articles <folder> …');
  process.exit(2);
}

interface InPage {
  readonly LanyardTexts: typeof import('../support/article-texts.ts');
}

/** A post as its site shows it, its front matter left out. */
const htmlOf = (path: string): string => {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.md')) return text;
  const body = text.replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, '');
  const html = micromark(body, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return `<!doctype html><meta charset="utf-8"><article>${html}</article>`;
};

const page = await openConverterPage(await bundleScript('test/support/article-texts.ts', 'LanyardTexts'));
const totals = new Map<string, { articles: number; passages: number }>();
let [articles, passages] = [0, 0];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:html?|md)$/i.test(file) && !/(?:^|\/)(?:INDEX|README|expected)\.md$/.test(file))
    .sort()
    .map((file) => join(folder, file)),
);
for (const file of files) {
  const opened = await page.open(htmlOf(file));
  const found = await opened.evaluate(() =>
    (globalThis as unknown as InPage).LanyardTexts.compareTexts('https://page.invalid/'),
  );
  articles += 1;
  passages += found.passages;
  for (const [name, { article, passages: same }] of Object.entries(found.same)) {
    const total = totals.get(name) ?? { articles: 0, passages: 0 };
    totals.set(name, { articles: total.articles + Number(article), passages: total.passages + same });
  }
  const { partings, ...counts } = found;
  console.log(JSON.stringify({ file, ...counts }));
  for (const parting of partings) console.log(`    ${parting}`);
}
await page.close();
const percent = (part: number, all: number): string => `${((100 * part) / Math.max(all, 1)).toFixed(1)} %`;
for (const [name, same] of totals) {
  console.log(
    `${name}: text the same in ${same.articles} of ${articles} articles (${percent(same.articles, articles)}), ${same.passages} of ${passages} passages (${percent(same.passages, passages)})`,
  );
}
