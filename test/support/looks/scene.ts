/** A scene: one surface in one state, and the words that scenes are written in. */
import type { Page } from 'playwright-core';
import type { Seed } from '../stored.ts';

export interface Scene {
  readonly name: string;
  readonly surface: 'popup' | 'panel' | 'recap';
  /** Also drawn in forced colours. */
  readonly forced?: true;
  /** `null`: nothing at all, as after the install. */
  readonly seed: (() => Seed) | null;
  /** Instant; the middle of the second session when left out. */
  readonly now?: string;
  /** The real popup over this page of the tests' site, instead of the popup's page in a tab. */
  readonly over?: string;
  /** Selects this element of it. */
  readonly selected?: string;
  /** Of the recap page. */
  readonly hash?: string;
  /** What is another on every machine, as a selector: painted over. */
  readonly mask?: string;
  /** It tells the machine's own time: layout, contrast and names alone are checked. */
  readonly notCompared?: true;
  /** Words stay in a field, as a draft: the next scene begins with a store of its own. */
  readonly leavesDraft?: true;
  readonly width?: number;
  readonly height?: number;
  /** Runs in the page before its own scripts. */
  readonly before?: (page: Page) => Promise<void>;
  /** Until what the picture is about can be seen. */
  readonly ready: (page: Page) => Promise<unknown>;
}

export const see = (text: string | RegExp) => (page: Page) => page.getByText(text).first().waitFor();
export const seeField = (name: string) => (page: Page) => page.getByLabel(name).first().waitFor();

export const dialog = (open: (page: Page) => Promise<unknown>, name: string) => async (page: Page) => {
  await see('Small queues, calm services')(page);
  await open(page);
  await page.getByRole('dialog', { name }).waitFor();
};

/** The database does not open. */
export const noStore = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  });
};

/** The disk is nearly full. */
export const littleRoom = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    StorageManager.prototype.estimate = () => Promise.resolve({ quota: 5_000_000_000, usage: 4_900_000_000 });
  });
};

/** From now on the disk takes nothing more. */
export const refuseWrites = (page: Page): Promise<void> =>
  page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.add = IDBObjectStore.prototype.put;
  });
