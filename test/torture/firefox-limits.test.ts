/** What is hard to convert, in real Firefox: cost grows no faster than the input there either. */
import { type Browser, launch, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleScript } from '../support/converter-page.ts';
import { HARD_HTML, SHADOWING_NAMES } from '../support/hard-html.ts';
import { type Site, serveSite } from '../support/site.ts';
import { isFull, tell } from './trials.ts';

interface InPage {
  readonly LanyardHard: typeof import('../support/hard-conversions.ts');
}

// Measured times: on request, not in `npm test`.
describe.runIf(isFull)('what is hard to convert, in Firefox', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;

  beforeAll(async () => {
    const code = await bundleScript('test/support/hard-conversions.ts', 'LanyardHard');
    site = await serveSite();
    browser = await launch({
      browser: 'firefox',
      executablePath: process.env.LANYARD_FIREFOX ?? '/usr/bin/firefox-esr',
      timeout: 90_000,
    });
    page = await browser.newPage();
    await page.goto(site.url('plain.html'));
    await page.evaluate((script) => {
      // A script's own variable would not outlive `evaluate`.
      const element = document.createElement('script');
      element.textContent = script;
      document.head.append(element);
    }, code);
  }, 150_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it.each(Object.keys(HARD_HTML))(
    '%s',
    async (name) => {
      const growth = await page.evaluate(
        (of) => (globalThis as unknown as InPage).LanyardHard.growthOf(of),
        name,
      );
      tell('firefox limits', { [name]: growth.toFixed(1) });
      // Four times the input: sixteen would be quadratic.
      expect(growth).toBeLessThan(12);
    },
    180_000,
  );

  it('a tree that is 5,000 elements deep', async () => {
    expect(await page.evaluate(() => (globalThis as unknown as InPage).LanyardHard.deepAs(5000))).toBe(
      'bottom',
    );
  });

  it.each(SHADOWING_NAMES)('a form whose control is called %s', async (name) => {
    const markdown = await page.evaluate(
      (of) => (globalThis as unknown as InPage).LanyardHard.clobberedBy(of),
      name,
    );
    expect(markdown).toBe('inside\n\nafter');
  });
});
