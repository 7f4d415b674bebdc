/**
 * Drives the built extension in real Firefox over WebDriver BiDi: the real popup, sidebar, event page and downloads.
 * What a person does outside of pages (the toolbar, a shortcut, a menu) is caused from the browser's own scope.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { countViews, type FirefoxView, findView } from './firefox-view.ts';
import { readStored, type Seed, type Stored, seedStored } from './stored.ts';
import { until } from './until.ts';

const EXTENSION = fileURLToPath(new URL('../../dist/firefox', import.meta.url));
const ADDON_ID = 'lanyard@conference-notes';
/** Fixed, so that the addresses of our pages are known. */
const ORIGIN_ID = '3d9b1f5e-7c0a-4c56-9f5b-0f2b8d1c4a11';

const POPUP = 'src/popup/popup.html';
const PANEL = 'src/sidepanel/sidepanel.html';
const RECAP = 'src/recap-page/recap.html';
/** A page of the extension that runs nothing. */
const QUIET_PAGE = 'icons/128.png';

/** On a machine that does much else, Firefox takes longer to start than puppeteer waits. */
const START_MS = 90_000;
const WAIT_MS = 30_000;

/** The part of puppeteer's browser that its types keep to themselves. */
interface WithConnection {
  readonly connection: {
    send(method: string, parameters: unknown): Promise<{ readonly result: unknown }>;
  };
}

interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

export class FirefoxLanyard {
  /** Console errors and uncaught errors of our pages in tabs, and what the browser's console says of the extension. */
  readonly errors: string[] = [];
  readonly downloadsDir: string;
  readonly #temporaryDir = mkdtempSync(join(tmpdir(), 'lanyard-firefox-'));
  #browser: Browser | null = null;
  #observer: Page | null = null;
  #chromeWindow = '';

  constructor() {
    this.downloadsDir = join(this.#temporaryDir, 'downloads');
    mkdirSync(this.downloadsDir);
    mkdirSync(join(this.#temporaryDir, 'profile'));
    if (!existsSync(join(EXTENSION, 'manifest.json')))
      throw new Error(`no extension in ${EXTENSION}: run \`npm run build\` first`);
  }

  get browser(): Browser {
    if (this.#browser === null) throw new Error('Firefox is not running');
    return this.#browser;
  }

  async launch(): Promise<void> {
    this.#browser = await launch({
      browser: 'firefox',
      executablePath: process.env.LANYARD_FIREFOX ?? '/usr/bin/firefox-esr',
      headless: true,
      timeout: START_MS,
      userDataDir: join(this.#temporaryDir, 'profile'),
      args: ['-remote-allow-system-access'],
      defaultViewport: null,
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [ADDON_ID]: ORIGIN_ID }),
        // An unsigned extension is installed anew at each start; what it stored is to outlive that.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'browser.download.folderList': 2,
        'browser.download.dir': this.downloadsDir,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
        'browser.download.alwaysOpenPanel': false,
        'intl.accept_languages': 'en-US',
      },
    });
    await this.browser.installExtension(EXTENSION);
    const tree = (await this.#send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      readonly contexts: readonly { readonly context: string; readonly url: string }[];
    };
    this.#chromeWindow = tree.contexts.find(({ url }) => url.includes('browser.xhtml'))?.context ?? '';
    this.#observer = await this.openExtensionPage(QUIET_PAGE);
  }

