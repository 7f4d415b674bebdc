/** The file behind an address: how long a server may be silent, how much it may send, and where it may send us on to. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchFile } from '../../src/background/fetch-file.ts';

const URL_ASKED = 'https://conf.example/schedule.xml';
const PATIENCE_MS = 20_000;

type Send = (bytes: Uint8Array) => void;

/** A server that answers in parts, when the test says so; it ends with the request. */
const serve = (headers: Record<string, string> = {}, reached = URL_ASKED) => {
  const server = { send: (() => undefined) as Send, end: () => {}, ended: false };
  const answer = (signal: AbortSignal): Response => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        server.send = (bytes) => controller.enqueue(bytes);
        server.end = () => controller.close();
        signal.addEventListener('abort', () => {
          server.ended = true;
          controller.error(new DOMException('', 'AbortError'));
        });
      },
    });
    const response = new Response(body, { headers });
    Object.defineProperty(response, 'url', { value: reached });
    return response;
  };
  vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => answer(signal));
  return server;
};

/** A server that takes the connection and says nothing. */
const serveSilence = (): void => {
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      ),
  );
};

/** Asks, and tells what came of it so far. */
const ask = (signal = new AbortController().signal) => {
  const asked = { received: 0, outcome: 'waiting' as unknown };
  void fetchFile(URL_ASKED, signal, (bytes) => {
    asked.received += bytes.length;
  }).then(
    (fetched) => {
      asked.outcome = fetched;
    },
    (error: unknown) => {
      asked.outcome = error;
    },
  );
  return asked;
};

describe('fetching the file behind an address', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', { onLine: true });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('gives up a server that has said nothing for twenty seconds, and not before', async () => {
    serveSilence();
    const asked = ask();
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(asked.outcome).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.outcome).toMatchObject({ trouble: 'no-answer', url: URL_ASKED, aside: '20' });
  });

  it('waits as long as parts keep coming, and gives up when they stop', async () => {
    const server = serve();
    const asked = ask();
    for (let part = 1; part <= 5; part += 1) {
      await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
      server.send(new Uint8Array(100));
      await vi.advanceTimersByTimeAsync(0);
      expect(asked).toEqual({ received: part * 100, outcome: 'waiting' });
    }
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(asked.outcome).toMatchObject({ trouble: 'no-answer' });
    expect(server.ended).toBe(true);
  });

  it('leaves no clock running behind a file that came whole', async () => {
    const server = serve({ 'content-type': 'text/xml; charset=iso-8859-1' });
    const asked = ask();
    await vi.advanceTimersByTimeAsync(0);
    server.send(new Uint8Array(10));
    server.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toEqual({ received: 10, outcome: { url: URL_ASKED, encoding: 'iso-8859-1' } });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with the person’s word, whatever the server does', async () => {
    serveSilence();
    const ended = new AbortController();
    const asked = ask(ended.signal);
    ended.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.outcome).toMatchObject({ trouble: 'cancelled' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops at twenty megabytes, whatever the server said of its length', async () => {
    const server = serve();
    const asked = ask();
    await vi.advanceTimersByTimeAsync(0);
    for (let part = 0; part < 3; part += 1) {
      server.send(new Uint8Array(8_000_000));
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(asked).toMatchObject({ received: 16_000_000, outcome: { trouble: 'too-large', aside: '20' } });
    expect(server.ended).toBe(true);
  });

  it('takes nothing of a file that says itself that it is larger', async () => {
    serve({ 'content-length': '20000001' });
    const asked = ask();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toMatchObject({ received: 0, outcome: { trouble: 'too-large' } });
  });

  it.each([
    ['within the site', 'https://www.conf.example/2026.xml', 'waiting'],
    ['to another site', 'https://else.example/s.xml', { trouble: 'redirected' }],
    ['to an open line', 'http://conf.example/schedule.xml', { trouble: 'redirected' }],
  ])('is sent on %s', async (_, reached, outcome) => {
    serve({}, reached);
    const asked = ask();
    await vi.advanceTimersByTimeAsync(0);
    if (typeof outcome === 'string') expect(asked.outcome).toBe(outcome);
    else expect(asked.outcome).toMatchObject(outcome);
  });

  it.each([
    [true, 'unreachable'],
    [false, 'offline'],
  ])('cannot tell a closed server from none; online: %s', async (onLine, trouble) => {
    vi.stubGlobal('navigator', { onLine });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const asked = ask();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.outcome).toMatchObject({ trouble });
  });
});
