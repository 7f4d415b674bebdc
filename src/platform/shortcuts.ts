/** The keyboard's shortcuts as the person has them, for the pages that show them. */
import { browser } from './browser.ts';

/** The shortcuts as the person has them now; empty for a command without one. */
export const listShortcuts = async (): Promise<ReadonlyMap<string, string>> =>
  new Map(
    ((await browser.commands?.getAll()) ?? []).map(({ name, shortcut }) => [name ?? '', shortcut ?? '']),
  );

/** Where a person changes them; Chromium has no call for it, but a page. */
export const openShortcutSettings = async (): Promise<void> => {
  const commands: { readonly openShortcutSettings?: () => Promise<void> } = browser.commands ?? {};
  if (commands.openShortcutSettings !== undefined) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
};
