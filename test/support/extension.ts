/**
 * Drives the built extension in real Chromium, as a person would: the real popup, the real side panel, real downloads.
 * An extension's popup and panel are `other` targets, to which Playwright attaches only when asked.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { inOneLanguage, presetDownloads } from './profile.ts';
import { until } from './until.ts';

// Before Playwright loads, therefore not a static import.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';
const playwright = await import('playwright-core');

/** Where `npm run build` writes; another build where `LANYARD_EXTENSION` names its folder. */
const BUILT_EXTENSION =
  process.env.LANYARD_EXTENSION ?? fileURLToPath(new URL('../../dist/chromium', import.meta.url));

/** `LANYARD_SCREEN=1`: real windows, on a display where keys can be pressed past the browser's own tools. */
export const IS_ON_SCREEN = process.env.LANYARD_SCREEN === '1';

export interface LaunchOptions {
  /** An unpacked extension; the build in `dist/chromium` when left out. */
  readonly extensionDir?: string;
  /** A folder of `_locales`: a copy of the extension that speaks nothing else (Debian's Chromium has no other). */
  readonly language?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Kept by the caller; a temporary one, removed by `close`, when left out. */
  readonly userDataDir?: string;
  readonly downloadsDir?: string;
  /** The machine's zone, IANA name; the real one when left out. */
  readonly timeZone?: string;
  /** More of the browser's own arguments. */
  readonly args?: readonly string[];
}

interface Manifest {
  readonly action: { readonly default_popup: string };
  readonly side_panel: { readonly default_path: string };
}

const ARGUMENTS = [
  '--enable-unsafe-extension-debugging',
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--window-size=1280,900',
];

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

/** A browser with Lanyard in it. Made by `launchLanyard`; `close` it. */
export class Lanyard {
  /** Console errors, uncaught errors and unhandled rejections of every page and of the worker. */
  readonly errors: string[] = [];
  /** Addresses that any page asked the network for (not `chrome-extension:`, `blob:`, `data:`). */
  readonly requests: string[] = [];
  readonly downloadsDir: string;
  extensionId = '';

  readonly #options: LaunchOptions;
  readonly #extensionDir: string;
  readonly #userDataDir: string;
  readonly #temporaryDir: string;
  readonly #manifest: Manifest;
  #context: BrowserContext | null = null;

