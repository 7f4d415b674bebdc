/** Keys, read safely: a key that belongs to a composition (Korean, Japanese, Chinese typing) is never a command. */

/** True while a composition runs, also for the Enter that ends it (code 229 where `isComposing` is late). */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** True on systems whose command key is ⌘. */
const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** Ctrl, or ⌘ on a Mac. */
export const hasCommandKey = (event: KeyboardEvent | MouseEvent): boolean =>
  isMac() ? event.metaKey : event.ctrlKey;

/** How a Mac writes what other systems spell out, in the order in which it writes them. */
const MAC_KEYS: readonly (readonly [string, string])[] = [
  ['Alt+', '⌥'],
  ['Shift+', '⇧'],
  ['Mod+', '⌘'],
  ['Enter', '↵'],
];

/** A chord as this system writes it: `Mod+Shift+Enter` is `Ctrl+Shift+Enter`, or `⇧⌘↵` on a Mac. */
export const keyLabel = (chord: string): string => {
  if (!isMac()) return chord.replace('Mod+', 'Ctrl+');
  const signs = MAC_KEYS.filter(([name]) => chord.includes(name) && name.endsWith('+')).map(
    ([, sign]) => sign,
  );
  const key = chord.slice(chord.lastIndexOf('+', chord.length - 2) + 1);
  return `${signs.join('')}${key === 'Enter' ? '↵' : key}`;
};

/** `Ctrl+Enter`, or `⌘↵` on a Mac, for a hint. */
export const commandLabel = (key: string): string => keyLabel(`Mod+${key}`);
