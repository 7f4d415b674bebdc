/** A programme read by the address that a person types: what is fetched, what is refused, and what is asked for. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { type Answering, type Site, serveSite } from '../support/site.ts';
import { readStored } from '../support/stored.ts';

const DIST = process.env.LANYARD_EXTENSION ?? fileURLToPath(new URL('../../dist/chromium', import.meta.url));
const PRETALX = readFileSync(new URL('../schedule/fixtures/pretalx.xml', import.meta.url), 'utf8');

const OPEN = { 'access-control-allow-origin': '*', 'content-type': 'text/xml' };
const answer =
  (body: string, headers: Record<string, string> = OPEN, status = 200): Answering =>
  (_, response) =>
    void response.writeHead(status, headers).end(body);

describe('a programme by its address', () => {
  let lanyard: Lanyard;
  let page: Page;
  let site: Site;
  let folder: string;

  const read = async (address: string): Promise<void> => {
    await page.getByLabel('Or its address').fill(address);
    await page.getByLabel('Or its address').press('Enter');
  };
  const failure = () => page.locator('.programme-failure');

  beforeAll(async () => {
    let otherOrigin = '';
    site = await serveSite({
      '/open.xml': answer(PRETALX),
      '/closed.xml': answer(PRETALX, { 'content-type': 'text/xml' }),
      '/gone.xml': answer('gone', OPEN, 410),
      '/page.html': answer(
        '<!doctype html><a href="/style.css">x</a><a href="open/schedule.xml">Fahrplan</a>',
      ),
      '/open/schedule.xml': answer(PRETALX),
      '/prose.html': answer('<!doctype html><p>The schedule will follow.</p>'),
      '/cut.xml': answer(PRETALX.slice(0, 900)),
      '/huge.xml': answer('<schedule>', { ...OPEN, 'content-length': '50000000' }),
      '/moved.xml': answer('', { ...OPEN, location: '/open.xml' }, 302),
      '/away.xml': (_, response) =>
        void response.writeHead(302, { ...OPEN, location: `${otherOrigin}/open.xml` }).end(),
      '/silent.xml': () => undefined,
    });
    otherOrigin = site.otherOrigin;
    // A browser whose person has allowed one origin, as they would in its dialog: 127.0.0.1, not localhost.
    folder = mkdtempSync(join(tmpdir(), 'lanyard-address-'));
    cpSync(DIST, folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
    lanyard = await launchLanyard({ extensionDir: folder });
    page = await lanyard.openRecap('#programme');
    page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Read a programme' }).waitFor();
  });

  it.each([
    ['a file whose server lets everybody read', 'open.xml'],
    ['a page of the conference, by its link', 'page.html'],
    ['an address that moved within its site', 'moved.xml'],
  ])('reads %s', async (_, path) => {
    await read(site.url(path));
    await page.getByRole('heading', { name: 'Teacup Conf 2026' }).waitFor();
    expect(await page.locator('.programme-row').count()).toBeGreaterThan(2);
  });

  it('reads from an origin that the person allowed', async () => {
    await read(`${site.otherOrigin}/closed.xml`);
    await page.getByRole('heading', { name: 'Teacup Conf 2026' }).waitFor();
  });

  it('says why it needs the right to read from an origin, and asks for that one alone', async () => {
    await page.evaluate(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      chrome.permissions.request = async (wish: unknown) => {
        asked.push(wish);
        return false;
      };
    });
    await read(site.url('closed.xml'));
    const host = new URL(site.origin).host;
    await failure().getByText(`Lanyard needs your permission for ${host} alone`).waitFor();
    await failure()
      .getByRole('button', { name: `Allow ${host} and read` })
      .click();
    await failure().getByText(`Without permission, ${host} can’t be read.`).waitFor();
    const asked = await page.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked);
    expect(asked).toEqual([{ origins: ['http://localhost/*'] }]);
  });

  it.each([
    ['gone.xml', 'error 410'],
    ['huge.xml', 'larger than 20 MB'],
    ['prose.html', 'no programme was found on it'],
    ['cut.xml', /^Where: line \d+, column \d+$/],
    ['away.xml', /redirects to another site, 127\.0\.0\.1/],
  ])('refuses %s with its reason', async (path, words) => {
    await read(site.url(path));
    await failure().getByText(words).waitFor();
    expect(await page.getByLabel('Or its address').isVisible()).toBe(true);
  });

  it('reads from where an address leads on, on a word', async () => {
    await read(site.url('away.xml'));
    await failure()
      .getByRole('button', { name: `Read ${site.otherOrigin}/open.xml` })
      .click();
    await page.getByRole('heading', { name: 'Teacup Conf 2026' }).waitFor();
  });

  it('lets a server that never answers be given up', async () => {
    await read(site.url('silent.xml'));
    await page.getByText('Reading ').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByLabel('Or its address').waitFor();
    expect(await failure().count()).toBe(0);
  });

  it('offers the same address when the event’s programme is read again', async () => {
    await read(site.url('open.xml'));
    await page.getByRole('button', { name: /^Add all/ }).click();
    await page.locator('.event-name').click();
    await page.getByRole('menuitem', { name: 'Read a programme' }).click();
    await expect.poll(() => page.getByLabel('Or its address').inputValue()).toBe(site.url('open.xml'));
    await page.getByRole('button', { name: 'Read it again' }).click();
    await page.getByRole('tab', { name: 'Changes (0)' }).waitFor();
    expect((await readStored(page)).events).toHaveLength(1);
  });

  it('lets no page of ours connect anywhere', async () => {
    const outcome = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'fetched',
          () => 'refused',
        ),
      site.url('open.xml'),
    );
    expect(outcome).toBe('refused');
    const errors = lanyard.errors.filter(
      (text) => !/TrustedHTML|Content Security Policy|CORS policy|ERR_FAILED|410/.test(text),
    );
    expect(errors).toEqual([]);
  });
});
