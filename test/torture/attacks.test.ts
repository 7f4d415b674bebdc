/** Published attack strings in every field that comes from outside and on every surface: none runs, asks the network, or hangs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { zipBundle } from '../../src/export/zip-bundle.ts';
import type { Note, NoteKind } from '../../src/model/note.ts';
import { backupFiles } from '../../src/store/backup/backup-format.ts';
import { NO_HOLDINGS } from '../../src/store/backup/holdings.ts';
import { DATABASE_VERSION } from '../../src/store/migrations.ts';
import { listAttacks, OWN_ATTACKS, strangersIn, watchDialogs } from '../support/attacks.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer } from '../support/panel-page.ts';
import { makeEvent, makeNote, makeSession, makeSource } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { clearStored, seedStored } from '../support/stored.ts';
import { type WatchedNetwork, watchNetwork } from '../support/watched-network.ts';
import { shareOf, startSuite, tell, trials } from './trials.ts';

const random = startSuite('attacks');
const all = listAttacks();
const count = Math.min(all.length, trials(OWN_ATTACKS.length + 20, all.length));
const attacks =
  count === all.length
    ? all
    : [...OWN_ATTACKS, ...Array.from({ length: count - OWN_ATTACKS.length }, () => random.pick(all))];
/** Those that are gone through one by one. */
const some = shareOf([...attacks.slice(0, trials(2, attacks.length)).entries()]);

const KINDS: readonly NoteKind[] = ['text', 'quote', 'question', 'takeaway', 'link', 'selection'];

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

