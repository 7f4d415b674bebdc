/** A programme in the built extension: read, starred, taken over, followed by the panel, read again, out again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE_MS, ROOMS, scheduleXml, TALKS, type Talk } from '../support/coast-programme.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored } from '../support/stored.ts';

const FIXTURES = fileURLToPath(new URL('../schedule/fixtures/', import.meta.url));

describe('a programme', () => {
  let lanyard: Lanyard;
  let page: Page;
  let folder: string;
  let site: Site;
  const beganMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 60 * MINUTE_MS;

  const toast = (text: string | RegExp) => page.locator('.toast', { hasText: text });
  const row = (title: string) => page.locator('.programme-row', { hasText: title });
  const outline = () => page.locator('.outline-title').allTextContents();
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const readFile = (path: string) => page.locator('input[type=file]').setInputFiles(path);
  const openFromEvent = async () => {
    await page.locator('.event-name').click();
    await page.getByRole('menuitem', { name: 'Read a programme' }).click();
    await page.getByRole('heading', { name: 'Read a programme' }).waitFor();
  };

  beforeAll(async () => {
    site = await serveSite({
      '/visit.html': '<title>Coast Conf</title><a href="/coast/schedule.xml">Programme</a>',
      '/coast/schedule.xml': scheduleXml(TALKS, beganMs),
    });
    folder = mkdtempSync(join(tmpdir(), 'lanyard-programme-'));
    lanyard = await launchLanyard({ timeZone: 'Asia/Seoul' });
    page = await lanyard.openRecap('#welcome');
    page.setDefaultTimeout(8_000);
    await page.setViewportSize({ width: 1280, height: 800 });
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says in words why a file is none, and where', async () => {
    await page.getByRole('button', { name: 'Read a programme' }).click();
    await readFile(file('site.html', '<!doctype html><html><body>Our schedule</body></html>'));
    const failure = page.getByRole('alert').filter({ hasText: 'site.html' });
    await failure.getByText('line 1').waitFor();
    await failure.getByText('It is a web page, not a schedule').waitFor();
    await readFile(file('cut.xml', scheduleXml(TALKS, beganMs).slice(0, 900)));
    await page
      .getByRole('alert')
      .filter({ hasText: 'cut.xml' })
      .getByText(/line \d+/)
      .waitFor();
  });

  it('reads pasted text, and asks for the zone where there is none', async () => {
    await page
      .getByLabel('Or paste the programme’s text')
      .fill(readFileSync(join(FIXTURES, 'sessionize-all.json'), 'utf8'));
    await page.getByRole('button', { name: 'Read this text' }).click();
    await page.getByRole('heading', { name: 'name a time zone' }).waitFor();
    expect(await page.getByRole('button', { name: 'Add all' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Another zone' }).click();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Mars/Base');
    await page.getByRole('button', { name: 'Use this zone' }).click();
    await page.getByText('Unknown time zone').waitFor();
    await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Lisbon');
    await page.getByRole('button', { name: 'Use this zone' }).click();
    await page.locator('.programme-facts', { hasText: 'Europe/Lisbon' }).waitFor();
    expect(await page.locator('.zone-question').count()).toBe(0);
    await row('Cups at scale').getByText('09:55–10:40').waitFor();
    await page.locator('.remarks summary').click();
    await page.getByText('Sessions without a time.').waitFor();
    await page.getByRole('button', { name: 'Another file' }).click();
  });

  it('finds by search and filter, and stars by key and click; overlaps are shown', async () => {
    await readFile(file('coast.xml', scheduleXml(TALKS, beganMs)));
    await page.getByRole('heading', { name: 'Coast Conf' }).waitFor();
    expect(await page.locator('.programme-row').count()).toBe(7);
    const search = page.getByRole('searchbox');
    await search.fill('lamp harbour');
    await expect.poll(() => page.locator('.programme-name').allTextContents()).toEqual(['Harbour lights']);
    await search.fill('');
    await page.getByRole('combobox', { name: 'Room' }).selectOption('Lighthouse');
    await expect.poll(() => page.locator('.programme-row').count()).toBe(3);
    await page.getByRole('combobox', { name: 'Room' }).selectOption('');

    await search.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.locator('.programme-detail', { hasText: 'Knots that hold' }).locator('strong').waitFor();
    for (const title of ['Gulls at scale', 'Night watch', 'Harbour lights'])
      await row(title).locator('.programme-star').click();
    await page.getByText('1 overlap among your stars').waitFor();
    expect(await page.locator('[role=option][aria-selected=true]').count()).toBe(5);
    await page.getByRole('button', { name: 'Starred (5)' }).click();
    await expect.poll(() => page.locator('.programme-row').count()).toBe(5);
    await page.getByRole('button', { name: 'Starred (5)' }).click();
  });

  it('shows days and rooms as a timetable', async () => {
    await page.getByRole('tab', { name: 'Timetable' }).click();
    expect(await page.locator('.timetable-rooms span').allTextContents()).toEqual(ROOMS);
    expect(await page.locator('.timetable-block').count()).toBe(7);
    await page.locator('.timetable-block', { hasText: 'Anchors away' }).click();
    await page.locator('.programme-detail', { hasText: 'Gus Iron' }).waitFor();
    await page.getByRole('tab', { name: 'Choose' }).click();
  });

  it('keeps the stars when the page is closed', async () => {
    await page.reload();
    await readFile(join(folder, 'coast.xml'));
    await page.getByRole('button', { name: 'Add 5 starred' }).waitFor();
  });

  it('takes the starred over into a new event, in one step that can be undone', async () => {
    await page.getByRole('button', { name: 'Add 5 starred' }).click();
    await toast('“Coast Conf”: 5 sessions added.').waitFor();
    await page.locator('.event-name', { hasText: 'Coast Conf' }).waitFor();
    const taken = [
      'Overview',
      'Tides of change',
      'Knots that hold',
      'Gulls at scale',
      'Night watch',
      'Harbour lights',
    ];
    await expect.poll(outline).toEqual(taken);
    const { events, sessions } = await readStored(page);
    expect(events[0]).toMatchObject({ name: 'Coast Conf', timeZone: 'UTC' });
    expect(sessions.find(({ title }) => title === 'Knots that hold')).toMatchObject({
      room: 'Lighthouse',
      abstract: 'Why **knots** hold.',
      startsAt: new Date(beganMs + 40 * MINUTE_MS).toISOString(),
      speakers: [{ name: 'Bo Rope' }],
    });
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await page.locator('main.welcome').waitFor();
    expect((await readStored(page)).sessions).toEqual([]);
    await page.getByRole('button', { name: 'Read a programme' }).click();
    await readFile(join(folder, 'coast.xml'));
    await page.getByRole('button', { name: 'Add 5 starred' }).click();
    await expect.poll(outline).toEqual(taken);
  });

  it('lets the panel follow the clock, and offers what runs beside', async () => {
    const panel = await lanyard.openPanel(page);
    await panel.getByRole('heading', { name: 'Gulls at scale' }).waitFor();
    await panel.getByText(/left/).first().waitFor();
    await panel.getByRole('button', { name: 'Also running: Knots that hold' }).click();
    await panel.getByRole('menuitem', { name: 'Knots that hold' }).click();
    await panel.getByRole('heading', { name: 'Knots that hold' }).waitFor();
    await panel.locator('textarea').first().fill('A bowline does not slip');
    await panel.keyboard.press('Enter');
    await panel.getByText('A bowline does not slip').waitFor();
    await expect.poll(async () => (await readStored(page)).notes.length).toBe(1);
    await panel.close();
  });

  it('reads a changed programme: shown, taken over on a word; what has notes stays', async () => {
    const changed = TALKS.filter(({ id }) => id !== 2 && id !== 6).map((talk) =>
      talk.id === 5 ? { ...talk, at: 300, room: 'Pier' } : talk,
    );
    const later: Talk = {
      id: 8,
      title: 'Late addition',
      room: 'Pier',
      at: 400,
      minutes: 20,
      speaker: 'Hal Late',
    };
    await openFromEvent();
    await readFile(file('coast-2.xml', scheduleXml([...changed, later], beganMs)));
    await page.getByRole('tab', { name: 'Changes (4)' }).waitFor();
    const change = (title: string) => page.locator('.change', { hasText: title });
    await change('Night watch').getByText('Pier').waitFor();
    await change('Knots that hold').getByText('Has notes, so it stays.').waitFor();
    expect(await change('Knots that hold').getByRole('checkbox').isDisabled()).toBe(true);
    expect(await change('Late addition').getByRole('checkbox').isChecked()).toBe(false);
    await change('Late addition').getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Apply 3' }).click();
    await toast('“Coast Conf”: 1 new, 1 changed, 1 removed.').waitFor();
    await expect
      .poll(outline)
      .toEqual([
        'Overview',
        'Tides of change',
        'Knots that hold',
        'Gulls at scale',
        'Night watch',
        'Late addition',
      ]);
    await openFromEvent();
    await readFile(join(folder, 'coast-2.xml'));
    await page.getByText('No longer listed').first().waitFor();
    expect(await page.locator('.change').count()).toBe(1);
    await page.getByRole('button', { name: 'Coast Conf' }).click();
  });

  it('gives the attended sessions out as a calendar, and the diary of the day', async () => {
    const save = (name: RegExp) =>
      lanyard.download(async () => {
        await page.getByRole('button', { name: 'Export' }).click();
        await page.getByRole('menuitem', { name }).click();
      });
    const calendar = await save(/\.ics/);
    expect(basename(calendar)).toBe('Coast Conf.ics');
    const events = readFileSync(calendar, 'utf8');
    expect(events.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(events).toContain('SUMMARY:Knots that hold');
    const diary = readFileSync(await save(/Diary/), 'utf8');
    expect(diary).toMatch(
      /^# Coast Conf: Diary\n\n## \d{4}-\d\d-\d\d\n\n### \d\d:\d\d–\d\d:\d\d Knots that hold · Lighthouse/,
    );
    expect(diary).toMatch(/- \d\d:\d\d A bowline does not slip/);
  });

  it('reads the programme that the page in front links, by the page’s own rights', async () => {
    const visited = await lanyard.openPage(site.url('visit.html'));
    const popup = await lanyard.openPopup(visited);
    await popup.getByText('This page has a programme.').waitFor();
    await popup.getByRole('button', { name: 'Read it' }).click();
    // Whichever recap page is open comes to the front; the browser opened one of its own at the first start.
    const shown = () => lanyard.context.pages().find((other) => other.url().includes('#programme/page-'));
    await expect.poll(shown).toBeDefined();
    // The page has the programme as it was at first: what moved is back, what was added is gone.
    await shown()?.getByRole('tab', { name: 'Changes (3)' }).waitFor();
    await shown()?.getByRole('heading', { name: 'Coast Conf' }).waitFor();
    const other = await lanyard.openPage(site.url('plain.html'));
    const quiet = await lanyard.openPopup(other);
    await quiet.getByRole('textbox').first().waitFor();
    expect(await quiet.getByText('This page has a programme.').count()).toBe(0);
    await quiet.close();
  });

  it('asked the network for nothing else and logged no error', () => {
    const asked = lanyard.requests.map((url) => new URL(url).pathname);
    // The browser itself asks a site for its icon when it likes.
    const ours = [...new Set(asked)].filter((path) => path !== '/favicon.ico');
    expect(ours.sort()).toEqual(['/coast/schedule.xml', '/plain.html', '/visit.html']);
    // The converter tries the browser's parser when it loads, which the policy forbids; it has another.
    expect(lanyard.errors.filter((line) => !/TrustedHTML|favicon/.test(line))).toEqual([]);
  });
});
