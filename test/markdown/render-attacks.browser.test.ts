import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { renderMarkdown } from '../../src/markdown/render.ts';

const LISTS = ['dompurify', 'h5sc', 'owasp', 'naughty'];

const readList = async (name: string): Promise<string[] | null> => {
  const text = await commands.readCorpus(`attacks/${name}.json`);
  return text === null ? null : JSON.parse(text);
};

const lists = await Promise.all(LISTS.map(async (name) => ({ name, strings: await readList(name) })));
const present = lists.every(({ strings }) => strings !== null);

/** Attributes whose value is an address that could run. */
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster']);
const WAIT_MS = 150;
const AT_ONCE = 50;

/** Shows a string in a frame of its own and tells whether anything of it ran, or could when clicked. */
const fires = async (text: string, show: (target: HTMLElement, text: string) => void): Promise<boolean> => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (view === null) throw new Error('the frame has no window');
  let ran = false;
  const note = (): void => {
    ran = true;
  };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    Object.defineProperty(view, name, { value: note });
  }
  view.addEventListener('error', note);
  show(view.document.body, text);
  for (const element of view.document.body.querySelectorAll('*')) {
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const value = Element.prototype.getAttribute.call(element, name) ?? '';
      if (/^on|^srcdoc$/i.test(name)) ran = true;
      if (ADDRESSES.has(name) && /^\s*(javascript|vbscript|data:text)/i.test(value)) ran = true;
    }
  }
  await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
  frame.remove();
  return ran;
};

/** The strings that ran something. */
const listFired = async (
  strings: readonly string[],
  show: (target: HTMLElement, text: string) => void,
): Promise<string[]> => {
  const fired: string[] = [];
  for (let from = 0; from < strings.length; from += AT_ONCE) {
    const some = strings.slice(from, from + AT_ONCE);
    const ran = await Promise.all(some.map((text) => fires(text, show)));
    fired.push(...some.filter((_, index) => ran[index]));
  }
  return fired;
};

describe.skipIf(!present)('attack strings (LANYARD_CORPUS)', () => {
  it('the probe fires on a raw innerHTML', async () => {
    const strings = lists.find(({ name }) => name === 'dompurify')?.strings ?? [];
    const fired = await listFired(strings, (target, text) => {
      target.innerHTML = text;
    });
    expect(fired.length).toBeGreaterThanOrEqual(56);
  }, 60_000);

  it.each(lists)(
    'none of $name runs',
    async ({ strings }) => {
      // Each as text, as a link's and as an image's address.
      const fired = await listFired(strings ?? [], (target, text) => {
        for (const markdown of [text, `[a](${text})`, `![a](${text})`]) {
          const part = target.ownerDocument.createElement('div');
          target.append(part);
          renderMarkdown(part, markdown, { resolveImage: () => null });
        }
      });
      expect(fired).toEqual([]);
    },
    240_000,
  );
});
