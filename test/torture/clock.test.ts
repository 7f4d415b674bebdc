/** A clock that is set back or forward, a zone that changes, summer time that ends: order stays, dates are right with their offset. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer, setClock } from '../support/panel-page.ts';
import { makeEvent, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { isFull, startSuite, tell, trials } from './trials.ts';

const random = startSuite('clock');
const DAY_MS = 24 * 3_600_000;
/** The night in which summer time ends in Berlin: half past two comes twice. */
const BEFORE = '2026-10-25T00:30:00.000Z';
const AFTER = '2026-10-25T01:30:00.000Z';
const ZONES = ['Pacific/Kiritimati', 'America/Los_Angeles', 'Asia/Kathmandu', 'UTC'];

const event = makeEvent({
  name: 'Night of the clocks',
  timeZone: 'Europe/Berlin',
  startsOn: '2026-10-24',
  endsOn: '2026-10-25',
});
const at = (ms: number): string => new Date(ms).toISOString();
const sessions = [BEFORE, AFTER].map((startsAt, index) =>
  makeSession(event, {
    title: `Half past two, ${index}`,
    startsAt,
    endsAt: at(Date.parse(startsAt) + 1_800_000),
  }),
);

type Change = (panel: Page, devtools: CDPSession, nowMs: number) => Promise<number>;

const CHANGES: Readonly<Record<string, Change>> = {
  'set back a day': async (_panel, _devtools, nowMs) => nowMs - DAY_MS,
  'set forward a year': async (_panel, _devtools, nowMs) => nowMs + 365 * DAY_MS,
  'another zone': async (_panel, devtools, nowMs) => {
    await devtools.send('Emulation.setTimezoneOverride', { timezoneId: random.pick(ZONES) });
    return nowMs;
  },
  'summer time ends': async (_panel, _devtools, nowMs) =>
    nowMs < Date.parse(AFTER)
      ? Date.parse(AFTER) + random.int(1_000_000)
      : Date.parse(BEFORE) + random.int(1_000_000),
};

describe.skipIf(!isFull)('clocks (npm run torture)', () => {
  let lanyard: Lanyard;
  let site: Site;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions });
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
  });

  it('notes stay in the order in which they were written', async () => {
    const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
    await composer(panel).waitFor();
    const devtools = await lanyard.context.newCDPSession(panel);
    const written: { readonly text: string; readonly ms: number }[] = [];
    let nowMs = Date.parse(BEFORE);
    const rounds = trials(2, 20);
    const figures = { trials: 0, notes: 0 };
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, change] of Object.entries(CHANGES)) {
        const text = `${name} ${round}`;
        // Typed by the clock as it was, kept by the clock as it is.
        await composer(panel).fill(text);
        nowMs = (await change(panel, devtools, nowMs)) + 1000;
        await panel.clock.setFixedTime(nowMs);
        await composer(panel).press('Enter');
        await expect
          .poll(async () => (await readStored(panel)).notes.map(({ markdown }) => markdown))
          .toContain(text);
        await expect.poll(async () => (await readStored(panel)).drafts).toEqual([]);
        written.push({ text, ms: nowMs });
        figures.notes += 1;
      }
      figures.trials += 1;
    }
    const { notes } = await readStored(panel);
    // They may have gone to either session by the clock: within each they stand as they were written.
    for (const place of new Set(notes.map(({ sessionId }) => sessionId))) {
      const here = notes.filter(({ sessionId }) => sessionId === place).map(({ markdown }) => markdown);
      expect(here).toEqual(written.map(({ text }) => text).filter((text) => here.includes(text)));
    }
    expect(notes).toHaveLength(written.length);
    for (const { markdown, capturedAt } of notes)
      expect([markdown, capturedAt]).toEqual([
        markdown,
        at(written.find(({ text }) => text === markdown)?.ms ?? 0),
      ]);
    expect(new Set(notes.map(({ id }) => id)).size).toBe(notes.length);
    tell('clock', figures);
    await panel.close();
  });

  it('dates have the offset that the event’s zone has at that time', async () => {
    const recap = await lanyard.openRecap();
    const devtools = await lanyard.context.newCDPSession(recap);
    for (const timezoneId of ZONES) {
      await devtools.send('Emulation.setTimezoneOverride', { timezoneId });
      await recap.reload();
      await recap.getByRole('tab', { name: 'Markdown' }).click();
      const source = recap.locator('pre.source');
      await expect.poll(() => source.textContent()).toContain('Night of the clocks');
      const [, date = ''] = /^date: (.*)$/m.exec((await source.textContent()) ?? '') ?? [];
      // In Berlin it is still summer on the 24th, and winter from the morning of the 25th on.
      expect([timezoneId, date]).toEqual([timezoneId, expect.stringMatching(/^2026-10-2[45].*\+0[12]:00$/)]);
      expect((await recap.locator('.outline').textContent()) ?? '').toContain('02:30');
    }
    await recap.close();
    const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
    for (const [startsAt, title] of [
      [BEFORE, 'Half past two, 0'],
      [AFTER, 'Half past two, 1'],
    ] as const) {
      await setClock(panel, Date.parse(startsAt) + 60_000);
      await panel.getByRole('heading', { level: 1, name: title }).waitFor();
    }
  });
});
