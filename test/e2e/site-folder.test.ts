/** The recap page fits the post to the site and saves it into the site's folder; the private file system stands in for the picker. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';

describe('a post for the person’s own site', () => {
  let lanyard: Lanyard;
  let page: Page;

  const source = () => page.locator('.source').textContent();
  const sourceHas = (text: string) => expect.poll(source).toContain(text);
  const dialog = () => page.getByRole('dialog');
  const closed = () => dialog().waitFor({ state: 'detached' });
  /** Every file of the folder, with the first line of a text that holds `title`. */
  const files = () =>
    page.evaluate(async () => {
      const found: string[] = [];
      const walk = async (folder: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
        for await (const [name, handle] of folder.entries()) {
          if (handle.kind === 'directory') await walk(handle, `${prefix}${name}/`);
          else found.push(prefix + name);
        }
      };
      await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('my-site'), '');
      return found.sort();
    });
  const textOf = (path: string) =>
    page.evaluate(async (wanted) => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('my-site');
      const parts = wanted.split('/');
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
      return (await (await folder.getFileHandle(parts.at(-1) ?? '')).getFile()).text();
    }, path);
  const openFolderDialog = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Save into my site’s folder…' }).click();
    await dialog().waitFor();
  };
  const write = async (): Promise<void> => {
    await dialog().getByRole('button', { name: 'Write these files' }).click();
    await page.locator('.toast', { hasText: 'Written to “my-site”.' }).first().waitFor();
    await closed();
  };

  beforeAll(async () => {
    lanyard = await launchLanyard();
    page = await lanyard.openRecap('#welcome');
    // A busy machine takes long for the first frames.
    page.setDefaultTimeout(40_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    // The picker is the browser's own window, out of a test's reach; its handles are of the same kind.
    await page.evaluate(() => {
      Object.assign(globalThis, {
        showDirectoryPicker: async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('my-site', { create: true }),
      });
    });
    await page
      .getByRole('button', { name: /sample/i })
      .first()
      .click();
    await page.locator('.outline-name').first().waitFor();
    await page.getByRole('tab', { name: 'Markdown' }).click();
  });
  afterAll(async () => {
    await lanyard?.close();
  });

  it('writes for the site that is chosen, and tells where', async () => {
    await page.getByLabel('Site', { exact: true }).selectOption('zola');
    await sourceHas('+++\ntitle = "Harbour Conf (sample)"');
    await page.getByLabel('Site', { exact: true }).selectOption('jekyll');
    await sourceHas('layout: "post"');
    await page
      .locator('.preview-path', { hasText: /^_posts\/\d{4}-\d\d-\d\d-harbour-conf-sample\.md$/ })
      .waitFor();
    await page.getByLabel('Site', { exact: true }).selectOption('hugo');
    await sourceHas('lastmod: ');
  });

  it('takes the person’s own keys, in their order', async () => {
    await page.getByRole('button', { name: 'Adjust…' }).click();
    await dialog().getByLabel('Key 3', { exact: true }).fill('updated');
    await dialog().getByLabel('Key 3', { exact: true }).press('Enter');
    await dialog().locator('.site-sample', { hasText: 'updated: ' }).waitFor();
    await dialog().getByRole('button', { name: 'Add a key' }).click();
    await dialog().getByLabel('Key 7', { exact: true }).fill('draft');
    await dialog().getByLabel('Key 7', { exact: true }).press('Enter');
    await dialog().getByLabel('draft: value').fill('false');
    await dialog().getByLabel('draft: value').press('Enter');
    await dialog().locator('.site-sample', { hasText: 'draft: false' }).waitFor();
    await dialog().getByRole('button', { name: 'draft: move up' }).click();
    await dialog()
      .locator('.site-sample', { hasText: /draft: false\ntags: / })
      .waitFor();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await closed();
    await sourceHas('draft: false\ntags: ');
  });

  it('words headings and speakers as the person does, with the result in sight', async () => {
    await page.getByRole('button', { name: 'Wording…' }).click();
    await dialog().getByLabel('Session heading').fill('{title} – {speakers}');
    await dialog().locator('.site-sample', { hasText: '### Boring is a feature – Ada Park' }).waitFor();
    await dialog().getByLabel('Sessions', { exact: true }).fill('What I heard');
    await dialog().locator('.site-sample', { hasText: '## What I heard' }).waitFor();
    await dialog().getByRole('button', { name: 'Done' }).click();
    await closed();
    await sourceHas('## What I heard');
  });

  it('saves into the folder after showing what is new', async () => {
    await openFolderDialog();
    await dialog().getByRole('button', { name: 'Choose the content folder…' }).click();
    await dialog().locator('.folder-file.is-new', { hasText: 'harbour-conf-sample/index.md' }).waitFor();
    await write();
    expect(await files()).toContain('harbour-conf-sample/index.md');
    expect(await textOf('harbour-conf-sample/index.md')).toBe(await source());
  });

  it('knows the folder again, and that nothing is to be done', async () => {
    await openFolderDialog();
    await dialog().getByText('Everything in “my-site” is up to date.').waitFor();
    await page.keyboard.press('Escape');
    await closed();
  });

  it('a second export keeps the slug, shows the difference, and changes that file alone', async () => {
    const before = await files();
    await page.getByRole('button', { name: 'Edit event' }).click();
    await dialog().getByLabel('Name').first().fill('Harbour Conf, renamed');
    await dialog().getByRole('button', { name: 'Save' }).click();
    await closed();
    await sourceHas('title: "Harbour Conf, renamed"');
    await openFolderDialog();
    await dialog().locator('.folder-file.is-changed', { hasText: 'harbour-conf-sample/index.md' }).waitFor();
    await dialog().locator('.difference-line.is-removed', { hasText: 'Harbour Conf (sample)' }).waitFor();
    await dialog().locator('.difference-line.is-added', { hasText: 'Harbour Conf, renamed' }).waitFor();
    await write();
    expect(await files()).toEqual(before);
    expect(await textOf('harbour-conf-sample/index.md')).toContain('title: "Harbour Conf, renamed"');
  });

  it('reads the settings off a post of the person’s own', async () => {
    await page.getByRole('button', { name: 'Adjust…' }).click();
    const text =
      "---\ntitle: 'Earlier day'\ndate: 2024-05-10\nauthor: Ada\ntags: ['a']\n---\n\n# Talks\n\n## One\n\nPresenter: Bo\n";
    await dialog()
      .locator('input[type=file]')
      .setInputFiles({ name: 'index.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
    await dialog()
      .locator('.site-sample', { hasText: "author: 'Ada'\ntags: ['conference', 'operations']" })
      .waitFor();
    await page.keyboard.press('Escape');
    await closed();
    await sourceHas('# What I heard\n');
    await sourceHas('Presenter: ');
  });

  it('new events start with these settings when the person says so', async () => {
    await page.getByRole('button', { name: 'Use for my next events' }).click();
    await page.locator('.toast', { hasText: 'New events start with these settings.' }).waitFor();
  });

  it('offers to undo or to finish a save that was cut off', async () => {
    await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('my-site');
      for await (const name of folder.keys()) await folder.removeEntry(name, { recursive: true });
    });
    /** The page goes away when one file is in its place and the next is not. */
    const cutSave = async (): Promise<void> => {
      await openFolderDialog();
      await dialog().locator('.folder-file.is-new', { hasText: '.md' }).waitFor();
      await page.evaluate(() => {
        const { close } = FileSystemWritableFileStream.prototype;
        let left = 1;
        FileSystemWritableFileStream.prototype.close = function (this: FileSystemWritableFileStream) {
          left -= 1;
          if (left >= 0) return close.call(this);
          document.documentElement.dataset.cut = 'yes';
          return new Promise(() => undefined);
        };
      });
      await dialog().getByRole('button', { name: 'Write these files' }).click();
      await page.locator('html[data-cut=yes]').waitFor({ state: 'attached' });
      await page.reload();
      await page.getByRole('button', { name: 'Finish or undo…' }).click();
      await dialog().getByText('was interrupted').waitFor();
    };
    await cutSave();
    await dialog().getByRole('button', { name: 'Undo' }).click();
    await page.locator('.toast', { hasText: '“my-site” is as it was before that save.' }).waitFor();
    await closed();
    expect(await files()).toEqual([]);
    await cutSave();
    await dialog().getByRole('button', { name: 'Finish' }).click();
    await page.locator('.toast', { hasText: 'Written to “my-site”.' }).waitFor();
    await closed();
    expect((await files()).map((path) => path.replace(/^.*\./, '')).sort()).toContain('md');
    await openFolderDialog();
    await dialog().getByText('Everything in “my-site” is up to date.').waitFor();
    await page.keyboard.press('Escape');
    await closed();
  });

  it('raised no error', () => {
    expect(lanyard.errors).toEqual([]);
  });
});
