/** The right to read from one origin: asked for when its server lets nobody else in, and given back after reading. */
import { browser } from './browser.ts';

const patternOf = (url: string): string => `${new URL(url).origin.replace(/:\d+$/, '')}/*`;

/** Asks the person; only at once after a click. False when it was refused. */
export const askForOrigin = (url: string): Promise<boolean> =>
  browser.permissions.request({ origins: [patternOf(url)] });

export const giveOriginBack = async (url: string): Promise<void> => {
  await browser.permissions.remove({ origins: [patternOf(url)] });
};
