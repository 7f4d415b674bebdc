/** Two real panels on one session, both editing as fast as they can: every edit is in a text or in a kept version, and both show the same. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer } from '../support/panel-page.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { inTime, isFull, startSuite, tell, trials } from './trials.ts';

const SEEDS = trials(1, 20);
/** Of both panels together. */
const EDITS = isFull ? 1000 : 40;
const NOTES = 5;
const random = startSuite('two panels');

/** Edits cards through their own fields, one after another, with pauses in which the other panel gets ahead. @returns the words added */
const editCards = (panel: Page, side: string, seed: number, edits: number): Promise<readonly string[]> =>
  panel.evaluate(
    async (given) => {
      let state = given.seed;
      const below = (count: number): number => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * count);
      };
      const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
      const waitFor = async <Found>(what: string, look: () => Found | null): Promise<Found> => {
        for (const endMs = Date.now() + 20_000; Date.now() < endMs; await pause(2)) {
          const found = look();
          if (found !== null) return found;
        }
        throw new Error(`no ${what}`);
      };
      const press = (element: HTMLElement): boolean =>
        element.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
        );
      const words: string[] = [];
      while (words.length < given.edits) {
        const cards = [...document.querySelectorAll<HTMLElement>('li[data-note]')];
        // Mostly the same few, so that the panels meet.
        const card = cards[below(Math.min(cards.length, below(4) === 0 ? 60 : 5))];
        if (card === undefined) throw new Error('no card');
        const fieldOf = (): HTMLTextAreaElement | null =>
          document.querySelector(`li[data-note="${card.dataset.note}"] textarea`);
        card.focus();
        press(card);
        const field = await waitFor('field', fieldOf);
        await pause(below(30));
        const word = `+${given.side}.${words.length}`;
        field.setRangeText(` ${word}`, field.value.length, field.value.length, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        words.push(word);
        await pause(below(20));
        if (below(4) > 0) press(field);
        else document.querySelector<HTMLElement>('.composer textarea')?.focus();
        await waitFor('end of the edit', () => (fieldOf() === null ? true : null));
      }
      return words;
    },
    { side, seed, edits },
  );

describe('two panels', () => {
  let lanyard: Lanyard;
  let site: Site;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  it(`${SEEDS} × ${EDITS} edits`, async () => {
    const figures = { seeds: 0, edits: 0, bothKept: 0, lost: 0, draftsLeft: 0 };
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const event = makeEvent({ name: 'Harbour Go Conf' });
      const session = makeSession(event, { title: 'Queues' });
      const notes = Array.from({ length: NOTES }, (_, index) =>
        makeNote(event, session, { markdown: `note ${index}` }),
      );
      await seedStored(lanyard, { event, sessions: [session], notes });
      // One beside the page and one in it: both are in sight, and neither is slowed down as a hidden one is.
      const beside = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
      const tab = await lanyard.openExtensionPage('src/sidepanel/sidepanel.html');
      const panels = [beside, tab];
      for (const panel of panels) {
        await composer(panel).waitFor();
        await panel
          .locator('li[data-note]')
          .nth(NOTES - 1)
          .waitFor();
      }
      const words = await inTime(
        'the edits',
        Promise.all(
          panels.map((panel, side) =>
            editCards(panel, `${side}`, random.int(2 ** 31), EDITS / panels.length),
          ),
        ),
        600_000,
      );
      const stored = await readStored(tab);
      const kept = new Set(stored.notes.flatMap(({ markdown }) => markdown.split(' ')));
      const lost = words.flat().filter((word) => !kept.has(word));
      figures.seeds += 1;
      figures.edits += words.flat().length;
      figures.bothKept += stored.notes.length - NOTES;
      figures.lost += lost.length;
      figures.draftsLeft += stored.drafts.length;
      expect(lost).toEqual([]);
      const shownIn = (panel: Page): Promise<string[]> =>
        panel.locator('li[data-note] .note-body').allInnerTexts();
      await expect
        .poll(async () => (await shownIn(beside)).slice(-20))
        .toEqual((await shownIn(tab)).slice(-20));
      for (const panel of panels) await panel.close();
      for (const page of lanyard.context.pages().slice(1)) await page.close().catch(() => undefined);
    }
    tell('two panels', figures);
    expect(figures).toMatchObject({ edits: SEEDS * EDITS, lost: 0, draftsLeft: 0 });
    expect(lanyard.errors).toEqual([]);
  });
});
