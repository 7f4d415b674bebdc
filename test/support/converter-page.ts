/** The converter in real Chromium, for Node: pages are laid out without their scripts and without any network. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

/** Bundles a module of ours into one script that leaves its exports in a global variable. */
export const bundleScript = async (
  entry: string,
  globalName: string,
  alias: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: {
      write: false,
      minify: true,
      target: 'chrome146',
      lib: { entry, formats: ['iife'], name: globalName },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk =
    first !== undefined && 'output' in first ? first.output.find(({ type }) => type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`nothing was built from ${entry}`);
  return chunk.code;
};

/** A page without scripts of its own, in which `code` was run. */
export interface ConverterPage {
  /** Lays HTML out as `https://page.invalid/` and runs `code` beside it. */
  readonly open: (html: string) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** Opens a browser in which every page that is opened has the bundled `code`. */
export const openConverterPage = async (code: string): Promise<ConverterPage> => {
  const browser: Browser = await chromium.launch({
    executablePath: process.env.LANYARD_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  let html = '';
  await context.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  return {
    open: async (text) => {
      html = text;
      await page.goto('https://page.invalid/', { waitUntil: 'domcontentloaded' });
      await page.evaluate(code);
      return page;
    },
    close: () => browser.close(),
  };
};
