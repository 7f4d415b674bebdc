/**
 * Fetching a file by its address: only the worker's policy lets a request out, so a page asks it through a port. The
 * request ends when the page closes the port; the worker keeps nothing of it.
 */
import { AddressNotReadable, type AddressTrouble } from '../model/errors.ts';
import { browser } from './browser.ts';
import { isOwnPage } from './own-page.ts';

const PORT_NAME = 'fetch-file';

export interface Fetched {
  /** Where it came from in the end: the server may have sent the request on within its own site. */
  readonly url: string;
  /** The encoding that the server states, or empty. */
  readonly encoding: string;
}

type Answer =
  /** Bytes as characters: messages are JSON. */
  | { readonly kind: 'part'; readonly part: string }
  | ({ readonly kind: 'end' } & Fetched)
  | {
      readonly kind: 'failed';
      readonly trouble: AddressTrouble;
      readonly url: string;
      readonly aside: string;
    };

/** What the worker does for a page: hands over the parts as they come. Rejects with AddressNotReadable. */
type FetchParts = (url: string, signal: AbortSignal, onPart: (bytes: Uint8Array) => void) => Promise<Fetched>;

const PART = 8192;

/** In pieces: a call takes only so many arguments. */
const asCharacters = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += PART)
    text += String.fromCharCode(...bytes.subarray(at, at + PART));
  return text;
};

const asBytes = (parts: readonly string[]): Uint8Array =>
  Uint8Array.from(parts.join(''), (character) => character.charCodeAt(0));

/** Serves the pages of this extension; register at top level. */
export const onFetchAsked = (fetchParts: FetchParts): void => {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT_NAME || !isOwnPage(port.sender)) return;
    const closed = new AbortController();
    const answer = (message: Answer): void => {
      if (!closed.signal.aborted) port.postMessage(message);
    };
    port.onDisconnect.addListener(() => closed.abort());
    port.onMessage.addListener((url) => {
      if (typeof url !== 'string') return;
      fetchParts(url, closed.signal, (bytes) => answer({ kind: 'part', part: asCharacters(bytes) })).then(
        (fetched) => answer({ kind: 'end', ...fetched }),
        (error: unknown) => {
          const failure =
            error instanceof AddressNotReadable ? error : new AddressNotReadable(url, 'unreachable');
          const { trouble, aside } = failure;
          answer({ kind: 'failed', trouble, url: failure.url, aside });
        },
      );
    });
  });
};

/**
 * Asks the worker for what is behind an address.
 *
 * @param onProgress bytes so far
 * @throws AddressNotReadable; `cancelled` when the signal ended it
 */
export const askForBytes = (
  url: string,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Fetched & { readonly bytes: Uint8Array }> =>
  new Promise((resolve, reject) => {
    const parts: string[] = [];
    let length = 0;
    if (signal.aborted) {
      reject(new AddressNotReadable(url, 'cancelled'));
      return;
    }
    const port = browser.runtime.connect({ name: PORT_NAME });
    const end = (): void => {
      signal.removeEventListener('abort', cancel);
      port.disconnect();
    };
    const cancel = (): void => {
      end();
      reject(new AddressNotReadable(url, 'cancelled'));
    };
    signal.addEventListener('abort', cancel);
    port.onDisconnect.addListener(() => {
      end();
      reject(new AddressNotReadable(url, 'no-answer'));
    });
    port.onMessage.addListener((message) => {
      const answer = message as Answer;
      if (answer.kind === 'part') {
        parts.push(answer.part);
        length += answer.part.length;
        onProgress(length);
      } else {
        end();
        if (answer.kind === 'end')
          resolve({ url: answer.url, encoding: answer.encoding, bytes: asBytes(parts) });
        else reject(new AddressNotReadable(answer.url, answer.trouble, answer.aside));
      }
    });
    port.postMessage(url);
  });
