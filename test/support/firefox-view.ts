/**
 * The real popup or sidebar of Firefox, which the remote protocol does not list among its pages: it is read and used
 * from another page of the extension, through `browser.extension.getViews`.
 */
import type { JSHandle, Page } from 'puppeteer-core';
import { until } from './until.ts';

/** Long: a busy machine is no fault. */
const WAIT_MS = 30_000;

/** What a page of the extension sees there. */
interface ExtensionPage {
  readonly browser: { readonly extension: { getViews(): Window[] } };
}

/** A control, by what a person hears of it: its label, its words, the text that stands in it. */
type Named = 'button' | 'field' | 'checkbox' | 'item';

const SELECTORS: Readonly<Record<Named, string>> = {
  button: 'button, [role=menuitem]',
  field: 'input:not([type=checkbox], [type=radio]), textarea',
  checkbox: 'input[type=checkbox], input[type=radio]',
  item: 'li',
};

export class FirefoxView {
  readonly #window: JSHandle<Window>;

  constructor(window: JSHandle<Window>) {
    this.#window = window;
  }

  /** Runs a function with the view's window, and an argument that travels as JSON. */
  evaluate<Result, Argument = undefined>(
    work: (window: Window & typeof globalThis, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result> {
    return (this.#window as JSHandle<Window & typeof globalThis>).evaluate(
      work as (window: Window & typeof globalThis, argument: unknown) => Result,
      argument as unknown,
    ) as Promise<Result>;
  }

  /** Everything a person can read in it, also what has to be scrolled to. */
  text(): Promise<string> {
    return this.evaluate(({ document }) => document.body.textContent ?? '');
  }

  async waitForText(text: string | RegExp): Promise<void> {
    const holds = (shown: string): boolean =>
      typeof text === 'string' ? shown.includes(text) : text.test(shown);
    await until(`“${text}” in the view`, WAIT_MS, async () =>
      holds(await this.text()) ? true : undefined,
    ).catch(async (error: Error) => {
      throw new Error(`${error.message}; it shows:\n${await this.text()}`);
    });
  }

  /** What a field holds. */
  async valueOf(name: string): Promise<string> {
    return this.#use('field', name, { act: 'read' });
  }

  /** Types over what stands in a field, in one input. */
  async fill(name: string, text: string): Promise<void> {
    await this.#use('field', name, { act: 'fill', text });
  }

  /** Presses a key in a field. */
  async press(name: string, key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
    await this.#use('field', name, { act: 'press', key, modifiers });
  }

  /** Pastes into a field: HTML, or the bytes of a picture in base64. */
  async paste(name: string, type: 'text/html' | 'image/png', text: string): Promise<void> {
    await this.#use('field', name, { act: 'paste', type, text });
  }

  async click(kind: Named, name: string): Promise<void> {
    await this.#use(kind, name, { act: 'click' });
  }

  /** Waits for the control whose name begins so, and acts on it. */
  async #use(
    kind: Named,
    name: string,
    action: {
      readonly act: 'read' | 'fill' | 'press' | 'click' | 'paste';
      readonly text?: string;
      readonly type?: string;
      readonly key?: string;
      readonly modifiers?: KeyboardEventInit;
    },
  ): Promise<string> {
    const selector = SELECTORS[kind];
    const answer = await until(`the ${kind} “${name}”`, WAIT_MS, async () => {
      const found = await this.evaluate(useControl, { selector, name, ...action });
      return found ?? undefined;
    });
    return answer;
  }
}

/** Runs beside the view: `null` when there is no such control yet, else what stands in it. */
const useControl = (
  view: Window & typeof globalThis,
  request: {
    readonly selector: string;
    readonly name: string;
    readonly act: string;
    readonly text?: string;
    readonly type?: string;
    readonly key?: string;
    readonly modifiers?: KeyboardEventInit;
  },
): string | null => {
  const { document } = view;
  const nameOf = (element: HTMLElement): string => {
    const labels = [...((element as HTMLInputElement).labels ?? [])].map(({ innerText }) => innerText);
    const labelledBy = element.getAttribute('aria-labelledby') ?? '';
    const others = labelledBy.split(' ').map((id) => document.getElementById(id)?.innerText ?? '');
    return [element.getAttribute('aria-label') ?? '', ...others, ...labels, element.innerText]
      .map((text) => text.trim())
      .filter(Boolean)
      .join(' ');
  };
  const control = [...document.querySelectorAll<HTMLElement>(request.selector)].find(
    (element) => nameOf(element).startsWith(request.name) && !(element as HTMLButtonElement).disabled,
  );
  if (control === undefined) return null;
  const field = control as HTMLInputElement;
  if (request.act === 'read') return field.value;
  field.focus();
  if (request.act === 'fill') {
    const Field = field.tagName === 'TEXTAREA' ? view.HTMLTextAreaElement : view.HTMLInputElement;
    Object.getOwnPropertyDescriptor(Field.prototype, 'value')?.set?.call(field, request.text ?? '');
    field.dispatchEvent(new view.InputEvent('input', { bubbles: true, inputType: 'insertText' }));
  }
  if (request.act === 'press') {
    const { key = '', modifiers = {} } = request;
    field.dispatchEvent(
      new view.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
    );
  }
  if (request.act === 'paste') {
    const data = new view.DataTransfer();
    if (request.type === 'image/png') {
      const bytes = Uint8Array.from(atob(request.text ?? ''), (character) => character.charCodeAt(0));
      data.items.add(new view.File([bytes], 'slide.png', { type: 'image/png' }));
    } else data.setData(request.type ?? '', request.text ?? '');
    const event = new view.ClipboardEvent('paste', { bubbles: true, cancelable: true });
    // Firefox gives an event of our making no data of its own.
    Object.defineProperty(event, 'clipboardData', { value: data });
    field.dispatchEvent(event);
  }
  if (request.act === 'click') field.click();
  return field.value ?? '';
};

/** Waits for the view whose address ends in `path`. */
export const findView = async (observer: Page, path: string): Promise<FirefoxView> =>
  until(`the view ${path}`, WAIT_MS, async () => {
    const handle = await observer.evaluateHandle((ending) => {
      const { browser } = globalThis as unknown as ExtensionPage;
      return (
        browser.extension
          .getViews()
          .find(
            ({ location, document }) => location.href.endsWith(ending) && document.readyState === 'complete',
          ) ?? null
      );
    }, path);
    const window = handle as JSHandle<Window | null>;
    const found = await window.evaluate((view) => view !== null);
    return found ? new FirefoxView(window as JSHandle<Window>) : undefined;
  });

/** How many views show this page now. */
export const countViews = (observer: Page, path: string): Promise<number> =>
  observer.evaluate((ending) => {
    const { browser } = globalThis as unknown as ExtensionPage;
    return browser.extension.getViews().filter(({ location }) => location.href.endsWith(ending)).length;
  }, path);
