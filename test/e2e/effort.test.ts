/** The effort of each job, counted in keys and clicks: what the README says, and never more than was promised. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { Hand } from '../support/hand.ts';
import { composer, heading } from '../support/panel-page.ts';
import { makePng } from '../support/png.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { until } from '../support/until.ts';

const ROOT = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', ROOT), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('manifest.json', ROOT), 'utf8'));

/** The README's count for a job: the number that begins the last cell of its row. */
const told = (job: string): number => {
  const row = readme.split('\n').find((line) => line.startsWith(`| ${job} |`));
  return Number(/^\d+/.exec(row?.split('|').at(-2)?.trim() ?? '')?.[0]);
};

const event = makeEvent({ name: 'Harbour Go Conf' });
const running = makeSession(event, {
  title: 'Small queues',
  startsAt: new Date(Date.now() - 60_000).toISOString(),
});

describe('effort', () => {
  let lanyard: Lanyard;
  let site: Site;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions: [running] });
  });
  afterEach(() => lanyard.closeSurfaces());
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  const stored = async () => (await readStored(await lanyard.worker())).notes;
  const openPanel = async () => {
    const page = await lanyard.openPage(site.url('plain.html'));
    const panel = await lanyard.openPanel(page);
    await heading(panel).filter({ hasText: 'Small queues' }).waitFor();
    await expect.poll(() => composer(panel).evaluate((field) => field === document.activeElement)).toBe(true);
    return { page, panel };
  };
  const expectEffort = (hand: Hand, job: string, atMost: number): void => {
    expect(hand.count, job).toBe(told(job));
    expect(hand.count, job).toBeLessThanOrEqual(atMost);
  };

  it('clips the page into the running session, and what is selected: one key each', async () => {
    expect(manifest.commands['clip-page'].suggested_key.default).toBe('Alt+Shift+K');
    const page = await lanyard.openPage(site.url('talk.html'));
    const link = new Hand();
    await link.command(lanyard, 'clip-page', page);
    await expect.poll(stored).toMatchObject([{ kind: 'link', sessionId: running.id }]);
    expectEffort(link, 'clip this page into the running session', 1);

    await page.evaluate(() => {
      const words = document.querySelector('p');
      if (words !== null) getSelection()?.selectAllChildren(words);
    });
    const selection = new Hand();
    await selection.command(lanyard, 'clip-page', page);
    await expect.poll(stored).toMatchObject([{ kind: 'link' }, { kind: 'selection', sessionId: running.id }]);
    expectEffort(selection, 'clip what is selected', 1);
    await page.close();
  });

  it('keeps a picture of the visible tab: one key', async () => {
    const page = await lanyard.openPage(site.url('talk.html'));
    const hand = new Hand();
    await hand.command(lanyard, 'take-screenshot', page);
    await expect.poll(async () => (await stored()).at(-1)?.kind).toBe('image');
    expectEffort(hand, 'save a screenshot of the visible tab', 1);
    await page.close();
  });

  it('jots a line in the open panel: the line and Enter', async () => {
    const { page, panel } = await openPanel();
    const hand = new Hand();
    await hand.words(panel, 'queues hide overload');
    await hand.key(panel, 'Enter');
    await expect.poll(async () => (await stored()).at(-1)?.markdown).toBe('queues hide overload');
    expectEffort(hand, 'jot a line, panel open', 1);
    await panel.close();
    await page.close();
  });

  it('jots a line without the panel: two keys beside the line', async () => {
    const page = await lanyard.openPage(site.url('plain.html'));
    const hand = new Hand();
    const popup = await hand.button(lanyard, page);
    await popup.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
    const closed = popup.waitForEvent('close');
    await hand.words(popup, 'bound every queue');
    await hand.key(popup, 'Control+Shift+Enter');
    await expect
      .poll(async () => (await stored()).at(-1))
      .toMatchObject({
        kind: 'text',
        markdown: 'bound every queue',
        sessionId: running.id,
      });
    expectEffort(hand, 'jot a line, panel closed', 2);
    await closed;
    await page.close();
  });

  it('clips with a remark: two keys beside the words', async () => {
    const page = await lanyard.openPage(site.url('repo.html'));
    const hand = new Hand();
    const popup = await hand.button(lanyard, page);
    await popup.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
    const closed = popup.waitForEvent('close');
    await hand.words(popup, 'the code of it');
    await hand.key(popup, 'Control+Enter');
    await expect
      .poll(async () => (await stored()).at(-1))
      .toMatchObject({ kind: 'link', markdown: 'the code of it' });
    expectEffort(hand, 'clip it with a remark, another title or session', 2);
    await closed;
    await page.close();
  });

  it('keeps a slide from the real clipboard: one key', async () => {
    const { page, panel } = await openPanel();
    await lanyard.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.bringToFront();
    await page.evaluate(
      async (bytes) => {
        const png = new Blob([Uint8Array.from(bytes)], { type: 'image/png' });
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      },
      [...makePng(320, 180, 1)],
    );
    const before = (await stored()).length;
    await panel.bringToFront();
    const hand = new Hand();
    await hand.key(panel, 'Control+V');
    await expect.poll(async () => (await stored()).length).toBe(before + 1);
    expect((await stored()).at(-1)).toMatchObject({ kind: 'image', sessionId: running.id });
    expectEffort(hand, 'save a slide from the clipboard', 1);
    await panel.close();
    await page.close();
  });

  it('exports the finished recap from the panel: two', async () => {
    const { page, panel } = await openPanel();
    const hand = new Hand();
    await hand.click(panel.getByRole('button', { name: 'Open the recap' }));
    // One that is open already comes to the front. It knows nothing of records that were seeded past it.
    const recap = await until('the recap page', 15_000, () =>
      lanyard.context.pages().find((open) => open.url().includes('/recap.html')),
    );
    await expect.poll(() => recap.evaluate(() => document.visibilityState)).toBe('visible');
    await recap.reload();
    await recap.getByRole('tab', { name: 'Rendered' }).waitFor();
    const file = await lanyard.download(() => hand.key(recap, 'Control+S'));
    expect(file).toMatch(/harbour-go-conf\.zip$/);
    expectEffort(hand, 'export the finished recap', 2);
    await recap.close();
    await panel.close();
    await page.close();
  });

  it('met no error on its way', () => {
    expect(lanyard.errors).toEqual([]);
  });
});
