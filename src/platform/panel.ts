/** The panel beside the page: Chromium's side panel, Firefox's sidebar, a tab where the browser has neither. */
import { browser } from './browser.ts';
import { openOwnPage } from './tabs.ts';

const PANEL_PAGE = 'src/sidepanel/sidepanel.html';

const openBeside = (windowId: number): Promise<void> | undefined =>
  // Each build names its own browser's interface alone. Firefox on Android and Opera have no panel for extensions.
  import.meta.env.MODE === 'firefox' ? browser.sidebarAction?.open() : chrome.sidePanel?.open({ windowId });

/**
 * Opens it. Must be the first, synchronous call in the handler of a person's gesture: one `await` before it and the
 * browser refuses.
 */
export const openPanel = (windowId: number): Promise<void> => openBeside(windowId) ?? openOwnPage(PANEL_PAGE);
