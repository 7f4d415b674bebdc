/** The context menu. Firefox on Android has none: nothing is made or heard there. */
import type { Menus } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { type ActiveTab, asActiveTab } from './tabs.ts';

type MenuContext = 'page' | 'selection' | 'link' | 'image';

export interface MenuItem<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly contexts: readonly MenuContext[];
}

/** What was clicked. Empty text where the browser tells nothing. */
export interface MenuClick<Id extends string> {
  readonly id: Id;
  readonly frameId: number;
  readonly linkUrl: string;
  readonly linkText: string;
  readonly imageUrl: string;
  readonly selectionText: string;
}

/** Makes the menu anew: once after install or update. */
export const createMenu = async <Id extends string>(items: readonly MenuItem<Id>[]): Promise<void> => {
  if (browser.contextMenus === undefined) return;
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of items)
    browser.contextMenus.create({ id, title, contexts: [...contexts] });
};

/** Hears clicks; register at top level. */
export const onMenuClick = <Id extends string>(
  listener: (click: MenuClick<Id>, tab: ActiveTab) => void,
): void => {
  browser.contextMenus?.onClicked.addListener((info: Menus.OnClickData, source) => {
    const tab = asActiveTab(source);
    if (tab === null) return;
    const click: MenuClick<Id> = {
      id: info.menuItemId as Id,
      frameId: info.frameId ?? 0,
      linkUrl: info.linkUrl ?? '',
      linkText: info.linkText ?? '',
      imageUrl: info.mediaType === 'image' ? (info.srcUrl ?? '') : '',
      selectionText: info.selectionText ?? '',
    };
    listener(click, tab);
  });
};