describe('attack strings', () => {
  let lanyard: Lanyard;
  let site: Site;
  let network: WatchedNetwork;
  let dialogs: string[];
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lanyard-attacks-'));
    network = await watchNetwork();
    site = await serveSite({
      '/clip': (request, response) => {
        const text = attacks[Number(new URL(request.url ?? '', site.origin).searchParams.get('at'))] ?? '';
        // As text: a page may say anything. What a page of attacks does to itself is no concern of ours.
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
          `<!doctype html><title>${escaped(text)}</title><link rel="icon" href="data:,">
             <meta name="author" content="${escaped(text)}"><meta property="og:site_name" content="${escaped(text)}">
             <p id="text">${escaped(text)} <code>${escaped(text)}</code></p>`,
        );
      },
    });
    lanyard = await launchLanyard({ args: network.args });
    dialogs = watchDialogs(lanyard.context);
  });
  afterEach(async () => {
    for (const page of lanyard.context.pages().slice(1)) await page.close();
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
    await network?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Nothing ran, nothing was asked for, nothing foreign stands there, and the page answers. */
  const isUnharmed = async (page: Page): Promise<void> => {
    expect(await strangersIn(page)).toEqual([]);
    expect(dialogs).toEqual([]);
    expect(network.asked).toEqual([]);
    expect(lanyard.errors.filter((error) => /uncaught|unhandled/i.test(error))).toEqual([]);
  };

  /** So that everything that is drawn when it comes near is drawn. */
  const scrollThrough = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      const areas = [...document.querySelectorAll('*')].filter(
        ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 50 && clientHeight > 100,
      );
      for (const area of areas)
        for (let at = 0; at < Math.min(area.scrollHeight, 400_000); at += 1500) {
          area.scrollTop = at;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
    });

  /** The panel's list, piece after piece up to its first note; the notes that were looked at are added to `seen`. */
  const lookThroughPanel = async (panel: Page, seen: Set<string>): Promise<void> => {
    for (let still = 0; still < 8; still += 1) {
      const ids = await panel.evaluate(async () => {
        const cards = [...document.querySelectorAll<HTMLElement>('li[data-note]')];
        cards[0]?.scrollIntoView();
        for (let frame = 0; frame < 3; frame += 1)
          await new Promise((resolve) => requestAnimationFrame(resolve));
        return cards.map(({ dataset }) => dataset.note ?? '');
      });
      if (ids.some((id) => !seen.has(id))) still = 0;
      for (const id of ids) seen.add(id);
      await isUnharmed(panel);
    }
  };

  const eventOf = (text: string) =>
    makeEvent({ name: text, venue: text, description: text, tags: [text], url: 'https://attack.invalid/' });
  const recordsOf = (strings: readonly string[]) => {
    const event = eventOf(strings[0] ?? '');
    const sessions = strings.slice(0, 60).map((text) =>
      makeSession(event, {
        title: text,
        room: text,
        track: text,
        abstract: text,
        speakers: [{ name: text, affiliation: text, role: text, url: 'https://attack.invalid/' }],
        links: { page: { url: 'https://attack.invalid/' }, slides: 'pending', recording: null },
      }),
    );
    const source = (text: string) =>
      makeSource({
        url: 'https://attack.invalid/',
        title: text,
        site: text,
        author: text,
        publishedOn: text,
      });
    const notes = strings.map((text, index): Note => {
      const kind = KINDS[index % KINDS.length] ?? 'text';
      return makeNote(event, index % 2 === 0 ? null : (sessions[0] ?? null), {
        kind,
        markdown: text,
        source: source(text),
        ...(kind === 'link' && { url: 'https://attack.invalid/', title: text }),
        ...(kind === 'question' && { answer: text }),
      });
    });
    return { event, sessions, notes };
  };

  it('the probes fire where nothing protects', async () => {
    const page = await lanyard.openPage(site.url('plain.html'));
    await page.evaluate(
      (strings) => {
        for (const text of strings) {
          const box = document.createElement('div');
          document.body.append(box);
          box.innerHTML = text;
        }
      },
      OWN_ATTACKS.slice(0, 5),
    );
    await expect.poll(() => dialogs.length).toBeGreaterThan(0);
    await expect.poll(() => network.asked.join()).toContain('attack.invalid');
    expect(await strangersIn(page)).toEqual(
      expect.arrayContaining(['img onerror=alert(1)', 'a href=javascript:alert(1)']),
    );
    await page.close();
    dialogs.length = 0;
    network.asked.length = 0;
  });

  it('as records: panel, popup, recap page and its preview', async () => {
    const { event, sessions, notes } = recordsOf(attacks);
    await seedStored(lanyard, { event, sessions, notes });
    const page = await lanyard.openPage(site.url('plain.html'));
    const popup = await lanyard.openPopup(page);
    await popup.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
    await isUnharmed(popup);
    await popup.close();
    const panel = await lanyard.openPanel(page);
    await composer(panel).waitFor();
    // Every place in turn, until all notes have been on the screen.
    const seen = new Set<string>();
    for (let place = 0; seen.size < notes.length && place <= sessions.length; place += 1) {
      await panel.getByRole('button', { name: 'Choose a session' }).click();
      await panel.getByRole('menuitemradio').nth(place).click();
      await lookThroughPanel(panel, seen);
    }
    expect(seen.size).toBe(notes.length);
    for (const [, text] of some) {
      await composer(panel).fill(text);
      await composer(panel).press('Enter');
      await expect.poll(() => composer(panel).inputValue()).not.toBe(text);
    }
    await isUnharmed(panel);
    await panel.close();
    const recap = await lanyard.openRecap();
    await recap.getByRole('button', { name: 'Export' }).waitFor();
    await scrollThrough(recap);
    await expect
      .poll(() => recap.locator('.preview :is(p, li, pre, blockquote)').count())
      .toBeGreaterThan(20);
    await isUnharmed(recap);
    await recap.getByRole('tab', { name: 'Markdown' }).click();
    await scrollThrough(recap);
    await isUnharmed(recap);
    tell('attacks as records', {
      strings: attacks.length,
      shown: seen.size,
      typed: some.length,
      ran: dialogs.length,
      asked: network.asked.length,
    });
  });

  it('as page titles, authors and selections: popup, clip, panel', async () => {
    const event = makeEvent({ name: 'Harbour Go Conf' });
    await seedStored(lanyard, { event });
    const page = await lanyard.openPage(site.url('plain.html'));
    for (const [at] of some) {
      await page.goto(site.url(`clip?at=${at}`));
      await page.evaluate(() =>
        getSelection()?.selectAllChildren(document.querySelector('#text') ?? document.body),
      );
      const popup = await lanyard.openPopup(page);
      await expect
        .poll(() =>
          popup
            .getByRole('button', { name: /^(Clip|Update)/ })
            .first()
            .isEnabled(),
        )
        .toBe(true);
      await isUnharmed(popup);
      await popup.keyboard.press('Control+Enter');
      await popup.getByText('Saved to').waitFor();
      await popup.close();
    }
    const recap = await lanyard.openRecap();
    await recap.getByRole('button', { name: 'Export' }).waitFor();
    await scrollThrough(recap);
    await isUnharmed(recap);
    tell('attacks as pages', { pages: some.length, ran: dialogs.length, asked: network.asked.length });
  });

  it('as a programme: read, looked at, taken over', async () => {
    await seedStored(lanyard, { event: makeEvent({ name: 'Harbour Go Conf' }) });
    const talks = attacks.map((text, index) => ({
      id: index + 1,
      guid: `a-${index}`,
      start: `${String(8 + (index % 12)).padStart(2, '0')}:00`,
      duration: '00:30',
      room: 'Hall',
      title: text,
      subtitle: text,
      track: text,
      abstract: text,
      description: text,
      persons: [{ id: index, public_name: text, biography: text }],
      links: [
        { url: text, title: text },
        { url: `javascript:alert(${index})`, title: text },
      ],
    }));
    const day = { index: 1, date: '2026-08-21', rooms: { Hall: talks, [attacks[0] ?? '']: [] } };
    const title = attacks.find((text) => text.trim() !== '') ?? '';
    const conference = { acronym: 'x', title, start: '2026-08-21', end: '2026-08-21', days: [day] };
    const text = JSON.stringify({
      schedule: { version: '1', conference: { ...conference, time_zone_name: 'Europe/Berlin' } },
    });
    const file = join(folder, '<img src=x onerror=alert(1)>.json');
    writeFileSync(file, text);
    const page = await lanyard.openRecap('#programme');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.locator('.programme-row').first().waitFor();
    await page.getByRole('searchbox').press('ArrowDown');
    for (let down = Math.min(attacks.length, 40); down > 0; down -= 1) await page.keyboard.press('ArrowDown');
    await scrollThrough(page);
    await isUnharmed(page);
    await page.getByRole('button', { name: /^Add all/ }).click();
    await page.getByRole('button', { name: 'Export' }).waitFor();
    await scrollThrough(page);
    await isUnharmed(page);
    tell('attacks as a programme', { talks: talks.length, ran: dialogs.length, asked: network.asked.length });
  });

  it('as a post: import dialog, preview', async () => {
    await seedStored(lanyard, { event: makeEvent({ name: 'Harbour Go Conf' }) });
    const [title] = attacks;
    const front = ['title', 'description', 'date', 'slug', 'author'].map(
      (key) => `${key}: ${JSON.stringify(title)}`,
    );
    const tags = `tags: ${JSON.stringify(attacks)}`;
    // A post with a zero byte is refused as no text.
    const body = attacks
      .map((text) => text.replaceAll('\u0000', ''))
      .map(
        (text, index) =>
          `### ${text.split('\n')[0]}\n\n**Speaker**: ${text}\n\n${text}\n\n- ${index} ${text}\n`,
      );
    const file = join(folder, '<svg onload=alert(1)>.md');
    writeFileSync(file, `---\n${[...front, tags].join('\n')}\n---\n\n## Sessions\n\n${body.join('\n')}`);
    const page = await lanyard.openRecap();
    await page.getByRole('button', { name: 'Export' }).waitFor();
    await page.locator('.event-name').click();
    await page.getByRole('menuitem', { name: 'Import a post…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import a post' });
    await dialog.getByLabel('Choose a file', { exact: true }).last().setInputFiles(file);
    await dialog.getByRole('button', { name: 'Import', exact: true }).waitFor();
    await isUnharmed(page);
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('was imported.').waitFor();
    await scrollThrough(page);
    await isUnharmed(page);
    tell('attacks as a post', { strings: attacks.length, ran: dialogs.length, asked: network.asked.length });
  });

  it('as a backup: restore dialog, and what it brings', async () => {
    await clearStored(lanyard);
    const { event, sessions, notes } = recordsOf(attacks);
    const events = [event, ...attacks.slice(1).map(eventOf)];
    const holdings = { ...NO_HOLDINGS, events, sessions, notes };
    const zip = await zipBundle(backupFiles(holdings, DATABASE_VERSION, new Map()), new Date(2026, 1, 1));
    const file = join(folder, '<img src=x onerror=alert(1)>.zip');
    writeFileSync(file, Buffer.from(await zip.arrayBuffer()));
    expect(readFileSync(file).length).toBeGreaterThan(1000);
    const page = await lanyard.openRecap('#welcome');
    await page.getByRole('button', { name: 'Backup', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Backup' });
    await page.getByLabel('Choose a backup…').last().setInputFiles(file);
    await dialog.getByRole('button', { name: 'Add to what is here' }).waitFor();
    await isUnharmed(page);
    await dialog.getByRole('button', { name: 'Add to what is here' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /records? added/ })
      .waitFor();
    await page.goto(page.url().replace(/#.*$/, ''));
    await page.getByRole('button', { name: 'Export' }).waitFor();
    await scrollThrough(page);
    await isUnharmed(page);
    tell('attacks as a backup', {
      strings: attacks.length,
      ran: dialogs.length,
      asked: network.asked.length,
    });
  });
});
