/** What Firefox makes of the same input is what Chromium makes of it: clipped pages, and the exported bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCase } from '../support/cases.ts';
import { launchLanyard } from '../support/extension.ts';
import { type FirefoxLanyard, launchFirefox } from '../support/firefox.ts';
import { makePng } from '../support/png.ts';
import { type Site, serveSite } from '../support/site.ts';
import { type Seed, seedStored } from '../support/stored.ts';
import { readZip } from '../support/unzip.ts';

const PAGES = join(import.meta.dirname, '../pages');
const names = readdirSync(PAGES).sort();
const read = (name: string, file: string): string => readFileSync(join(PAGES, name, file), 'utf8');

describe('pages in the shapes of real ones, clipped in Firefox', () => {
  let lanyard: FirefoxLanyard;
  let site: Site;
  const markdowns = new Map<string, string>();

  beforeAll(async () => {
    site = await serveSite(
      Object.fromEntries(names.map((name) => [`/${name}/page.html`, read(name, 'page.html')])),
    );
    lanyard = await launchFirefox();
    const page = await lanyard.openPage('about:blank');
    for (const [index, name] of names.entries()) {
      await page.goto(site.url(`${name}/page.html`), { waitUntil: 'domcontentloaded' });
      await page.evaluate(() => {
        const chosen = document.querySelector('[data-select]');
        if (chosen !== null) getSelection()?.selectAllChildren(chosen);
      });
      await lanyard.runCommand('clip-page', page);
      const isStored = async () => expect(await lanyard.countNotes()).toBe(index + 1);
      await vi.waitFor(isStored, { timeout: 20_000 });
    }
    for (const { source, markdown } of (await lanyard.stored()).notes) {
      const name = new URL(source?.url ?? '').pathname.split('/')[1] ?? '';
      markdowns.set(name, `${markdown.replaceAll(site.origin, 'https://site.example')}\n`);
    }
  }, 240_000);
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  it.each(names)("%s gives Chromium's Markdown", (name) => {
    expect(markdowns.get(name)).toBe(read(name, 'expected.md'));
  });

  it('the bundle of the same records has the same files, byte for byte', async () => {
    const { event, sessions, notes, images } = await readCase('river-conf-en');
    const bytes = images.map(({ hash }, index) => [hash, makePng(64, 48, index).toString('base64')]);
    const seed: Seed = { event, sessions, notes, images, bytes: Object.fromEntries(bytes) };

    await lanyard.seed(seed);
    const recap = await lanyard.openRecap();
    await recap.waitForFunction(() => document.body.innerText.includes('Where water goes'));
    const ours = await lanyard.download(async () => {
      await recap.keyboard.down('Control');
      await recap.keyboard.press('s');
      await recap.keyboard.up('Control');
    });

    const chromium = await launchLanyard();
    try {
      await seedStored(chromium, seed);
      const page = await chromium.openRecap();
      await page.getByText('Where water goes').first().waitFor();
      const theirs = await chromium.download(() => page.keyboard.press('Control+s'));
      const [inFirefox, inChromium] = [readZip(readFileSync(ours)), readZip(readFileSync(theirs))];
      expect([...inFirefox.keys()]).toEqual([...inChromium.keys()]);
      expect([...inChromium.keys()].filter((name) => /\.(png|jpg|jpeg)$/.test(name))).toHaveLength(
        images.length,
      );
      for (const [name, content] of inChromium)
        expect(inFirefox.get(name)?.toString('base64'), name).toBe(content.toString('base64'));
    } finally {
      await chromium.close();
    }
  });

  it('met no error on its way', () => expect(lanyard.errors).toEqual([]));
});
