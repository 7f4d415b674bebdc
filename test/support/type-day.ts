/** Types a day's notes into the panel as a person does, by keyboard alone: key after key, at a person's speed or faster. */
import type { Page } from 'playwright-core';
import type { DayScript, JottedNote, JottedSession } from './day-script.ts';
import type { Lanyard } from './extension.ts';
import { composer, heading } from './panel-page.ts';
import { makePng } from './png.ts';
import type { Site } from './site.ts';
import { readStored, type StoredNote } from './stored.ts';

/** 70 words of five letters a minute. */
export const PERSON_MS = 60_000 / (70 * 5);
/** What a person types in the two minutes from one clip to the next. */
const KEYS_BETWEEN_CLIPS = 700;

interface TypingOptions {
  /** Milliseconds from key to key, for the number of keys typed so far. */
  readonly interval: (keys: number) => number;
  /** Called each time that two minutes' worth of keys were typed. */
  readonly clip: () => Promise<void>;
  /** Puts an image on the clipboard. */
  readonly copyImage: (number: number) => Promise<void>;
}

/** The typist: counts keys, and never looks at anything but the field with the focus. */
class Typist {
  keys = 0;
  images = 0;
  readonly #panel: Page;
  readonly #options: TypingOptions;
  #nextClip = KEYS_BETWEEN_CLIPS;

  constructor(panel: Page, options: TypingOptions) {
    this.#panel = panel;
    this.#options = options;
  }

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.#panel.keyboard.press(key);
    await this.#rest();
  }

  async #rest(): Promise<void> {
    const ms = this.#options.interval(this.keys);
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }

  async #words(text: string): Promise<void> {
    for (const character of text) {
      this.keys += 1;
      await this.#panel.keyboard.type(character);
      await this.#rest();
    }
  }

  /** The field with the focus: what stands before the caret in its line, and what comes after. */
  #field(): Promise<{ readonly line: string; readonly after: string }> {
    return this.#panel.evaluate(() => {
      const field = document.activeElement;
      if (!(field instanceof HTMLTextAreaElement)) return { line: '', after: '' };
      const before = field.value.slice(0, field.selectionStart);
      return {
        line: before.slice(before.lastIndexOf('\n') + 1),
        after: field.value.slice(field.selectionEnd),
      };
    });
  }

  /** Types a line where the field may have begun it already: what it wrote by itself is used, or erased. */
  async #line(text: string): Promise<void> {
    const { line } = await this.#field();
    if (text.startsWith(line)) {
      await this.#words(text.slice(line.length));
      return;
    }
    for (const _character of line) await this.press('Backspace');
    await this.#words(text);
  }

  async text(text: string): Promise<void> {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) {
        // The end of a code block is there already.
        const { after } = await this.#field();
        if (after === `\n${line}` || after.startsWith(`\n${line}\n`)) {
          await this.press('ArrowDown');
          await this.press('End');
          continue;
        }
        await this.press('Shift+Enter');
      }
      await this.#line(line);
    }
  }

  #count(): Promise<number> {
    return this.#panel.locator('[data-note]').count();
  }

  async note(note: JottedNote): Promise<void> {
    const before = await this.#count();
    if (note.kind === 'image') {
      this.images += 1;
      await this.#line('');
      await this.#options.copyImage(this.images);
      await this.press('Control+V');
      await this.#until(before + 1);
      await this.press('ArrowUp');
      await this.press('Tab');
      await this.#words(note.text);
      await this.press('Enter');
      await this.press('Escape');
    } else if (note.kind === 'question') {
      await this.#line('');
      await this.#words('Q: ');
      await this.text(note.text);
      await this.press('Enter');
      await this.text(note.answer);
      await this.press('Control+Enter');
    } else {
      if (note.kind === 'quote') {
        // Behind a list the field begins with its marker, and Tab would indent that.
        await this.#line('');
        for (let step = 0; step < 2; step += 1) {
          await this.press('Tab');
          await this.press('ArrowLeft');
        }
      }
      await this.text(note.text);
      await this.press('Control+Enter');
    }
    await this.#until(before + 1);
    while (this.keys >= this.#nextClip) {
      this.#nextClip += KEYS_BETWEEN_CLIPS;
      await this.#options.clip();
    }
  }

  async #until(count: number): Promise<void> {
    await this.#panel.waitForFunction(
      (wanted) => document.querySelectorAll('[data-note]').length >= wanted,
      count,
    );
  }

  async session({ title, speaker }: JottedSession): Promise<void> {
    await this.press('Control+k');
    await this.#panel.getByRole('combobox').waitFor();
    await this.#words('New session');
    await this.press('Enter');
    await this.#panel.getByRole('dialog', { name: 'New session' }).waitFor();
    await this.#words(title);
    if (speaker !== null) {
      await this.press('Tab');
      await this.#words([speaker.name, speaker.affiliation].filter(Boolean).join(', '));
    }
    await this.press('Enter');
    await heading(this.#panel)
      .filter({ hasText: title || 'Talk' })
      .waitFor();
    await this.#panel.waitForFunction(
      (label) => document.activeElement?.getAttribute('aria-label') === label,
      await composer(this.#panel).getAttribute('aria-label'),
    );
  }
}

