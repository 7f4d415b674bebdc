/**
 * Pages in the shapes of real ones (`test/pages`), selected and clipped through the built extension, then built by real
 * Hugo in one build: what is stored is the expected Markdown, what is built has all that the source page shows.
 * `UPDATE_CASES=1` writes the expectations anew; read the difference before it is committed.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { escapeShortcodes } from '../../src/recap/profiles/escape-hugo.ts';
import { bundleScript } from '../support/converter-page.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { buildSite } from '../support/hugo.ts';
import type { Inventory, Losses } from '../support/page-inventory.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored } from '../support/stored.ts';

const PAGES = join(import.meta.dirname, '../pages');
const names = readdirSync(PAGES).sort();
const rewrite = process.env.UPDATE_CASES === '1';

interface InPage {
  readonly LanyardInventory: typeof import('../support/page-inventory.ts');
}

/** What the built page has less or more than the source, a part a line. */
const differences = (losses: Losses): string =>
  Object.entries(losses)
    .filter(([, { lost, added }]) => lost + added > 0)
    .map(([part, { samples }]) => `${part}: ${samples.join(' | ')}\n`)
    .join('');

const expectedIn = (name: string, file: string): string => {
  try {
    return readFileSync(join(PAGES, name, file), 'utf8');
  } catch {
    return '';
  }
};

describe('pages in the shapes of real ones', () => {
  let lanyard: Lanyard;
  let site: Site;
  const markdowns = new Map<string, string>();
  const differing = new Map<string, string>();

  beforeAll(async () => {
    const script = await bundleScript('test/support/page-inventory.ts', 'LanyardInventory');
    const served = names.map((name) => [
      `/${name}/page.html`,
      readFileSync(join(PAGES, name, 'page.html'), 'utf8'),
    ]);
    site = await serveSite(Object.fromEntries(served));
    lanyard = await launchLanyard();
    const page = await lanyard.openPage(site.url(`${names[0]}/page.html`));
    const worker = await lanyard.worker();
    const sources = new Map<string, Inventory>();
    for (const [index, name] of names.entries()) {
      await page.goto(site.url(`${name}/page.html`), { waitUntil: 'domcontentloaded' });
      await page.evaluate((code) => {
        // A script's own variable would not outlive `evaluate`.
        const element = document.createElement('script');
        element.textContent = code;
        document.head.append(element);
        element.remove();
        const chosen = document.querySelector('[data-select]');
        if (chosen !== null) getSelection()?.selectAllChildren(chosen);
      }, script);
      const source = await page.evaluate(
        (base) => (globalThis as unknown as InPage).LanyardInventory.inventoryOfSelection(base),
        page.url(),
      );
      sources.set(name, source);
      // The first command is granted the tab; the grant lasts while the tab stays at this origin.
      if (index === 0) await lanyard.runCommand('clip-page', page);
      else
        await worker.evaluate(async () => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const event = chrome.commands.onCommand as unknown as { dispatch(...args: unknown[]): void };
          event.dispatch('clip-page', tab);
        });
      const isStored = async () => expect((await readStored(worker)).notes).toHaveLength(index + 1);
      await vi.waitFor(isStored, { timeout: 20_000 });
    }
    for (const { source, markdown } of (await readStored(worker)).notes) {
      const name = new URL(source?.url ?? '').pathname.split('/')[1] ?? '';
      markdowns.set(name, `${markdown.replaceAll(site.origin, 'https://site.example')}\n`);
    }
    const built = await buildSite(
      async (content) => {
        for (const [name, markdown] of markdowns) {
          const head = '---\ntitle: x\ndate: 2020-01-01\n---\n';
          writeFileSync(join(content, `${name}.md`), `${head}${escapeShortcodes(markdown).body}`);
        }
      },
      { '_default/single.html': '{{ .Content }}', '_default/list.html': '-', 'index.html': '-' },
    );
    try {
      expect(built.code, built.output).toBe(0);
      for (const name of names) {
        const html = await readFile(join(built.folder, name, 'index.html'), 'utf8');
        const source = sources.get(name);
        if (source === undefined) continue;
        const losses = await page.evaluate(
          ([inventory, text, base]) =>
            (globalThis as unknown as InPage).LanyardInventory.measureBuilt(inventory, text, base),
          [source, html.replaceAll('https://site.example', site.origin), page.url()] as const,
        );
        differing.set(name, differences(losses).replaceAll(site.origin, 'https://site.example'));
      }
    } finally {
      await built.dispose();
    }
    if (rewrite)
      for (const name of names) {
        mkdirSync(join(PAGES, name), { recursive: true });
        writeFileSync(join(PAGES, name, 'expected.md'), markdowns.get(name) ?? '');
        rmSync(join(PAGES, name, 'differs.txt'), { force: true });
        const text = differing.get(name) ?? '';
        if (text !== '') writeFileSync(join(PAGES, name, 'differs.txt'), text);
      }
  }, 240_000);

  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  it.each(names)('%s is stored as expected', (name) => {
    expect(markdowns.get(name)).toBe(expectedIn(name, 'expected.md'));
    expect(expectedIn(name, 'expected.md')).not.toBe('');
  });
  it.each(names)('%s, built by Hugo, differs from the source only where it is meant to', (name) => {
    expect(differing.get(name)).toBe(expectedIn(name, 'differs.txt'));
  });
});
