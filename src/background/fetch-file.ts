/** Fetches the file behind an address that the person gave: without cookies, within limits of size and of patience. */
import { AddressNotReadable } from '../model/errors.ts';
import type { Fetched } from '../platform/fetch-port.ts';

/** Bytes; the largest programme seen has 2.3 million. */
const MAX_BYTES = 20_000_000;
/** A server may be slow to begin, and may pause, for so long. */
const SILENCE_MS = 20_000;

const siteOf = ({ hostname }: URL): string => hostname.replace(/^www\./, '');

/** Sent on within one site, and not from a closed line to an open one. */
const staysOnSite = (asked: URL, reached: URL): boolean =>
  siteOf(asked) === siteOf(reached) && !(asked.protocol === 'https:' && reached.protocol === 'http:');

const charsetOf = (contentType: string | null): string =>
  /charset\s*=\s*"?([\w-]{1,40})/i.exec(contentType ?? '')?.[1] ?? '';

/**
 * @param signal ends the request
 * @throws AddressNotReadable
 */
export const fetchFile = async (
  url: string,
  signal: AbortSignal,
  onPart: (bytes: Uint8Array) => void,
): Promise<Fetched> => {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENCE_MS);
  };
  try {
    wait();
    const response = await fetch(url, {
      credentials: 'omit',
      cache: 'no-cache',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    const reached = new URL(response.url || url);
    if (!staysOnSite(new URL(url), reached)) throw new AddressNotReadable(url, 'redirected', reached.href);
    if (!response.ok) throw new AddressNotReadable(url, 'status', String(response.status));
    const tooLarge = new AddressNotReadable(url, 'too-large', String(MAX_BYTES / 1_000_000));
    if (Number(response.headers.get('content-length')) > MAX_BYTES) throw tooLarge;
    let length = 0;
    const reader = response.body?.getReader();
    for (let step = await reader?.read(); step?.done === false; step = await reader?.read()) {
      wait();
      length += step.value.length;
      if (length > MAX_BYTES) throw tooLarge;
      onPart(step.value);
    }
    return { url: reached.href, encoding: charsetOf(response.headers.get('content-type')) };
  } catch (error) {
    if (error instanceof AddressNotReadable) throw error;
    if (signal.aborted) throw new AddressNotReadable(url, 'cancelled');
    if (silence.signal.aborted) throw new AddressNotReadable(url, 'no-answer', String(SILENCE_MS / 1000));
    // The browser does not say which of the two it was: no such server, or one that lets no other origin in.
    throw new AddressNotReadable(url, navigator.onLine ? 'unreachable' : 'offline');
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
};
