/** Counts what a browser asks the network for, below anything that the browser tells of itself: every connection comes here. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WatchedNetwork {
  /** To be given to the browser. Servers of this machine are reached past it. */
  readonly args: readonly string[];
  /** `host:port` or the whole address, one for each attempt; every one was refused. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** What Chromium asks for itself, with no extension in it as well: its update, its parts, its account. */
const BROWSERS_OWN =
  /^(?:https?:\/\/)?(?:[\w-]+\.)*(?:googleapis\.com|gvt1\.com|gstatic\.com|accounts\.google\.com|clients\d?\.google\.com)[:/]/;

/** A proxy that leads nowhere. */
export const watchNetwork = async (): Promise<WatchedNetwork> => {
  const asked: string[] = [];
  const note = (address = ''): void => {
    if (!BROWSERS_OWN.test(address)) asked.push(address);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    args: [`--proxy-server=http://127.0.0.1:${port}`],
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
