/** The door for messages: pages of ours are heard, and nobody else; words that are none of ours are not. */
import { beforeEach, expect, it, vi } from 'vitest';

type Heard = (message: unknown, sender: { id?: string; url?: string }) => unknown;
const heard: Heard[] = [];
const OWN = 'chrome-extension://abcdefghijklmnop/';

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'abcdefghijklmnop',
      getURL: (path: string) => `${OWN}${path}`,
      onMessage: { addListener: (listener: Heard) => heard.push(listener) },
    },
  },
}));
const { onMessage } = await import('../../src/platform/messages.ts');

const listener = vi.fn(async () => undefined);
const id = 'abcdefghijklmnop';
const send = (message: unknown, sender: { id?: string; url?: string }): unknown =>
  heard.at(-1)?.(message, sender);

beforeEach(() => {
  listener.mockClear();
  onMessage(listener);
});

it('hears a page of ours', () => {
  expect(send('written', { id, url: `${OWN}src/sidepanel/sidepanel.html` })).toBeInstanceOf(Promise);
  expect(listener).toHaveBeenCalledWith('written');
});

it.each([
  ['a script of ours in a page', { id, url: 'https://attack.invalid/' }],
  ['another extension', { id: 'other', url: 'chrome-extension://other/page.html' }],
  [
    'an address that only looks like ours',
    { id, url: 'https://attack.invalid/?chrome-extension://abcdefghijklmnop/' },
  ],
  ['nobody', {}],
])('does not hear %s', (_name, sender) => {
  expect(send('written', sender)).toBeUndefined();
  expect(listener).not.toHaveBeenCalled();
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
