/** Messages between our own contexts. Whatever comes from elsewhere, or is none of these, is not heard. */
import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { isOwnPage } from './own-page.ts';

/** `written`: a surface has something new on disk. */
const MESSAGES = ['written'] as const;
export type Message = (typeof MESSAGES)[number];

/** Tells the worker, which wakes for it; nobody waits for an answer. */
export const sendMessage = (message: Message): void => {
  browser.runtime.sendMessage(message).catch(() => {
    // No worker is there to hear it: the next message or opening brings it up to date.
  });
};

const isOurs = (value: unknown): value is Message => MESSAGES.some((message) => message === value);

/** Hears messages of our own contexts; register at top level. The worker stays awake until the work has ended. */
export const onMessage = (listener: (message: Message) => Promise<void>): void => {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (!isOwnPage(sender) || !isOurs(message)) return undefined;
    return listener(message);
  });
};
