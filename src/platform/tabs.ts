/** The tab in front, and tabs of our own. */
import { browser } from './browser.ts';

export interface ActiveTab {
  readonly id: number;
  readonly windowId: number;
  /** Empty without activeTab. */
  readonly url: string;
  readonly title: string;
}

interface TabLike {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
}

/** A tab as the browser hands it to a listener, or `null` for one that has no page. */
export const asActiveTab = (tab: TabLike | undefined): ActiveTab | null =>
  tab?.id === undefined || tab.windowId === undefined
    ? null
    : { id: tab.id, windowId: tab.windowId, url: tab.url ?? '', title: tab.title ?? '' };

/** The tab in front of the window that was used last. */
export const activeTab = async (): Promise<ActiveTab | null> => {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return asActiveTab(tab);
};

/** Opens one of our pages in a tab, or brings the tab that shows it already to the front. */
export const openOwnPage = async (path: string, hash = ''): Promise<void> => {
  const url = browser.runtime.getURL(path);
  const address = hash === '' ? url : `${url}#${hash}`;
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['TAB'] });
  const open = contexts.find((context) => context.documentUrl?.split('#')[0] === url);
  if (open === undefined) {
    await browser.tabs.create({ url: address });
    return;
  }
  await browser.tabs.update(open.tabId, { active: true, ...(hash === '' ? {} : { url: address }) });
  // Firefox on Android has tabs without windows.
  await browser.windows?.update(open.windowId, { focused: true });
};
