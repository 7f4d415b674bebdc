/** What a screen reader would be given to say: the words that come into live regions which stood there before. */
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { until } from './until.ts';

/**
 * Listens from now on.
 * @returns waits until words of this form are said (`polite: …` or `assertive: …`), and forgets what was said until then
 */
export const hearing = async (page: Page): Promise<(words: RegExp) => Promise<void>> => {
  await page.evaluate(() => {
    const said: string[] = [];
    const regions = [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')];
    for (const region of regions) {
      const isLoud = region.matches('[role=alert], [aria-live=assertive]');
      new MutationObserver(() => {
        const words = (region.textContent ?? '').trim();
        if (words !== '') said.push(`${isLoud ? 'assertive' : 'polite'}: ${words}`);
      }).observe(region, { childList: true, characterData: true, subtree: true });
    }
    Object.assign(globalThis, { said });
  });
  return async (words) => {
    await expect
      .poll(() => page.evaluate(() => (globalThis as unknown as { said: string[] }).said))
      .toContainEqual(expect.stringMatching(words));
    await page.evaluate(() => (globalThis as unknown as { said: string[] }).said.splice(0));
  };
};

interface TreeNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
  readonly backendDOMNodeId?: number;
}

/** What a screen reader knows of a page: the browser's accessibility tree, and nothing else. */
export class Reader {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Reader> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new Reader(session);
  }

  async #nodes(): Promise<TreeNode[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return (nodes as TreeNode[]).filter(({ ignored }) => !ignored);
  }

  /** Everything in reading order: `role: name`, and what is said of its state. */
  async lines(): Promise<string[]> {
    return (await this.#nodes()).map(({ role, name, properties = [] }) => {
      const states = properties
        .filter(({ name: state }) => ['expanded', 'level', 'checked', 'selected'].includes(state))
        .map(({ name: state, value }) => `, ${state} ${value.value}`);
      return `${role?.value}: ${name?.value ?? ''}${states.join('')}`;
    });
  }

  /** Waits until something of this role and name is told, and does with it what the reader's own key does. */
  async act(role: string, name: RegExp, what: 'click' | 'focus'): Promise<void> {
    const node = await until(`${role} ${name}`, 10_000, async () =>
      (await this.#nodes()).find(
        (candidate) => candidate.role?.value === role && name.test(String(candidate.name?.value ?? '')),
      ),
    );
    const { object } = await this.#session.send('DOM.resolveNode', {
      backendNodeId: node.backendDOMNodeId ?? 0,
    });
    await this.#session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () { this.${what}(); }`,
      userGesture: true,
    });
  }
}
