/**
 * Keyboard commands, the omnibox keyword, and install: what wakes the worker. Firefox on Android has neither commands nor
 * an omnibox: nothing is registered there.
 */

import { browser } from './browser.ts';
import { type ActiveTab, asActiveTab } from './tabs.ts';

/** Hears a command of the manifest; register at top level. */
export const onCommand = (listener: (command: string, tab: ActiveTab) => void): void => {
  browser.commands?.onCommand.addListener((command, source) => {
    const tab = asActiveTab(source);
    if (tab !== null) listener(command, tab);
  });
};

/** Hears a line typed behind the omnibox keyword; `hint` is shown while typing (plain text). */
export const onOmnibox = (hint: (text: string) => string, listener: (text: string) => void): void => {
  // Chromium reads the hint as XML, Firefox as it is.
  const asHint = (text: string) =>
    import.meta.env.MODE === 'firefox'
      ? text
      : text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  browser.omnibox?.onInputChanged.addListener((text) => {
    void browser.omnibox.setDefaultSuggestion({ description: asHint(hint(text)) });
  });
  browser.omnibox?.onInputEntered.addListener((text) => listener(text));
};

/** Hears that the extension was installed or updated; register at top level. */
export const onInstalled = (listener: (reason: 'install' | 'update') => void): void => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') listener(reason);
  });
};

/** Hears that an update is ready; it is put in place at once when the listener says so, else when the browser next starts. */
export const onUpdateReady = (mayUpdate: () => Promise<boolean>): void => {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void mayUpdate().then((may) => may && browser.runtime.reload());
  });
};
