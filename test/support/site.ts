/** A small web site on this machine: the pages that the tests and the demo clip from. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { makePng } from './png.ts';

const PAGES = new URL('../e2e/fixtures/site/', import.meta.url);

export interface Site {
  /** `http://localhost:<port>` */
  readonly origin: string;
  /** The same server as another origin, which sends no CORS headers: `http://127.0.0.1:<port>`. */
  readonly otherOrigin: string;
  /** Address of a page: `talk.html`. */
  url(path: string): string;
  close(): Promise<void>;
}

/** `/images/640x360-3.png`: width, height, seed. */
const imageAt = (path: string): Buffer | null => {
  const [, width, height, seed] = /^\/images\/(\d+)x(\d+)-(\d+)\.png$/.exec(path) ?? [];
  return width === undefined ? null : makePng(Number(width), Number(height), Number(seed));
};

const typeOf = (path: string): string =>
  path.endsWith('.pdf') ? 'application/pdf' : 'text/html; charset=utf-8';

const pageAt = (path: string, origin: string, otherOrigin: string): string | null => {
  try {
    return readFileSync(new URL(basename(path), PAGES), 'utf8')
      .replaceAll('{{ORIGIN}}', origin)
      .replaceAll('{{OTHER_ORIGIN}}', otherOrigin);
  } catch {
    return null;
  }
};

/** Answers a request as the test likes: headers, a redirect, never. */
export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves `test/e2e/fixtures/site/` with `{{ORIGIN}}` and `{{OTHER_ORIGIN}}` filled in, and pictures made on the spot.
 * @param more pages that a test brings itself, by path: `/hostile.html`, or what answers there
 */
export const serveSite = async (more: Readonly<Record<string, string | Answering>> = {}): Promise<Site> => {
  let port = 0;
  const origin = (): string => `http://localhost:${port}`;
  const otherOrigin = (): string => `http://127.0.0.1:${port}`;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', origin());
    const image = imageAt(pathname);
    if (image !== null) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(image);
      return;
    }
    const own = more[pathname];
    if (typeof own === 'function') {
      own(request, response);
      return;
    }
    const page = own ?? pageAt(pathname, origin(), otherOrigin());
    if (page === null) response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
    else response.writeHead(200, { 'content-type': typeOf(pathname) }).end(page);
  };

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  return {
    origin: origin(),
    otherOrigin: otherOrigin(),
    url: (path) => `${origin()}/${path}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
