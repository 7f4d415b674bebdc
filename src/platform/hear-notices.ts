/** The listening side of notices: for pages alone. */
import { NOTICES, type Notice } from './notices.ts';

/** Hears what other contexts tell. Returns what ends it. */
export const onNotice = (listener: (notice: Notice) => void): (() => void) => {
  const channel = new BroadcastChannel(NOTICES);
  channel.onmessage = (message: MessageEvent<Notice>) => listener(message.data);
  return () => channel.close();
};
