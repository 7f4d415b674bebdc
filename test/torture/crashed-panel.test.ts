/** The panel taken away under the person's hands: its page crashed, the extension reloaded. The words come back, with the caret. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer } from '../support/panel-page.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { seedStored } from '../support/stored.ts';
import { startSuite, tell, trials } from './trials.ts';

const PANEL = 'src/sidepanel/sidepanel.html';
/** What was typed longer ago than this must be there again. */
const SAFE_MS = 250;
const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const random = startSuite('crashed panel');

describe('the panel taken away while something is typed', () => {
  let lanyard: Lanyard;

  beforeAll(async () => {
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions: [session] });
  });
  afterAll(async () => lanyard?.close());

  const openPanel = async (): Promise<Page> => {
    const panel = await lanyard.openExtensionPage(PANEL);
    await composer(panel).waitFor();
    return panel;
  };

  const WAYS: Readonly<Record<string, (panel: Page) => Promise<void>>> = {
    'its page crashed': async (panel) => {
      const crashed = new Promise<void>((resolve) => panel.once('crash', () => resolve()));
      const devtools = await lanyard.context.newCDPSession(panel);
      devtools.send('Page.crash').catch(() => undefined);
      await crashed;
      await panel.close();
    },
    'the extension reloaded': (panel) => lanyard.reloadExtension(panel),
  };

  it.each(Object.entries(WAYS))('%s', async (way, takeAway) => {
    const count = trials(1, 100);
    const figures = { trials: count, kept: 0, lettersLate: 0 };
    for (let trial = 0; trial < count; trial += 1) {
      const panel = await openPanel();
      const words = `half a thought ${random.int(1e9)}`;
      await composer(panel).fill(words);
      const steps = random.int(words.length);
      for (let step = 0; step < steps; step += 1) await composer(panel).press('ArrowLeft');
      // Typed in the middle, one letter after another, until the panel is gone; the page itself tells what it had when.
      const typed: { text: string; caret: number; ms: number }[] = [];
      let isGone = false;
      const typing = (async () => {
        while (!isGone) {
          await panel.keyboard.press('x');
          const seen = await composer(panel).evaluate((field) =>
            field instanceof HTMLTextAreaElement ? { text: field.value, caret: field.selectionStart } : null,
          );
          if (seen !== null) typed.push({ ...seen, ms: Date.now() });
        }
      })().catch((error: unknown) => {
        if (!isGone) throw error;
      });
      await expect.poll(() => typed.length).toBeGreaterThan(0);
      const firstMs = typed[0]?.ms ?? 0;
      await expect.poll(() => Date.now() - firstMs).toBeGreaterThan(SAFE_MS + random.int(200));
      const safe = typed.findLast(({ ms }) => Date.now() - ms >= SAFE_MS);
      const goneMs = Date.now();
      const going = takeAway(panel);
      isGone = true;
      await going;
      await typing;
      const again = await openPanel();
      await expect.poll(() => composer(again).inputValue()).not.toBe('');
      const found = await composer(again).inputValue();
      const caret = await composer(again).evaluate((field) =>
        field instanceof HTMLTextAreaElement ? field.selectionStart : null,
      );
      const caretBefore = words.length - steps;
      const letters = found.length - words.length;
      expect(found).toBe(`${words.slice(0, caretBefore)}${'x'.repeat(letters)}${words.slice(caretBefore)}`);
      expect(found.length, `after ${Date.now() - goneMs} ms`).toBeGreaterThanOrEqual(safe?.text.length ?? 0);
      expect(caret).toBe(caretBefore + letters);
      figures.kept += 1;
      if (found.length < (typed.at(-1)?.text.length ?? 0)) figures.lettersLate += 1;
      await composer(again).fill('');
      await again.close();
    }
    tell(`the panel, ${way}`, figures);
    expect(figures.kept).toBe(count);
  });
});
