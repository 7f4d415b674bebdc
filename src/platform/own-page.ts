/** The door to the worker: who stands there. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';

/** A script of ours in somebody's page has our id, too, but that page's address. */
export const isOwnPage = (sender: Runtime.MessageSender | undefined): boolean =>
  sender?.url?.startsWith(browser.runtime.getURL('')) === true;
