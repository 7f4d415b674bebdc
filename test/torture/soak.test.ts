/** A whole day of a conference at thirty times its speed: three surfaces, notes, pictures, a worker that is stopped all the time. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer, fire } from '../support/panel-page.ts';
import { makePng } from '../support/png.ts';
import { browserMemory } from '../support/process-memory.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { isFull, startSuite, tell, trials } from './trials.ts';

const random = startSuite('soak');
/** Sixteen minutes are eight hours; the short run is as fast as it can be. */
const LENGTH_MS = trials(0, 16 * 60_000);
const NOTES = trials(12, 2000);
const IMAGES = trials(2, 300);
/** A minute of the conference. */
const STOP_EVERY_MS = 2000;
const SESSIONS = 24;
const MOST_GROWTH = 1.5;

describe.skipIf(!isFull)('a day (npm run torture)', () => {
  let lanyard: Lanyard;
  let site: Site;
  const event = makeEvent({ name: 'Harbour Go Conf', timeZone: 'Asia/Seoul' });
  const sessions = Array.from({ length: SESSIONS }, (_, index) =>
    makeSession(event, { title: `Talk ${index}` }),
  );

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions });
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const collect = async (pages: readonly Page[]): Promise<number> => {
    for (const page of pages) {
      const session = await lanyard.context.newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      await session.detach();
    }
    return (await browserMemory(lanyard)) ?? 0;
  };

  it(`${NOTES} notes, ${IMAGES} pictures, three surfaces`, async () => {
    const talk = await lanyard.openPage(site.url('talk.html'));
    const panel = await lanyard.openPanel(talk);
    await composer(panel).waitFor();
    const second = await lanyard.openExtensionPage('src/sidepanel/sidepanel.html');
    await composer(second).waitFor();
    const recap = await lanyard.openRecap();
    await recap.getByRole('button', { name: 'Export' }).waitFor();
    const surfaces = [panel, second, recap];
    const stopper: CDPSession = await lanyard.context.newCDPSession(second);
    await stopper.send('ServiceWorker.enable');

    const figures = { notes: 0, images: 0, workerStops: 0, warmMiB: 0, endMiB: 0, minutes: 0 };
    const beganMs = Date.now();
    let stoppedMs = beganMs;
    const typed: string[] = [];
    const firstOf = Math.floor(NOTES / 10);
    for (let note = 0; note < NOTES; note += 1) {
      const dueMs = beganMs + (LENGTH_MS * note) / NOTES;
      const early = dueMs - Date.now();
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      const text = `note ${note}: ${'word '.repeat(1 + random.int(25)).trim()}`;
      const writer = note % 3 === 2 ? second : panel;
      await composer(writer).fill(text);
      await composer(writer).press('Enter');
      await writer.getByText(`note ${note}:`).first().waitFor({ state: 'attached' });
      typed.push(text);
      figures.notes += 1;
      if (Math.floor((note * IMAGES) / NOTES) !== Math.floor(((note + 1) * IMAGES) / NOTES)) {
        const png = makePng(320 + random.int(320), 180 + random.int(180), note).toString('base64');
        await fire(composer(writer), 'paste', { files: [png] });
        figures.images += 1;
      }
      if (Date.now() - stoppedMs > STOP_EVERY_MS) {
        stoppedMs = Date.now();
        await stopper.send('ServiceWorker.stopAllWorkers');
        figures.workerStops += 1;
      }
      if (note === firstOf) figures.warmMiB = Math.round((await collect(surfaces)) / 1024 / 1024);
    }
    figures.endMiB = Math.round((await collect(surfaces)) / 1024 / 1024);
    figures.minutes = Math.round((Date.now() - beganMs) / 6000) / 10;
    await expect.poll(async () => (await readStored(second)).images.length).toBe(figures.images);
    const { notes, blobs } = await readStored(second);
    const kept = notes.filter(({ kind }) => kind === 'text').map(({ markdown }) => markdown);
    tell('soak', { ...figures, kept: kept.length, blobs: blobs.length });
    expect(kept).toEqual(typed);
    expect(notes.filter(({ kind }) => kind === 'image')).toHaveLength(figures.images);
    // Shown everywhere, not only stored.
    await recap.getByRole('tab', { name: 'Markdown' }).click();
    const source = recap.locator('pre.source');
    await expect.poll(() => source.textContent()).toContain(typed.at(-1));
    expect(lanyard.errors).toEqual([]);
    // Fewer notes than in a day say nothing of what is left behind.
    if (figures.warmMiB > 0 && LENGTH_MS > 0)
      expect(figures.endMiB / figures.warmMiB).toBeLessThanOrEqual(MOST_GROWTH);
  });
});
