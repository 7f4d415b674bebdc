/**
 * A whole day, jotted through the surfaces as a person would, and the post that comes out: a written one of our own in
 * every checkout, and the model recap where the corpus is.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DayScript, type DayWords, readDayScript } from '../support/day-script.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { buildWithHugo } from '../support/hugo.ts';
import { beginEvent, chooseSession, clipReferences, jotDay } from '../support/jot-day.ts';
import { type PostFacts, readPost } from '../support/post-outline.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readZip } from '../support/unzip.ts';

interface Model {
  readonly name: string;
  readonly post: string;
  readonly words: DayWords;
  readonly language: 'English' | '한국어';
}

const OURS = new URL('./fixtures/posts/harbour-go-2026.md', import.meta.url);
const corpus = process.env.LANYARD_CORPUS;
const model = corpus === undefined ? '' : join(corpus, 'recaps/001-gophercon-korea-2023-hugo.md');

const MODELS: readonly (() => Model)[] = [
  () => ({
    name: 'our own post',
    post: readFileSync(OURS, 'utf8'),
    words: {
      overview: 'Overview',
      officeHours: 'Office hours',
      references: 'References',
      speaker: 'Speaker',
      affiliationFirst: false,
    },
    language: 'English',
  }),
  () => ({
    name: 'the model recap',
    post: readFileSync(model, 'utf8'),
    words: {
      overview: '개요',
      officeHours: '오피스 아워',
      references: '참고자료',
      speaker: '스피커',
      affiliationFirst: true,
    },
    language: '한국어',
  }),
];

/** What the two have in common whatever the spaces between blocks: each speaker line as its words, in any order. */
const speakerWords = (post: PostFacts, label: string): readonly string[] =>
  [...post.body.matchAll(new RegExp(`^\\*\\*${label}\\*\\*: (.*?(?: {2}\\n.+)?)$`, 'gm'))].map(
    ([, line = '']) =>
      line
        .split(/[\s,]+/)
        .filter(Boolean)
        .sort()
        .join(' '),
  );

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const exportBundle = async (lanyard: Lanyard, day: DayScript): Promise<ReadonlyMap<string, Buffer>> => {
  const recap = await lanyard.openRecap();
  await recap.setViewportSize({ width: 1400, height: 900 });
  for (const [label, key] of [
    ['Date', 'date'],
    ['Last changed', 'lastmod'],
  ] as const) {
    const field = recap.getByLabel(label, { exact: true });
    await field.fill(text(day.frontMatter[key]));
    await field.press('Tab');
  }
  await recap.getByRole('checkbox', { name: /Spacer paragraphs/ }).click();
  await recap.getByRole('tab', { name: 'Markdown' }).click();
  await recap.getByText(`lastmod: ${text(day.frontMatter.lastmod)}`).waitFor();
  const zip = await lanyard.download(async () => {
    await recap.keyboard.press('Control+s');
  });
  await recap.getByText(/\.zip saved/).waitFor();
  await recap.close();
  return readZip(readFileSync(zip));
};

describe.each(MODELS)('a day, written up', (makeModel) => {
  const available = makeModel !== MODELS[1] || existsSync(model);
  const title = available ? 'comes out as the post it was' : 'the model recap: LANYARD_CORPUS is not set';
  let lanyard: Lanyard;
  let site: Site;
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-day-'));

  beforeAll(async () => {
    if (!available) return;
    site = await serveSite();
    lanyard = await launchLanyard();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.skipIf(!available)(title, { timeout: 300_000 }, async () => {
    const { post, words, language } = makeModel();
    const wanted = readPost(post);
    const day = readDayScript(post, words);
    const { frontMatter } = day;
    const page = await lanyard.openPage(site.url('talk.html'));
    const panel = await beginEvent(lanyard, page, text(frontMatter.title), {
      description: text(frontMatter.description),
      tags: list(frontMatter.tags),
      day: text(frontMatter.date).slice(0, 10),
      timeZone: 'Asia/Seoul',
      language,
    });
    const images = await jotDay(panel, day);
    await chooseSession(panel, 'Overview');
    await clipReferences(lanyard, day.references);
    const files = await exportBundle(lanyard, day);

    const paths = [...files.keys()];
    const index = paths.find((path) => path.endsWith('/index.md')) ?? '';
    const got = readPost(String(files.get(index)));
    for (const key of ['title', 'date', 'lastmod', 'description', 'tags']) {
      expect(got.frontMatter[key], key).toEqual(wanted.frontMatter[key]);
    }
    const known = ['title', 'date', 'lastmod', 'description', 'tags'];
    expect(Object.keys(got.frontMatter).filter((key) => !known.includes(key))).toEqual([]);
    expect(got.headings).toEqual(wanted.headings);
    expect(speakerWords(got, words.speaker)).toEqual(speakerWords(wanted, words.speaker));
    expect(got.images).toEqual(wanted.images);
    expect(got.links).toEqual(wanted.links);
    expect(got.code).toEqual(wanted.code);
    expect(got.tables).toEqual(wanted.tables);
    expect(got.quotes).toEqual(wanted.quotes);
    expect(got.items).toEqual(wanted.items);
    expect(paths.filter((path) => path.endsWith('.png'))).toHaveLength(images);

    for (const [path, content] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const built = await buildWithHugo(join(folder, dirname(index)));
    expect(built.warnings).toEqual([]);
    for (const [number] of wanted.images.entries()) expect(built.html).toContain(`${number + 1}.png`);
    expect(lanyard.errors).toEqual([]);
  });
});
