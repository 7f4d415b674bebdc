/** In real Firefox: a published post comes in, a programme by its address with a right asked for; and its narrow screen. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadZip } from 'client-zip';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxLanyard, launchFirefox } from '../support/firefox.ts';
import { makePng } from '../support/png.ts';
import { type Answering, type Site, serveSite } from '../support/site.ts';
import { readZip } from '../support/unzip.ts';

const POST = `---\r\ntitle: "River Conf" # day one\r\ntags: [go]\r\n---\r\n
## Overview\r\n\r\n![The hall](./1.png)\r\n\r\n## Sessions\r\n\r\n### Small tools\r\n\r\n**Speaker**: Ada Quist, Riverworks\r\n\r\n* one\r\n* two  \r\n\r\n## References\r\n\r\n[River](https://river.example/)`;
const PICTURE = makePng(32, 24, 1);
const PROGRAMME = readFileSync(new URL('../schedule/fixtures/pretalx.xml', import.meta.url), 'utf8');
const TITLE = 'Teacup Conf 2026';
const MS = { timeout: 20_000 };

const serve =
  (headers: Record<string, string>): Answering =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'text/xml', ...headers }).end(PROGRAMME);

const shows = (page: Page, text: string) =>
  page.waitForFunction((words) => document.body.innerText.includes(words), MS, text);
const click = (page: Page, text: string) =>
  page.locator(`button::-p-text(${text})`).setTimeout(20_000).click();

describe('what comes from outside, in Firefox', () => {
  let lanyard: FirefoxLanyard;
  let site: Site;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lanyard-firefox-reads-'));
    site = await serveSite({
      '/open.xml': serve({ 'access-control-allow-origin': '*' }),
      '/closed.xml': serve({}),
    });
    lanyard = await launchFirefox();
  }, 150_000);
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('a published post', () => {
    let recap: Page;
    const exported = async (): Promise<ReadonlyMap<string, Buffer>> => {
      await recap.bringToFront();
      await recap.waitForFunction(
        () =>
          document.querySelector('dialog[open]') === null &&
          [...document.querySelectorAll('button')].some(({ innerText }) => innerText.trim() === 'Export'),
        MS,
      );
      const path = await lanyard.download(async () => {
        await recap.keyboard.down('Control');
        await recap.keyboard.press('s');
        await recap.keyboard.up('Control');
      });
      return readZip(readFileSync(path));
    };

    it('comes in with its picture, and goes out byte for byte; a line added to it changes no other', async () => {
      const zip = join(folder, 'river-conf.zip');
      const files = [
        { name: 'river-conf/index.md', input: POST },
        { name: 'river-conf/1.png', input: new Uint8Array(PICTURE) },
      ];
      writeFileSync(zip, Buffer.from(await downloadZip(files).arrayBuffer()));
      recap = await lanyard.openRecap('#welcome');
      await click(recap, 'Import a post');
      const input = await recap.waitForSelector('dialog input[type=file][accept]', MS);
      await (input as ElementHandle<HTMLInputElement>).uploadFile(zip);
      await shows(recap, 'Small tools — Ada Quist');
      await recap.locator('dialog footer button:last-child, dialog .dialog-foot button:last-child').click();
      await shows(recap, '“River Conf” was imported.');
      const untouched = await exported();
      expect([...untouched.keys()]).toEqual(['river-conf/index.md', 'river-conf/1.png']);
      expect(untouched.get('river-conf/index.md')?.toString()).toBe(POST);
      expect(untouched.get('river-conf/1.png')?.equals(PICTURE)).toBe(true);

      const panel = await lanyard.openPanel(recap);
      await panel.fill('Note for', 'A line of today.');
      await panel.press('Note for', 'Enter');
      await expect
        .poll(async () => (await lanyard.stored()).notes.map(({ markdown }) => markdown))
        .toContain('A line of today.');
      await lanyard.closePanel();
      await shows(recap, 'A line of today.');
      const text = (await exported()).get('river-conf/index.md')?.toString() ?? '';
      expect(text).toBe(POST.replace('* two  \r\n', '* two  \r\n\r\nA line of today.\r\n'));
      await recap.close();
    });
  });

  describe('a programme by its address', () => {
    const ask = async (path: string): Promise<Page> => {
      const page = await lanyard.openRecap('#programme');
      await page.waitForSelector('.programme-address input', MS);
      await page.bringToFront();
      await page.type('.programme-address input', path);
      await page.keyboard.press('Enter');
      return page;
    };

    it('is read where the server lets everybody read', async () => {
      const page = await ask(site.url('open.xml'));
      await shows(page, TITLE);
      expect((await page.$$('.programme-row')).length).toBeGreaterThan(1);
      await page.close();
    });

    it('is not read from elsewhere without a word of the person, nor when that word is no', async () => {
      const page = await ask(`${site.otherOrigin}/closed.xml`);
      const { host } = new URL(site.otherOrigin);
      await shows(page, `Lanyard needs your permission for ${host} alone`);
      await click(page, `Allow ${host} and read`);
      await lanyard.answerPermission(false);
      await shows(page, `Without permission, ${host} can’t be read.`);
      expect(await lanyard.grantedOrigins()).toEqual([]);
      await page.close();
    });

    it('is read from an origin that the person allows in the dialog of Firefox, and the right is given back', async () => {
      const page = await ask(`${site.otherOrigin}/closed.xml`);
      await click(page, `Allow ${new URL(site.otherOrigin).host} and read`);
      await lanyard.answerPermission(true);
      await shows(page, TITLE);
      await expect.poll(() => lanyard.grantedOrigins()).toEqual([]);
      await page.close();
    });
  });

  it.each(['src/popup/popup.html', 'src/sidepanel/sidepanel.html'])(
    'has %s fit a narrow screen as a page, as Firefox on Android shows it',
    async (path) => {
      const page = await lanyard.openExtensionPage(path);
      await page.setViewport({ width: 360, height: 740 });
      await page.waitForSelector('textarea', MS);
      const widest = () =>
        page.evaluate(() => {
          const controls = [...document.querySelectorAll('button, input, textarea, select, a')];
          const edges = controls
            .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
            .map((element) => element.getBoundingClientRect())
            .filter(({ width }) => width > 1)
            .map(({ right }) => Math.floor(right));
          return Math.max(document.documentElement.scrollWidth, ...edges);
        });
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(360);
      expect(await widest()).toBeLessThanOrEqual(360);
      await page.close();
    },
  );

  it('met no error on its way', () =>
    expect(lanyard.errors.filter((text) => !/Cross-Origin Request Blocked/.test(text))).toEqual([]));
});