  get observer(): Page {
    if (this.#observer === null) throw new Error('Firefox is not running');
    return this.#observer;
  }

  /** A new tab at this address, in front. */
  async openPage(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    await page.bringToFront();
    return page;
  }

  /** A page of the extension in a tab. Firefox tells of no load event there: wait for what you look for. */
  async openExtensionPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.errors.push(`${path}: ${String(error)}`));
    await page.goto(`moz-extension://${ORIGIN_ID}/${path}`, { waitUntil: [] });
    return page;
  }

  /** @param query `#welcome`, `#programme`; the current event when left out */
  async openRecap(query = ''): Promise<Page> {
    const page = await this.openExtensionPage(`${RECAP}${query}`);
    await page.waitForSelector('main');
    return page;
  }

  /** Clicks the toolbar button over this tab: the real popup, with `activeTab` granted. */
  async openPopup(page: Page): Promise<FirefoxView> {
    await page.bringToFront();
    await this.#inBrowser((id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      return extension.apiManager.global.browserActionFor(extension).triggerAction(window);
    });
    return findView(this.observer, POPUP);
  }

  /** Presses Escape in the popup, as it were: the browser takes it away. */
  async closePopup(): Promise<void> {
    await this.#inBrowser(() => {
      for (const panel of document.querySelectorAll('panel')) (panel as XulPanel).hidePopup?.();
    });
    await this.popupGone();
  }

  async popupGone(): Promise<void> {
    await until('the popup to close', WAIT_MS, async () =>
      (await countViews(this.observer, POPUP)) === 0 ? true : undefined,
    );
  }

  /** The real sidebar, opened by its shortcut. */
  async openPanel(page: Page): Promise<FirefoxView> {
    await this.runCommand('open-panel', page);
    return findView(this.observer, PANEL);
  }

  async closePanel(): Promise<void> {
    await this.#inBrowser(() => SidebarController.hide());
    await until('the sidebar to close', WAIT_MS, async () =>
      (await countViews(this.observer, PANEL)) === 0 ? true : undefined,
    );
  }

  /** A shortcut over this tab: the key that Firefox made of the manifest's command. */
  async runCommand(name: string, page: Page): Promise<void> {
    await page.bringToFront();
    await this.#inBrowser(async (id, command) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      const { keysetsMap, commands } = extension.shortcuts;
      const letter = (await commands).get(command)?.shortcut.split('+').at(-1);
      const keys = [...(keysetsMap.get(window)?.children ?? [])] as XulKey[];
      const key = keys.find((element) => element.getAttribute('key') === letter);
      if (key === undefined) throw new Error(`no key for ${command}`);
      key.doCommand();
    }, name);
  }

  /** A click on an item of the context menu over this tab; `info` is what the browser tells of the place. */
  async clickMenu(menuItemId: string, page: Page, info: Record<string, unknown> = {}): Promise<void> {
    await page.bringToFront();
    await this.#inBrowser(
      (id, clicked) => {
        const { extension } = WebExtensionPolicy.getByID(id);
        const tab = gBrowser.selectedTab;
        extension.tabManager.addActiveTabPermission(tab);
        extension.emit('webext-menu-menuitem-click', clicked, tab);
      },
      { menuItemId, editable: false, modifiers: [], button: 0, pageUrl: page.url(), frameId: 0, ...info },
    );
  }

  /** A line typed behind the keyword in the address bar, and Enter. */
  async typeInAddressBar(text: string): Promise<void> {
    await this.#inBrowser((id, line) => {
      WebExtensionPolicy.getByID(id).extension.emit('webext-omnibox-input-entered', line, 'currentTab');
    }, text);
  }

  /** Waits for the browser's own question whether the extension may have a right, and answers it. */
  async answerPermission(allow: boolean): Promise<void> {
    await until('the question for a permission', WAIT_MS, async () => {
      const isAnswered = await this.#inBrowser((_, allows) => {
        const asked = document.querySelector<XulNotification>('#addon-webext-permissions-notification');
        const button = allows ? asked?.button : asked?.secondaryButton;
        // A question is not to be answered by a click that was meant for what stood there before.
        if (PopupNotifications.panel.state !== 'open' || button === undefined || button.disabled)
          return false;
        button.click();
        return PopupNotifications.panel.state !== 'open';
      }, allow);
      return isAnswered === true ? true : undefined;
    });
  }

  /** Origins that the extension has a right to now. */
  grantedOrigins(): Promise<readonly string[]> {
    return this.observer.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: typeof chrome };
      return (await browser.permissions.getAll()).origins ?? [];
    });
  }

  /** What is on disk. */
  stored(): Promise<Stored> {
    // The two drivers' pages agree in what is used of them.
    return readStored(this.observer as unknown as Parameters<typeof readStored>[0]);
  }

  /** How many notes there are, deleted ones too. */
  countNotes(): Promise<number> {
    return this.observer.evaluate(async () => {
      const open = indexedDB.open('lanyard');
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const request = database.transaction('notes').objectStore('notes').count();
      await new Promise((resolve, reject) => {
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
      });
      database.close();
      return request.result;
    });
  }

  /** Puts records on disk in place of all others, while no surface is open. */
  seed(seed: Seed): Promise<void> {
    return seedStored(this as unknown as Parameters<typeof seedStored>[0], seed);
  }

  /** Ends the event page, as the browser does after half a minute of rest. */
  async stopBackground(): Promise<void> {
    await this.#inBrowser((id) => WebExtensionPolicy.getByID(id).extension.terminateBackground());
  }

  /**
   * Waits for the file that `act` makes the browser save.
   * @returns its path in `downloadsDir`
   */
  async download(act: () => Promise<void>): Promise<string> {
    const before = new Set(readdirSync(this.downloadsDir));
    await act();
    const name = await until('a download', 30_000, () => {
      const added = readdirSync(this.downloadsDir).filter((entry) => !before.has(entry));
      return added.some((entry) => entry.endsWith('.part')) ? undefined : added[0];
    });
    return join(this.downloadsDir, name);
  }

  /** Runs in the browser's own window, with its rights; the add-on's id is the first argument. */
  async #inBrowser<Arguments extends readonly unknown[]>(
    work: (id: string, ...args: Arguments) => unknown,
    ...args: Arguments
  ): Promise<unknown> {
    const written = [ADDON_ID, ...args].map((argument) => JSON.stringify(argument)).join(', ');
    const answer = (await this.#send('script.evaluate', {
      expression: `(${work})(${written})`,
      target: { context: this.#chromeWindow },
      awaitPromise: true,
    })) as Evaluated;
    if (answer.type === 'exception')
      throw new Error(answer.exceptionDetails?.text ?? 'an error in the browser');
    return answer.result?.value;
  }

  async #send(method: string, parameters: unknown): Promise<unknown> {
    const { connection } = this.browser as unknown as WithConnection;
    return (await connection.send(method, parameters)).result;
  }

  /** Ends the browser and starts it again with the same profile. */
  async relaunch(): Promise<void> {
    await this.browser.close();
    await this.launch();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#browser = null;
    rmSync(this.#temporaryDir, { recursive: true, force: true, maxRetries: 30, retryDelay: 200 });
  }
}

/** Starts Firefox with the extension in it. */
export const launchFirefox = async (): Promise<FirefoxLanyard> => {
  const lanyard = new FirefoxLanyard();
  await lanyard.launch();
  return lanyard;
};
