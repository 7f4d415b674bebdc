/** The worker stopped between the click and the save, a little later each time: the clip completes, or the person is told. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { startSuite, tell, trials } from './trials.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const CLIPS = ['clip-page', 'clip-selection', 'clip-link', 'take-screenshot'] as const;
startSuite('stopped worker');

describe('the worker stopped between click and save', () => {
  let lanyard: Lanyard;
  let site: Site;
  /** A page of ours that stays open, from which the worker is stopped and looked at. */
  let watch: Page;
  let devtools: CDPSession;
  let target: Page;
  /** Of the worker, as the browser told it last. */
  let status = '';

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions: [session] });
    watch = await lanyard.openExtensionPage('manifest.json');
    devtools = await lanyard.context.newCDPSession(watch);
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { runningStatus } of versions) status = runningStatus;
    });
    await devtools.send('ServiceWorker.enable');
    target = await lanyard.openPage(site.url('talk.html'));
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const badge = (): Promise<string> => watch.evaluate(() => chrome.action.getBadgeText({}));
  const wake = (): Promise<unknown> =>
    watch.evaluate(() => chrome.runtime.sendMessage('wake').catch(() => undefined));
  const countNotes = async (): Promise<number> => (await readStored(watch)).notes.length;

  const click = async (clip: (typeof CLIPS)[number], trial: number): Promise<void> => {
    // The plain page names no address of its own, so that each is a new link.
    await target.goto(site.url(`${clip === 'clip-page' ? 'plain' : 'talk'}.html?trial=${trial}`));
    await target.evaluate(() => {
      const heading = document.querySelector('article h1, h1');
      if (heading !== null) getSelection()?.selectAllChildren(heading);
    });
    // With a selection the page's clip is that selection.
    if (clip === 'clip-page') await target.evaluate(() => getSelection()?.removeAllRanges());
    await lanyard.clickMenu(clip, target, {
      selectionText: 'words',
      linkUrl: site.url(`repo.html?trial=${trial}`),
    });
  };

  it('at every step', async () => {
    const count = trials(4, 100);
    const figures = { trials: count, completed: 0, told: 0, silent: 0, doubled: 0, toTheLastMs: 0 };
    const ways = new Map<string, number>();
    for (const [index, clip] of CLIPS.entries()) {
      const before = await countNotes();
      const startMs = Date.now();
      await click(clip, -1 - index);
      const clickedMs = Date.now();
      await expect.poll(countNotes).toBe(before + 1);
      await expect.poll(badge).toBe('✓');
      ways.set(clip, Math.max(20, Math.min(Date.now() - clickedMs, Date.now() - startMs)));
    }
    for (let trial = 0; trial < count; trial += 1) {
      const clip = CLIPS[trial % CLIPS.length] ?? 'clip-page';
      const before = await countNotes();
      await expect.poll(badge).toBe('');
      await click(clip, trial);
      // From the click on to the time that a whole clip took.
      const afterMs = ((ways.get(clip) ?? 0) * trial) / count;
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await devtools.send('ServiceWorker.stopAllWorkers');
      await expect.poll(() => status).toBe('stopped');
      const added = (await countNotes()) - before;
      const left = await badge();
      if (added === 1) figures.completed += 1;
      else if (added > 1) figures.doubled += 1;
      if (left === '…') {
        // The button says that it is not done; the next worker says that it will not be.
        await wake();
        await expect.poll(badge).toBe('!');
        expect(await watch.evaluate(() => chrome.action.getTitle({}))).toContain('interrupted');
        if (added === 0) figures.told += 1;
      } else if (added === 0) {
        figures.silent += 1;
        console.log(`torture: ${clip} stopped after ${Math.round(afterMs)} ms left “${left}”`);
      }
      figures.toTheLastMs = Math.round(afterMs);
      // The tick or mark goes as it always does.
      await wake();
    }
    tell('worker stopped', figures);
    expect(figures).toMatchObject({ silent: 0, doubled: 0 });
    expect(figures.completed + figures.told).toBe(count);
    // Chromium's word for a call of a worker that it is stopping: what was stopped is counted above.
    expect(lanyard.errors.filter((error) => !error.endsWith('Error: No SW'))).toEqual([]);
  });
});
