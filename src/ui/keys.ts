/** Keys, read safely: a key that belongs to a composition (Korean, Japanese, Chinese typing) is never a command. */

/** True while a composition runs, also for the Enter that ends it (code 229 where `isComposing` is late). */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** True on systems whose command key is ⌘. */
const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** Ctrl, or ⌘ on a Mac. */
export const hasCommandKey = (event: KeyboardEvent | MouseEvent): boolean =>
  isMac() ? event.metaKey : event.ctrlKey;

/** `Ctrl+Enter`, or `⌘↵` on a Mac, for a hint. */
export const commandLabel = (key: string): string =>
  isMac() ? `⌘${key === 'Enter' ? '↵' : key}` : `Ctrl+${key}`;
