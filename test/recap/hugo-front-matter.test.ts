import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/markdown/front-matter.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { type BuiltSite, buildSite } from '../support/hugo.ts';
import { makeEvent } from '../support/records.ts';
import { HOSTILE_WORDS } from './hostile-words.ts';

const READ_BACK = `{{ $all := slice }}{{ range site.RegularPages }}{{ $all = $all | append (dict
  "index" .Params.description "title" .Title "tags" .Params.tags "keywords" .Params.keywords
  "date" (.Date.Format "2006-01-02T15:04:05Z07:00") "lastmod" (.Lastmod.Format "2006-01-02T15:04:05Z07:00")) }}{{ end }}{{ $all | jsonify }}`;

interface Page {
  readonly index: string;
  readonly title: string;
  readonly tags: readonly string[] | null;
  readonly keywords: readonly string[] | null;
  readonly date: string;
  readonly lastmod: string;
}

/** What is promised: one line, single spaces, no characters that are no text. */
const promised = (word: string): string =>
  word
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff]--[\n\t]]/gv, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const cases = HOSTILE_WORDS.map((word, index) => {
  const event = makeEvent({
    name: word,
    slug: `page-${index}`,
    description: String(index),
    tags: [word, `tag ${word}`],
    timeZone: 'Asia/Seoul',
    frontMatter: { title: null, date: null, lastmod: null, keywords: [word] },
  });
  return { word, index, recap: assembleRecap({ event, sessions: [], notes: [], images: [] }) };
});

let site: BuiltSite;
let pages: Map<string, Page>;

beforeAll(async () => {
  site = await buildSite(
    async (content) => {
      await Promise.all(
        cases.map(async ({ recap }) => {
          const folder = join(content, 'posts', recap.folder);
          await mkdir(folder, { recursive: true });
          await writeFile(join(folder, recap.path), recap.text);
        }),
      );
    },
    { 'index.html': READ_BACK, '_default/single.html': '{{ .Title }}', '_default/list.html': '' },
  );
  const read: Page[] =
    site.code === 0 ? JSON.parse(await readFile(join(site.folder, 'index.html'), 'utf8')) : [];
  pages = new Map(read.map((page) => [page.index, page]));
}, 120_000);

afterAll(() => site?.dispose());

describe(`${cases.length} hostile titles and tags through Hugo`, () => {
  it('are at least 1,000', () => {
    expect(cases.length).toBeGreaterThanOrEqual(1000);
  });

  it('build without an error or a warning', () => {
    expect([site.code, site.warnings]).toEqual([0, []]);
    expect(pages.size).toBe(cases.length);
  });

  it('come back as they went in', () => {
    const wrong = cases.flatMap(({ word, index, recap }) => {
      const left = recap.problems.flatMap((problem) =>
        problem.code === 'tag-unusable' ? [problem.tag] : [],
      );
      const page = pages.get(String(index));
      const text = promised(word);
      const tags = [...new Set([text, promised(`tag ${word}`)])].filter(
        (tag) => tag !== '' && !left.includes(tag),
      );
      const expected = { title: text, tags, keywords: text === '' ? [] : [text] };
      const found = { title: page?.title, tags: page?.tags ?? [], keywords: page?.keywords ?? [] };
      return JSON.stringify(expected) === JSON.stringify(found) ? [] : [{ word, expected, found }];
    });
    expect(wrong).toEqual([]);
  });

  it('leave out, and report, only tags that would stop the build', () => {
    const left = cases.flatMap(({ recap }) =>
      recap.problems.flatMap((problem) => (problem.code === 'tag-unusable' ? [problem.tag] : [])),
    );
    expect(left.filter((tag) => !tag.includes('../..') && tag.length <= 200)).toEqual([]);
  });

  it('keep their dates', () => {
    const dates = new Set([...pages.values()].map(({ date, lastmod }) => `${date} ${lastmod}`));
    expect([...dates]).toEqual(['2024-05-10T00:00:00+09:00 2024-05-10T17:00:00+09:00']);
  });

  it('are read back by our own reader', () => {
    for (const { word, recap } of cases) {
      const { data, problem } = readFrontMatter(recap.text);
      expect([data.get('title') ?? '', problem]).toEqual([promised(word), undefined]);
    }
  }, 60_000);
});
