/** A word on the toolbar button: the confirmation of what was done without a surface being open. */
import { browser } from './browser.ts';

const SHOWN_MS = 2500;
const COLOURS = { done: '#1a7f4b', failed: '#b3261e' } as const;

let clearing: ReturnType<typeof setTimeout> | undefined;

/** Shows a tick or an exclamation mark, with a sentence as the button's title, for a moment. */
export const showBadge = async (outcome: keyof typeof COLOURS, title: string): Promise<void> => {
  clearTimeout(clearing);
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: COLOURS[outcome] }),
    browser.action.setBadgeText({ text: outcome === 'done' ? '✓' : '!' }),
    browser.action.setTitle({ title }),
  ]);
  clearing = setTimeout(() => {
    void browser.action.setBadgeText({ text: '' });
    void browser.action.setTitle({ title: '' });
  }, SHOWN_MS);
};
