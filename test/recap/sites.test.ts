import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SiteSettings } from '../../src/model/site-settings.ts';
import { assembleRecap } from '../../src/recap/assemble/assemble-recap.ts';
import { SITE_PROFILES } from '../../src/recap/profiles/profile-of.ts';
import { expectedPath, listCases, readCase } from '../support/cases.ts';

/** `UPDATE_CASES=1 npx vitest run --project unit test/recap/sites` writes the expectations anew. */
const UPDATE = process.env.UPDATE_CASES === '1';

const VARIANTS: readonly (readonly [string, SiteSettings])[] = SITE_PROFILES.flatMap((profile) => [
  [profile.id, {}] as const,
  ...profile.formats.slice(1).map((format) => [profile.id, { format }] as const),
  ...profile.extensions.slice(1).map((extension) => [profile.id, { extension }] as const),
]);

const recapFor = async (name: string, siteProfile: string, settings: SiteSettings) => {
  const input = await readCase(name);
  const recapOptions = { ...input.event.recapOptions, siteProfile, sites: { [siteProfile]: settings } };
  return assembleRecap({ ...input, event: { ...input.event, recapOptions } });
};

describe('one post for every site', () => {
  it.each(VARIANTS)('%s %j', async (id, settings) => {
    const recap = await recapFor('every-site', id, settings);
    const name = [id, ...Object.values(settings)].join('-');
    const path = join(dirname(expectedPath('every-site')), `${name}.txt`);
    const paths = [recap.path, ...recap.images.map((image) => image.path)].map((file) =>
      [recap.folder, file].filter((part) => part !== '').join('/'),
    );
    const found = `${paths.join('\n')}\n\n${recap.text}`;
    if (UPDATE) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, found);
    }
    expect(found).toBe(await readFile(path, 'utf8'));
  });

  it.each(VARIANTS)('%s %j: the outline points at the headings', async (id, settings) => {
    for (const name of await listCases()) {
      const { body, outline } = await recapFor(name, id, settings);
      const lines = body.split('\n');
      for (const { line, level } of outline) expect(lines[line]).toMatch(new RegExp(`^#{${level}} `));
    }
  });
});
