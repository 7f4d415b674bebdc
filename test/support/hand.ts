/** A person's hand at keyboard and mouse: it counts what it does. Words are not counted, each key chord and click is one. */
import type { Locator, Page } from 'playwright-core';
import type { Lanyard } from './extension.ts';

export class Hand {
  /** Keys and clicks so far. */
  count = 0;

  /** A chord, written as Playwright does: `Control+Shift+Enter`. */
  async key(page: Page, chord: string): Promise<void> {
    this.count += 1;
    await page.keyboard.press(chord);
  }

  /** Text, character by character, into whatever has the focus. */
  async words(page: Page, text: string): Promise<void> {
    await page.keyboard.type(text);
  }

  async click(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }

  /** The browser's shortcut of a command, over this page: one chord. */
  async command(lanyard: Lanyard, name: string, page: Page): Promise<void> {
    this.count += 1;
    await lanyard.runCommand(name, page);
  }

  /** The browser's shortcut of the toolbar button, over this page: one chord. */
  async button(lanyard: Lanyard, page: Page): Promise<Page> {
    this.count += 1;
    return lanyard.openPopup(page);
  }
}