/** Makes the event and opens the panel on it: the popup's keys alone. */
const beginByKeys = async (lanyard: Lanyard, page: Page, name: string): Promise<Page> => {
  const first = await lanyard.openPopup(page);
  await first.getByLabel('Name of the event').waitFor();
  await first.keyboard.type(name);
  await first.keyboard.press('Enter');
  await first.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
  const popup = first.isClosed() ? await lanyard.openPopup(page) : first;
  const arriving = lanyard.context.waitForEvent('page', {
    predicate: (opened) => opened.url().endsWith('/sidepanel.html'),
  });
  const isAtButton = () =>
    popup.evaluate(() => document.activeElement?.getAttribute('aria-label') === 'Open the panel');
  for (let steps = 0; steps < 30 && !(await isAtButton()); steps += 1)
    await popup.keyboard.press('Shift+Tab');
  await popup.keyboard.press('Enter').catch(() => undefined);
  const panel = await arriving;
  await composer(panel).waitFor();
  await panel.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement);
  return panel;
};

/** A note as it was typed or clipped: kind, text (of an image its description), answer. */
type Typed = readonly [string, string, string];

const typedOf = (note: StoredNote): Typed => {
  const text = note.kind === 'image' ? (/^!\[([^\]]*)\]/.exec(note.markdown)?.[1] ?? '') : note.markdown;
  return [note.kind, text, note.answer ?? ''];
};

export interface TypedDay {
  readonly panel: Page;
  readonly keys: number;
  readonly clips: number;
  /** What the script says, and what is on disk, in the same order; clips of pages are not among them. */
  readonly wanted: readonly Typed[];
  readonly stored: readonly Typed[];
  readonly storedClips: number;
}

/** Waits until so many clips are on disk. */
const expectClips = async (panel: Page, count: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { notes } = await readStored(panel);
    if (notes.filter(({ kind }) => kind === 'link').length >= count) return;
    await panel.waitForTimeout(50);
  }
  throw new Error(`clip ${count} was not kept`);
};

/** Types the whole day into a new event. @param interval milliseconds behind a key, by the number of keys so far */
export const typeDay = async (
  lanyard: Lanyard,
  site: Site,
  day: DayScript,
  interval: (keys: number) => number,
  onPanel: (panel: Page) => Promise<void> = async () => undefined,
): Promise<TypedDay> => {
  await lanyard.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await lanyard.openPage(site.url('plain.html'));
  const panel = await beginByKeys(lanyard, page, 'A day');
  await onPanel(panel);
  let clips = 0;
  const typist = new Typist(panel, {
    interval,
    clip: async () => {
      clips += 1;
      await page.goto(site.url(`plain.html?clip=${clips}`));
      await lanyard.runCommand('clip-page', page);
      await expectClips(panel, clips);
    },
    copyImage: async (number) => {
      await page.bringToFront();
      await page.evaluate(
        async (bytes) => {
          const png = new Blob([Uint8Array.from(bytes)], { type: 'image/png' });
          await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
        },
        [...makePng(320, 180, number)],
      );
      await panel.bringToFront();
    },
  });
  for (const note of day.overview) await typist.note(note);
  for (const session of day.sessions) {
    await typist.session(session);
    for (const note of session.notes) await typist.note(note);
  }
  const { notes, sessions } = await readStored(panel);
  const places = [null, ...sessions.map(({ id }) => id).sort()];
  const inOrder = places.flatMap((place) => notes.filter(({ sessionId }) => sessionId === place));
  const wanted = [day.overview, ...day.sessions.map((session) => session.notes)]
    .flat()
    .map(
      (note): Typed => [
        note.kind,
        note.kind === 'image' ? note.text : note.text.trimEnd(),
        note.kind === 'question' ? note.answer.trim() : '',
      ],
    );
  return {
    panel,
    keys: typist.keys,
    clips,
    wanted,
    stored: inOrder.filter(({ kind }) => kind !== 'link').map(typedOf),
    storedClips: inOrder.filter(({ kind }) => kind === 'link').length,
  };
};
