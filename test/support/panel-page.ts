/** What tests do with an open side panel, by roles and names. */
import type { Locator, Page } from 'playwright-core';

/** The field for the next line. */
export const composer = (panel: Page): Locator => panel.getByRole('textbox', { name: /^Note for/ });
/** The name of the session that is shown. */
export const heading = (panel: Page): Locator => panel.getByRole('heading', { level: 1 });
/** A note by its words. */
export const card = (panel: Page, name: string): Locator => panel.getByRole('listitem', { name });
/** A confirmation. */
export const toast = (panel: Page, text: string | RegExp): Locator =>
  panel.getByRole('status').filter({ hasText: text }).first();

/** Sets the panel's clock, and lets it look at it. */
export const setClock = async (panel: Page, ms: number): Promise<void> => {
  await panel.clock.setFixedTime(ms);
  await panel.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
};

interface Pasted {
  readonly html?: string;
  readonly text?: string;
  /** PNG files as base64. */
  readonly files?: readonly string[];
}

/** Pastes or drops data as a person’s hand would. */
export const fire = (target: Locator, type: 'paste' | 'drop', pasted: Pasted): Promise<void> =>
  target.evaluate(
    (element, [kind, { html, text, files }]) => {
      const data = new DataTransfer();
      if (html !== undefined) data.setData('text/html', html);
      if (text !== undefined) data.setData('text/plain', text);
      for (const [index, base64] of (files ?? []).entries()) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        data.items.add(new File([bytes], `slide-${index}.png`, { type: 'image/png' }));
      }
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data }),
      );
    },
    [type, pasted] as const,
  );
