/** A published post comes in, is added to, and goes out again with nothing else changed. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zip } from '../commands/zip.mjs';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer, fire } from '../support/panel-page.ts';
import { makePng } from '../support/png.ts';
import { readStored } from '../support/stored.ts';
import { readZip } from '../support/unzip.ts';

const OWN = `---\r\ntitle: "River Conf" # day one\r\ntags: [go]\r\n---\r\n
## Overview\r\n\r\n![The hall](./1.png)\r\n\r\n## Sessions\r\n\r\n### Small tools\r\n\r\n**Speaker**: Ada Quist, Riverworks\r\n\r\n* one\r\n* two  \r\n\r\n## References\r\n\r\n[River](https://river.example/)`;

const CORPUS = process.env.LANYARD_CORPUS ?? '';
const MODEL =
  CORPUS === '' ? null : readFileSync(join(CORPUS, 'recaps/001-gophercon-korea-2023-hugo.md'), 'utf8');

describe('importing a post', () => {
  let lanyard: Lanyard;
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lanyard-import-'));
    lanyard = await launchLanyard();
    page = await lanyard.openRecap('#welcome');
    page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    await lanyard?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const dialog = () => page.getByRole('dialog', { name: 'Import a post' });
  const choose = async (label: string, path: string): Promise<void> => {
    await dialog().getByLabel(label, { exact: true }).last().setInputFiles(path);
  };
  const bundle = (name: string, text: string, images: number): string => {
    const path = join(folder, name);
    mkdirSync(path);
    writeFileSync(join(path, 'index.md'), text);
    for (let number = 1; number <= images; number += 1) {
      writeFileSync(join(path, `${number}.png`), makePng(32, 24, number));
    }
    return path;
  };
  const exported = async (): Promise<ReadonlyMap<string, Buffer>> =>
    readZip(readFileSync(await lanyard.download(() => page.keyboard.press('Control+s'))));
  /** Whatever the test before left open. */
  const ask = async (): Promise<void> => {
    while ((await page.getByRole('dialog').count()) > 0) {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').first().waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'Import a post…' }).click();
    await dialog().waitFor();
  };
  /** As the system's own drag would: the page gets an entry for the folder. */
  const drop = async (path: string): Promise<void> => {
    const box = await dialog().getByRole('group', { name: 'Choose a file' }).boundingBox();
    if (box === null) throw new Error('nowhere to drop');
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [path], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: box.x + 8, y: box.y + 8, data });
    await session.detach();
  };
  /** Until the post's own page is there, with its keys. */
  const take = async (told: string): Promise<void> => {
    await dialog().getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(told).waitFor();
    await page.getByRole('button', { name: 'Export' }).waitFor();
    await dialog().waitFor({ state: 'detached' });
  };
  const importFolder = async (path: string, name: string): Promise<void> => {
    await choose('Choose a folder', path);
    await take(`“${name}” was imported.`);
  };

  it('says why a file is no post, and keeps nothing of it', async () => {
    await ask();
    const bad = {
      'photo.md': makePng(8, 8),
      'latin.md': Buffer.from('# Caf\xe9\n', 'latin1'),
      'broken.zip': Buffer.from('PK not a zip'),
      'empty.md': Buffer.alloc(0),
      'long.md': Buffer.alloc(20_000_000, 'a\n'),
      'bomb.zip': zip(new Map([['index.md', Buffer.alloc(65 * 1024 * 1024)]])),
      'climbing.zip': zip(new Map([['../index.md', Buffer.from('# Up\n')]])),
      'pictures.zip': zip(new Map([['1.png', makePng(8, 8)]])),
      'wide.md': Buffer.from('\ufeff# Wide\n', 'utf16le'),
    };
    const words = [
      /isn’t text/,
      /isn’t UTF-8/,
      /zip/,
      /is empty/,
      /larger than 10 MB/,
      /larger than allowed/,
      /\.\.\/index\.md/,
      /no post|no Markdown/i,
      /isn’t UTF-8/,
    ];
    for (const [index, [name, bytes]] of Object.entries(bad).entries()) {
      writeFileSync(join(folder, name), bytes);
      await choose('Choose a file', join(folder, name));
      await dialog()
        .getByRole('alert')
        .filter({ hasText: words[index] ?? '' })
        .waitFor();
    }
    expect((await readStored(page)).events).toEqual([]);
  });

  it('is undone in one step', async () => {
    await ask();
    await importFolder(bundle('undone', OWN, 1), 'River Conf');
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByRole('button', { name: 'Import a post…' }).waitFor();
    expect((await readStored(page)).events).toEqual([]);
    // The first screen can take that back as well.
    await page.getByRole('button', { name: /^Redo/ }).click();
    await page.getByRole('button', { name: /^Event: River Conf/ }).waitFor();
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByRole('button', { name: 'Import a post…' }).waitFor();
    expect((await readStored(page)).events).toEqual([]);
    await ask();
  });

  it('gives an untouched bundle back byte for byte, CRLF and images included', async () => {
    await ask();
    await importFolder(bundle('river-conf', OWN, 1), 'River Conf');
    const files = await exported();
    expect([...files.keys()]).toEqual(['river-conf/index.md', 'river-conf/1.png']);
    expect(files.get('river-conf/index.md')?.toString('utf8')).toBe(OWN);
    expect(files.get('river-conf/1.png')?.equals(makePng(32, 24, 1))).toBe(true);
    // That it was exported does not keep the import from being undone.
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByRole('button', { name: 'Import a post…' }).waitFor();
    expect((await readStored(page)).events.every(({ deletedAt }) => deletedAt !== null)).toBe(true);
  });

  it('takes a zip with an .mdx and its pictures, and a folder that is dropped', async () => {
    const files = new Map([
      ['boats/index.mdx', Buffer.from(`${OWN}\n{/* truncate */}\n`)],
      ['boats/1.png', makePng(32, 24, 1)],
    ]);
    writeFileSync(join(folder, 'boats.zip'), zip(files));
    await ask();
    await choose('Choose a file', join(folder, 'boats.zip'));
    await take('“River Conf” was imported.');
    expect(await exported()).toEqual(files);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await ask();
    await dialog().getByRole('button', { name: 'Choose a folder' }).first().waitFor();
    await drop(bundle('dropped', OWN, 1));
    await take('“River Conf” was imported.');
    expect([...(await exported()).keys()]).toEqual(['dropped/index.md', 'dropped/1.png']);
    await page.getByRole('button', { name: /^Undo/ }).first().click();
    await page.getByRole('button', { name: 'Import a post…' }).waitFor();
  });

  const target = MODEL === null ? 'a post of ours (LANYARD_CORPUS is not set)' : 'the model recap';
  it(`adds a session with two notes and an image to ${target}, and touches nothing else`, async () => {
    const source = MODEL ?? OWN;
    const name = MODEL === null ? 'River Conf' : 'GopherCon Korea 2023';
    await ask();
    await importFolder(bundle('recap', source, MODEL === null ? 1 : 9), name);
    await page.getByRole('button', { name: 'Add session' }).first().click();
    await page.getByRole('dialog').getByLabel('Title').fill('Late addition');
    await page.getByRole('dialog').getByRole('button', { name: 'Add session' }).click();
    await page.getByText('“Late addition” added.').waitFor();
    await page.getByRole('button', { name: /^Late addition/ }).hover();
    await page.getByRole('button', { name: 'More for “Late addition”' }).click();
    const arriving = page.context().waitForEvent('page', {
      predicate: (each) => each.url().endsWith('/sidepanel.html'),
    });
    await page.getByRole('menuitem', { name: 'Take notes in the panel' }).click();
    await expect
      .poll(async () => {
        const { sessions, settings } = await readStored(page);
        return sessions.find(({ id }) => id === settings?.heldSession?.sessionId)?.title;
      })
      .toBe('Late addition');
    const panel = await arriving;
    await panel.getByRole('heading', { level: 1, name: 'Late addition' }).waitFor();
    await composer(panel).fill('The first new note.');
    await composer(panel).press('Enter');
    await composer(panel).fill('The second new note.');
    await composer(panel).press('Enter');
    await fire(composer(panel), 'paste', { files: [makePng(40, 30, 77).toString('base64')] });
    await expect
      .poll(
        async () =>
          (await readStored(panel)).notes.filter(({ markdown }) => /new note|image:/.test(markdown)).length,
      )
      .toBeGreaterThan(2);
    await panel.close();
    await page.bringToFront();
    const files = await exported();
    const text = [...files].find(([path]) => path.endsWith('index.md'))?.[1].toString('utf8') ?? '';
    // Without what was added, the rest is the source, line by line.
    const rest = text.split('\n');
    for (const line of source.split('\n')) {
      const at = rest.indexOf(line);
      expect(at, line).toBeGreaterThanOrEqual(0);
      rest.splice(at, 1);
    }
    const words = rest.map((line) => line.trim()).filter((line) => line !== '' && line !== '&nbsp;');
    expect(words).toEqual([
      '### Late addition',
      'The first new note.',
      'The second new note.',
      expect.stringMatching(/^!\[.*\]\(\.\/\d+\.png\)$/),
    ]);
    // The next export is compared with this one before there is another.
    await page.getByRole('button', { name: 'Add session' }).first().click();
    await page.getByRole('dialog').getByLabel('Title').fill('One more');
    await page.getByRole('dialog').getByRole('button', { name: 'Add session' }).click();
    await page.getByText('“One more” added.').waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'What changed since the last export…' }).click();
    const changes = page.getByRole('dialog', { name: 'What changed' });
    await changes.locator('.difference-line.is-added', { hasText: '### One more' }).waitFor();
    expect(await changes.locator('.difference-line.is-removed').count()).toBe(0);
    await page.keyboard.press('Escape');
    await changes.waitFor({ state: 'detached' });
  });
});
