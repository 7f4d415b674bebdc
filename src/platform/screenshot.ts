/** The visible part of the tab in front, as a picture. */
import { PageNotReadable } from '../model/errors.ts';
import { browser } from './browser.ts';

const DATA_PREFIX = 'data:image/png;base64,';

/** Needs activeTab (the icon, a command or a menu item). @throws PageNotReadable */
export const takeScreenshot = async (windowId: number): Promise<Blob> => {
  const address = await browser.tabs
    .captureVisibleTab(windowId, { format: 'png' })
    .catch((cause: unknown) => {
      throw new PageNotReadable('', { cause });
    });
  const binary = atob(address.slice(DATA_PREFIX.length));
  return new Blob([Uint8Array.from(binary, (character) => character.charCodeAt(0))], { type: 'image/png' });
};
