/** Addresses of the web, opened for the person. */
import { browser } from './browser.ts';

export const openAddress = async (url: string): Promise<void> => {
  await browser.tabs.create({ url });
};
