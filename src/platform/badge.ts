/**
 * A word on the toolbar button: the confirmation of what was done without a surface being open. The browser keeps it while
 * the worker is stopped, so that it also tells what a stopped worker left undone.
 */
import { browser } from './browser.ts';

const SHOWN_MS = 2500;
const LOOKS = {
  working: { text: '…', color: '#5f6368' },
  done: { text: '✓', color: '#1a7f4b' },
  failed: { text: '!', color: '#b3261e' },
} as const;

let clearing: ReturnType<typeof setTimeout> | undefined;

const show = async (look: keyof typeof LOOKS, title: string): Promise<void> => {
  clearTimeout(clearing);
  const { text, color } = LOOKS[look];
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color }),
    browser.action.setTitle({ title }),
  ]);
};

const clear = (): void => {
  void browser.action.setBadgeText({ text: '' });
  void browser.action.setTitle({ title: '' });
};

/** Shows that something is being done; it stays until `showBadge` says how it ended. */
export const showWorking = (title: string): void => void show('working', title);

/** Shows a tick or an exclamation mark, with a sentence as the button's title, for a moment. */
export const showBadge = async (outcome: 'done' | 'failed', title: string): Promise<void> => {
  await show(outcome, title);
  clearing = setTimeout(clear, SHOWN_MS);
};

/** To be asked once, when the worker starts: true when the one before was stopped while it was doing something. */
export const wasInterrupted = async (): Promise<boolean> => {
  const text = await browser.action.getBadgeText({});
  if (text !== '' && clearing === undefined) clearing = setTimeout(clear, SHOWN_MS);
  return text === LOOKS.working.text;
};