  constructor(options: LaunchOptions) {
    this.#options = options;
    this.#temporaryDir = mkdtempSync(join(tmpdir(), 'lanyard-'));
    const extensionDir = options.extensionDir ?? BUILT_EXTENSION;
    if (!existsSync(join(extensionDir, 'manifest.json'))) {
      throw new Error(`no extension in ${extensionDir}: run \`npm run build\` first`);
    }
    this.#extensionDir =
      options.language === undefined
        ? extensionDir
        : inOneLanguage(extensionDir, options.language, join(this.#temporaryDir, 'extension'));
    this.#manifest = JSON.parse(readFileSync(join(this.#extensionDir, 'manifest.json'), 'utf8')) as Manifest;
    this.#userDataDir = options.userDataDir ?? join(this.#temporaryDir, 'profile');
    this.downloadsDir = options.downloadsDir ?? join(this.#temporaryDir, 'downloads');
    mkdirSync(this.downloadsDir, { recursive: true });
    presetDownloads(this.#userDataDir, this.downloadsDir);
  }

  get context(): BrowserContext {
    if (this.#context === null) throw new Error('the browser is not running');
    return this.#context;
  }

  /** Starts the browser; after `kill` again, with the same profile. */
  async launch(): Promise<void> {
    this.#context = await playwright.chromium.launchPersistentContext(this.#userDataDir, {
      executablePath: process.env.LANYARD_CHROMIUM ?? '/usr/bin/chromium',
      headless: !IS_ON_SCREEN,
      viewport: null,
      ...(this.#options.colorScheme === undefined ? {} : { colorScheme: this.#options.colorScheme }),
      ...(this.#options.timeZone === undefined
        ? {}
        : { env: { ...environment(), TZ: this.#options.timeZone } }),
      args: [
        `--disable-extensions-except=${this.#extensionDir}`,
        `--load-extension=${this.#extensionDir}`,
        ...ARGUMENTS,
        ...(this.#options.args ?? []),
      ],
    });
    const context = this.#context;
    context.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`${message.location().url}: ${message.text()}`);
    });
    context.on('weberror', (event) => {
      const { name, message, stack } = event.error();
      this.errors.push(`${event.page()?.url() ?? ''}: ${name}: ${message} ${stack ?? ''}`);
    });
    context.on('request', (request) => {
      if (/^(https?|wss?|ftp):/.test(request.url())) this.requests.push(request.url());
    });
    context.on('serviceworker', (worker) => void this.#listenToWorker(worker));
    const worker = await this.worker();
    this.extensionId = new URL(worker.url()).host;
    await this.#listenToWorker(worker);
    const browserSession = await this.#browserSession();
    await browserSession.send('Browser.setDownloadBehavior', { behavior: 'default' });
    await browserSession.detach();
  }

  /** The background worker, as it runs now. */
  async worker(): Promise<Worker> {
    return until('the background worker', 15_000, () => this.context.serviceWorkers().at(-1));
  }

  /** A new tab at this address, in front. */
  async openPage(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    await page.bringToFront();
    return page;
  }

  /** Clicks the toolbar icon over this tab: the real popup, with `activeTab` granted for the tab. */
  async openPopup(page: Page): Promise<Page> {
    await page.bringToFront();
    const arriving = this.#arriving(this.#manifest.action.default_popup);
    // A browser that is killed before anybody waits for the popup has no popup to come.
    arriving.catch(() => undefined);
    const session = await this.#browserSession();
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const active = targetInfos.find(
      (target) => (target as { embedderData?: { tabActive?: boolean } }).embedderData?.tabActive === true,
    );
    const targetId = (active ?? targetInfos[0])?.targetId;
    if (targetId === undefined) throw new Error('no tab to open the popup over');
    await session.send('Extensions.triggerAction', { id: this.extensionId, targetId });
    await session.detach();
    return arriving;
  }

  /** The real side panel beside this tab: the popup's own button opens it, and is found by `button`, its accessible name. */
  async openPanel(page: Page, button: string | RegExp = /panel/i): Promise<Page> {
    const popup = await this.openPopup(page);
    const arriving = this.#arriving(this.#manifest.side_panel.default_path);
    // The popup closes itself under the click, which may cut off the answer to it; the panel that comes is the proof.
    const click = popup.getByRole('button', { name: button }).first().click();
    const panel = await Promise.race([
      arriving,
      click.then(
        () => arriving,
        () => arriving,
      ),
    ]);
    if (!popup.isClosed()) await popup.close();
    return panel;
  }

  /** A page of the extension in a tab: `src/recap-page/recap.html`. */
  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.extensionId}/${path}`);
    return page;
  }

  /** Closes what a test left open: with a panel that is there already, no other one comes. */
  async closeSurfaces(): Promise<void> {
    const own = this.context
      .pages()
      .filter((page) => page.url().startsWith(`chrome-extension://${this.extensionId}/`));
    await Promise.all(own.map((page) => page.close().catch(() => undefined)));
  }

  async openRecap(query = ''): Promise<Page> {
    return this.openExtensionPage(`src/recap-page/recap.html${query}`);
  }

  /** A keyboard command over this tab, with what the browser would grant it: `activeTab`. */
  async runCommand(name: string, page: Page): Promise<void> {
    await this.#grantActiveTab(page);
    const worker = await this.worker();
    await worker.evaluate(async (command) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      (chrome.commands.onCommand as unknown as Dispatching).dispatch(command, tab);
    }, name);
  }

  /** A click on a context-menu item over this tab; `info` is what the browser tells of the place (`linkUrl`, `srcUrl` …). */
  async clickMenu(
    menuItemId: string,
    page: Page,
    info: Partial<chrome.contextMenus.OnClickData> = {},
  ): Promise<void> {
    await this.#grantActiveTab(page);
    const worker = await this.worker();
    const data = {
      menuItemId,
      editable: false,
      pageUrl: page.url(),
      frameId: 0,
      frameUrl: page.url(),
      ...info,
    };
    await worker.evaluate(async (clickData) => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      (chrome.contextMenus.onClicked as unknown as Dispatching).dispatch(clickData, tab);
    }, data);
  }

  /**
   * Waits for the file that `act` makes the browser save.
   * @returns its path in `downloadsDir`
   */
  async download(act: () => Promise<void>, timeoutMs = 30_000): Promise<string> {
    const before = new Set(readdirSync(this.downloadsDir));
    await act();
    const name = await until('a download', timeoutMs, () =>
      readdirSync(this.downloadsDir).find(
        (entry) => !before.has(entry) && !/^\.|\.(crdownload|tmp)$/.test(entry),
      ),
    );
    return join(this.downloadsDir, name);
  }

  /** Stops the background worker, as the browser does after half a minute of rest. */
  async stopWorker(): Promise<void> {
    const page = await this.openExtensionPage('manifest.json');
    const session = await this.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await page.close();
  }

  /** Reloads the extension, as an update does: its pages are closed, its worker starts anew. */
  async reloadExtension(page: Page): Promise<void> {
    const closed = new Promise<void>((resolve) => page.once('close', () => resolve()));
    page.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await closed;
    // One that was loaded from the command line is not put in again by the browser itself.
    const session = await this.#browserSession();
    await session.send('Extensions.loadUnpacked', { path: this.#extensionDir });
    await session.detach();
  }

  /** Kills the browser without a word (SIGKILL), as a power cut does to it. */
  async kill(): Promise<void> {
    const session = await this.#browserSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find(({ type }) => type === 'browser');
    if (browser === undefined) throw new Error('no browser process');
    const closed = new Promise<void>((resolve) => this.context.once('close', () => resolve()));
    process.kill(browser.id, 'SIGKILL');
    await closed;
    this.#context = null;
    // The dead process leaves its lock on the profile.
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
      rmSync(join(this.#userDataDir, name), { force: true });
    }
  }

  /** Ends the browser in order and starts it again with the same profile. */
  async relaunch(): Promise<void> {
    await this.shutDown();
    await this.launch();
  }

  /** Ends the browser in order; `launch` starts it again. */
  async shutDown(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
  }

  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = null;
    rmSync(this.#temporaryDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #browserSession() {
    const browser = this.context.browser();
    if (browser === null) throw new Error('Playwright gives no browser for this context');
    return browser.newBrowserCDPSession();
  }

  async #arriving(path: string): Promise<Page> {
    const page = await this.context.waitForEvent('page', {
      predicate: (candidate) => candidate.url().endsWith(`/${path}`),
      timeout: 15_000,
    });
    await page.waitForLoadState();
    return page;
  }

  async #grantActiveTab(page: Page): Promise<void> {
    const popup = await this.openPopup(page);
    // A message starts a worker that was stopped, as the event itself does when the browser sends it; nobody hears it.
    await popup.evaluate(() => chrome.runtime.sendMessage('wake').catch(() => undefined));
    await popup.close();
  }

  async #listenToWorker(worker: Worker): Promise<void> {
    await worker
      .evaluate(() => {
        addEventListener('error', (event) => console.error(`uncaught: ${event.message}`));
        addEventListener('unhandledrejection', (event) => console.error(`unhandled: ${event.reason}`));
      })
      .catch(() => {
        // It stopped before it could be asked.
      });
  }
}

/** Chromium lets its event objects be fired by hand; the types do not say so. */
interface Dispatching {
  dispatch(...args: unknown[]): void;
}

/** Starts Chromium with the extension loaded. */
export const launchLanyard = async (options: LaunchOptions = {}): Promise<Lanyard> => {
  const lanyard = new Lanyard(options);
  await lanyard.launch();
  return lanyard;
};
