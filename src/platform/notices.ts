/** What one context wants the person to see in whichever surface is open. */

export interface Notice {
  readonly tone: 'done' | 'failed' | 'info';
  /** Already in the person's language. */
  readonly text: string;
}

const CHANNEL_NAME = 'lanyard-notices';

/** Tells all open surfaces. */
export const sendNotice = (notice: Notice): void => {
  const channel = new BroadcastChannel(CHANNEL_NAME);
  channel.postMessage(notice);
  channel.close();
};

/** Hears what other contexts tell. Returns what ends it. */
export const onNotice = (listener: (notice: Notice) => void): (() => void) => {
  const channel = new BroadcastChannel(CHANNEL_NAME);
  channel.onmessage = (message: MessageEvent<Notice>) => listener(message.data);
  return () => channel.close();
};
