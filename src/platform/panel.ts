/** The panel beside the page. */

/**
 * Opens it. Must be the first, synchronous call in the handler of a person's gesture: one `await` before it and the
 * browser refuses.
 */
export const openPanel = (windowId: number): Promise<void> => chrome.sidePanel.open({ windowId });
