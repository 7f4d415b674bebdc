/**
 * Fetching a text by its address: only the worker's policy lets a request out, so a page asks it through a port. The
 * request ends when the page closes the port; the worker keeps nothing of it.
 */
import { AddressNotReadable, type AddressTrouble } from '../model/errors.ts';
import { browser } from './browser.ts';

const PORT_NAME = 'fetch-text';

export interface FetchedText {
  /** Where the text came from in the end: the server may have sent the request on within its own site. */
  readonly url: string;
  readonly text: string;
}

type Answer =
  | { readonly kind: 'progress'; readonly bytes: number }
  | ({ readonly kind: 'text' } & FetchedText)
  | {
      readonly kind: 'failed';
      readonly trouble: AddressTrouble;
      readonly url: string;
      readonly aside: string;
    };

/** What the worker does for a page. Rejects with AddressNotReadable. */
type FetchText = (
  url: string,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
) => Promise<FetchedText>;

/** Serves the pages of this extension; register at top level. */
export const onFetchAsked = (fetchText: FetchText): void => {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PORT_NAME) return;
    const closed = new AbortController();
    const answer = (message: Answer): void => {
      if (!closed.signal.aborted) port.postMessage(message);
    };
    port.onDisconnect.addListener(() => closed.abort());
    port.onMessage.addListener((url) => {
      if (typeof url !== 'string') return;
      fetchText(url, closed.signal, (bytes) => answer({ kind: 'progress', bytes })).then(
        (fetched) => answer({ kind: 'text', ...fetched }),
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
 * Asks the worker for the text behind an address.
 *
 * @param onProgress bytes so far
 * @throws AddressNotReadable; `cancelled` when the signal ended it
 */
export const askForText: FetchText = (url, signal, onProgress) =>
  new Promise((resolve, reject) => {
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
      if (answer.kind === 'progress') onProgress(answer.bytes);
      else {
        end();
        if (answer.kind === 'text') resolve({ url: answer.url, text: answer.text });
        else reject(new AddressNotReadable(answer.url, answer.trouble, answer.aside));
      }
    });
    port.postMessage(url);
  });
