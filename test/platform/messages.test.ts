/** The door for messages and for what is fetched: pages of ours are heard, and nobody else; words that are none of ours are not. */
import { beforeEach, expect, it, vi } from 'vitest';

interface Sender {
  readonly id?: string;
  readonly url?: string;
}
type Heard = (message: unknown, sender: Sender) => unknown;
interface AskedPort {
  readonly name: string;
  readonly sender: Sender;
  readonly postMessage: (answer: unknown) => void;
  readonly onMessage: { addListener: (listener: (url: unknown) => void) => void };
  readonly onDisconnect: { addListener: () => void };
}
const heard: Heard[] = [];
const connected: ((port: AskedPort) => void)[] = [];
const OWN = 'chrome-extension://abcdefghijklmnop/';

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'abcdefghijklmnop',
      getURL: (path: string) => `${OWN}${path}`,
      onMessage: { addListener: (listener: Heard) => heard.push(listener) },
      onConnect: { addListener: (listener: (port: AskedPort) => void) => connected.push(listener) },
    },
  },
}));
const { onMessage } = await import('../../src/platform/messages.ts');
const { onFetchAsked } = await import('../../src/platform/fetch-port.ts');

const listener = vi.fn(async () => undefined);
const id = 'abcdefghijklmnop';
const send = (message: unknown, sender: Sender): unknown => heard.at(-1)?.(message, sender);
/** Asks the worker for a file, as whoever it is. @returns what it was asked to fetch */
const ask = (url: unknown, sender: Sender): readonly string[] => {
  const fetched: string[] = [];
  onFetchAsked((asked) => {
    fetched.push(asked);
    return new Promise(() => undefined);
  });
  connected.at(-1)?.({
    name: 'fetch-file',
    sender,
    postMessage: () => undefined,
    onMessage: { addListener: (listener) => listener(url) },
    onDisconnect: { addListener: () => undefined },
  });
  return fetched;
};

beforeEach(() => {
  listener.mockClear();
  onMessage(listener);
});

it('hears a page of ours', () => {
  expect(send('written', { id, url: `${OWN}src/sidepanel/sidepanel.html` })).toBeInstanceOf(Promise);
  expect(listener).toHaveBeenCalledWith('written');
});

it('fetches for a page of ours', () => {
  const url = 'https://conf.example/schedule.xml';
  expect(ask(url, { id, url: `${OWN}src/recap-page/recap.html` })).toEqual([url]);
  expect(ask({ toString: () => url }, { id, url: `${OWN}src/recap-page/recap.html` })).toEqual([]);
});

it.each([
  ['a script of ours in a page', { id, url: 'https://attack.invalid/' }],
  ['another extension', { id: 'other', url: 'chrome-extension://other/page.html' }],
  [
    'an address that only looks like ours',
    { id, url: 'https://attack.invalid/?chrome-extension://abcdefghijklmnop/' },
  ],
  ['nobody', {}],
])('does not hear %s, and fetches nothing for it', (_name, sender) => {
  expect(send('written', sender)).toBeUndefined();
  expect(listener).not.toHaveBeenCalled();
  expect(ask('https://conf.example/schedule.xml', sender)).toEqual([]);
});

const NOT_OURS: readonly (readonly [unknown])[] = [
  ['wake'],
  [''],
  [null],
  [['written']],
  [{ toString: () => 'written' }],
  [{ type: 'written' }],
];
it.each(NOT_OURS)('does not hear %j', (message) => {
  expect(send(message, { id, url: `${OWN}src/popup/popup.html` })).toBeUndefined();
  expect(listener).not.toHaveBeenCalled();
});
