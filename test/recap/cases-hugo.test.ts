import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFiles } from '../../src/export/bundle-files.ts';
import { listReferences } from '../../src/markdown/blocks.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { listCases, readCase } from '../support/cases.ts';
import { buildWithHugo } from '../support/hugo.ts';
import { makePng } from '../support/png.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-cases-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const decode = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|amp|quot|#39|#34);/g,
      (_, name) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name as string] ?? "'",
    );

/** As Hugo's typographer would set it, undone. */
const straight = (text: string): string =>
  text
    .replace(/&[lr]dquo;|[“”]/g, '"')
    .replace(/&[lr]squo;|[‘’]/g, "'")
    .replace(/&hellip;|…/g, '...')
    .replace(/&ndash;|–/g, '--');

const names = await listCases();

describe.each(['yaml', 'toml'] as const)('golden cases with %s through Hugo', (format) => {
  it.each(names)(
    '%s: every heading, image, link and table is on the page',
    async (name) => {
      const input = await readCase(name);
      const recapOptions = { ...input.event.recapOptions, sites: { hugo: { format } } };
      const recap = assembleRecap({ ...input, event: { ...input.event, recapOptions } });
      expect(recap.text.slice(0, 4)).toBe(format === 'toml' ? '+++\n' : '---\n');
      for (const file of bundleFiles(recap, async () => new Blob([new Uint8Array(makePng(4, 3))]))) {
        const path = join(folder, file.path);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, Buffer.from(await (await file.read()).arrayBuffer()));
      }
      const { html, warnings, files } = await buildWithHugo(join(folder, recap.folder));
      expect(warnings).toEqual([]);
      const headings = Array.from(html.matchAll(/<h[1-6][^>]*>(.*?)<\/h[1-6]>/gs), ([, inner]) =>
        decode(straight(inner ?? '')),
      );
      for (const { text } of recap.outline) expect(headings).toContain(straight(text));
      const outlined = Array.from(recap.body.matchAll(/^(?:> |- )?#{1,6} /gm)).length;
      const inCode = Array.from(recap.body.matchAll(/^# /gm)).length;
      expect(headings.length).toBe(outlined - inCode);
      expect(files.filter((file) => file !== 'index.html')).toEqual(
        recap.images.map(({ path }) => path).sort(),
      );
      const sources = Array.from(html.matchAll(/<img src="([^"]*)"/g), ([, source]) => decode(source ?? ''));
      const targets = Array.from(html.matchAll(/<a href="([^"]*)"/g), ([, target]) =>
        decodeURI(decode(target ?? '')),
      );
      for (const { kind, address } of listReferences(recap.body)) {
        if (kind === 'image') expect(sources).toContain(address);
        else expect(targets).toContain(decodeURI(address));
      }
      expect(html.split('<table>').length).toBe(recap.body.split(/^\|[-:| ]+\|$/m).length);
    },
    60_000,
  );
});
