/** What one context wants the person to see in whichever surface is open. */

export interface Notice {
  readonly tone: 'done' | 'failed' | 'info';
  /** Already in the person's language. */
  readonly text: string;
}

/** The channel's name. */
export const NOTICES = 'lanyard-notices';

/** Tells all open surfaces. */
export const sendNotice = (notice: Notice): void => {
  const channel = new BroadcastChannel(NOTICES);
  channel.postMessage(notice);
  channel.close();
};
