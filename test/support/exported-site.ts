/** Golden cases as posts of one kind of site, written where a real generator will find them, and what its pages must hold. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { bundleFiles } from '../../src/export/bundle-files.ts';
import { listReferences } from '../../src/markdown/blocks.ts';
import type { RecapOptions } from '../../src/model/event.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import type { Recap } from '../../src/recap/recap.ts';
import { listCases, readCase } from './cases.ts';
import { makePng } from './png.ts';

export interface ExportedPost {
  readonly name: string;
  readonly recap: Recap;
  /** The same post for a site without a syntax of its own. */
  readonly plain: Recap;
}

/** Every golden case, and each template of one of them. */
export const exportedPosts = async (options: Partial<RecapOptions>): Promise<ExportedPost[]> => {
  const posts = await Promise.all(
    (await listCases()).map(async (name) => {
      const input = await readCase(name);
      const recapFor = (more: Partial<RecapOptions>): Recap =>
        assembleRecap({
          ...input,
          event: { ...input.event, recapOptions: { ...input.event.recapOptions, ...more } },
        });
      return { name, recap: recapFor(options), plain: recapFor({ ...options, siteProfile: 'astro' }) };
    }),
  );
  return posts.filter(({ name }) => name !== 'nothing-yet');
};

/** Writes the files under the folder that the site calls its content. */
export const writePosts = async (content: string, posts: readonly ExportedPost[]): Promise<void> => {
  for (const [number, { recap }] of posts.entries()) {
    // No two pictures alike, or a generator makes one file of them.
    const pictureOf = async ({ hash }: { readonly hash: string }): Promise<Blob> =>
      new Blob([
        new Uint8Array(makePng(4 + recap.images.findIndex((image) => image.hash === hash), 3 + number)),
      ]);
    for (const file of bundleFiles(recap, pictureOf)) {
      const path = join(content, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, Buffer.from(await (await file.read()).arrayBuffer()));
    }
  }
};

export const newSite = async (): Promise<{
  readonly folder: string;
  readonly remove: () => Promise<void>;
}> => {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-site-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};

/** Runs a generator. Both outputs in one; never rejects for its exit status. */
export const runGenerator = (
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number; readonly output: string }> =>
  new Promise((resolve, reject) => {
    const env = { ...process.env, CI: '1', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', LANG: 'C.UTF-8' };
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** A generator's folder as `npm run generators` installed it. @throws when it was not */
export const generatorFolder = (name: string): string => {
  const folder = process.env[`LANYARD_${name}`];
  if (folder === undefined) throw new Error(`LANYARD_${name} is not set: run npm run generators`);
  return folder;
};

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

const decode = (html: string): string =>
  html.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });

/** Typographers' quotes, dashes and dots as they were typed. */
const straight = (text: string): string =>
  text
    .replace(/[“”«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/…/g, '...')
    .replace(/—|–/g, '-')
    .replace(/-{2,3}/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

export const textIn = (html: string): string => straight(decode(html.replace(/<[^>]*>/g, '')));

const attributesOf = (html: string, tag: string, attribute: string): string[] =>
  Array.from(
    html.matchAll(new RegExp(`<${tag}\\b[^>]*?\\s${attribute}="([^"]*)"`, 'g')),
    ([, value = '']) => {
      const address = decode(value);
      try {
        return decodeURI(address);
      } catch {
        return address;
      }
    },
  );

/**
 * Holds a built page against the post: every heading, link and image, as many tables, and no syntax of the site.
 *
 * @param sourceOf what the page has for an image of the post
 */
export const expectPage = (
  html: string,
  { recap, plain }: ExportedPost,
  sourceOf: (address: string) => string | RegExp,
): void => {
  const headings = Array.from(html.matchAll(/<h[1-6][^>]*>([\s\S]*?)<\/h[1-6]>/g), ([, inner = '']) =>
    textIn(inner),
  );
  for (const { text } of recap.outline) expect(headings).toContain(straight(text));
  const links = attributesOf(html, 'a', 'href');
  const sources = attributesOf(html, 'img', 'src');
  const own = new Map(
    plain.images.map((image, index) => [image.address, recap.images[index]?.address ?? '']),
  );
  for (const { kind, address } of listReferences(plain.body)) {
    const wanted = own.get(address);
    if (kind === 'link') expect(links).toContain(decodeURI(address));
    else if (wanted === undefined) expect(sources).toContain(decodeURI(address));
    else {
      const source = sourceOf(wanted);
      expect(
        sources.some((found) => (typeof source === 'string' ? found === source : source.test(found))),
      ).toBe(true);
    }
  }
  expect(html.split(/<table[ >]/).length).toBe(plain.body.split(/^\|[-:| ]+\|$/m).length);
};

/** What the case `every-site` says in text and in code, in the words that a reader must see. */
export const SHOWN_AS_WRITTEN: readonly string[] = [
  'In text: {{ page.title }}, {% include x.html %}, {{< figure >}}, {{% note %}}, {{ youtube(id="x") }} and {{ unended.',
  'In code: {{ page.title }} and Vec<T>, a | bar and {: .class }.',
  '{% for x in y %}{{ x }}{% endfor %} {{< ref "a" >}} {{ youtube(id="x") }} {% quote(author="A") %}words{% end %} <T> { braces }',
  'A Map<K, V> is {not} a ',
  'H2O, Ctrl',
  'Hidden {text}',
  'indented <T> { code }',
  'nested <U> { code }',
];
