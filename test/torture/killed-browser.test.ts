/** The browser killed in the middle of its work: clipping, exporting, restoring, migrating. What was acknowledged is there, once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../src/model/note.ts';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { inTime, isFull, startSuite, tell, trials } from './trials.ts';

const NOTES = 300;
/** Of forty trials each; with those of typing (`cut-off.test.ts`) two hundred. */
const FULL = 40;
const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const notes = Array.from({ length: NOTES }, (_, index) =>
  makeNote(event, session, { markdown: `note ${index} ${'word '.repeat(40)}` }),
);
const seed = { event, sessions: [session], notes };
const random = startSuite('killed browser');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the browser killed in the middle', () => {
  let lanyard: Lanyard;
  let site: Site;
  const userDataDir = mkdtempSync(join(tmpdir(), 'lanyard-killed-'));

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard({ userDataDir });
  });
  afterAll(async () => {
    await lanyard?.close();
    await site?.close();
    rmSync(userDataDir, { recursive: true, force: true });
  });

  /** Kills it while `work` runs, and starts it again; what the killing itself makes fail is no fault. */
  const killAfter = async (ms: number, work: Promise<unknown>): Promise<void> => {
    let isKilled = false;
    const ended = work.catch((error: unknown) => {
      if (!isKilled) throw error;
    });
    await Promise.race([pause(ms), ended.then(() => pause(ms))]);
    isKilled = true;
    await inTime('the browser killed', lanyard.kill());
    // Playwright leaves a page open for ever that was being opened when the browser died: no fault of what is tried.
    await Promise.race([ended, pause(3000)]);
    await inTime('the next start', lanyard.launch());
  };
  const msOf = async (work: () => Promise<unknown>): Promise<number> => {
    const beganMs = Date.now();
    await work();
    return Date.now() - beganMs;
  };
  /** It opens, shows its notes and misses nothing that it knows of. */
  const openAgain = async (): Promise<Page> => {
    const page = await lanyard.openRecap();
    await page.getByRole('heading', { name: 'Harbour Go Conf' }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Restore the copy' }).count()).toBe(0);
    return page;
  };
  const expectOnce = (found: readonly Note[]): void => {
    expect(found.map(({ id }) => id).sort()).toEqual(notes.map(({ id }) => id).sort());
  };

  it('while pages are clipped', async () => {
    const count = trials(1, FULL);
    const figures = { trials: count, acknowledged: 0, lost: 0, doubled: 0 };
    await seedStored(lanyard, { event, sessions: [session] });
    for (let trial = 0; trial < count; trial += 1) {
      const page = await lanyard.openPage(site.url('talk.html'));
      const acknowledged: string[] = [];
      let begin: () => void = () => undefined;
      const begun = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const clipping = (async () => {
        for (let clip = 0; ; clip += 1) {
          const linkUrl = site.url(`repo.html?trial=${trial}-${clip}`);
          await lanyard.clickMenu('clip-link', page, { linkUrl });
          const worker = await lanyard.worker();
          await expect.poll(() => worker.evaluate(() => chrome.action.getBadgeText({}))).toBe('✓');
          acknowledged.push(linkUrl);
          begin();
          await worker.evaluate(() => chrome.action.setBadgeText({ text: '' }));
        }
      })();
      await inTime('the first clip', Promise.race([begun, clipping]));
      await killAfter(random.int(2000), clipping);
      const again = await openAgain();
      const urls = (await readStored(again)).notes.map(({ url }) => url);
      figures.acknowledged += acknowledged.length;
      figures.lost += acknowledged.filter((url) => !urls.includes(url)).length;
      figures.doubled += urls.length - new Set(urls).size;
      await again.close();
    }
    tell('killed while clipping', figures);
    expect(figures).toMatchObject({ lost: 0, doubled: 0 });
  });

  it('while the recap and a backup are exported', async () => {
    const count = trials(1, FULL);
    await seedStored(lanyard, seed);
    for (let trial = 0; trial < count; trial += 1) {
      const page = await openAgain();
      const exporting = (async () => {
        for (;;) {
          await page.keyboard.press('Control+s');
          await page.getByRole('button', { name: 'Backup', exact: true }).click();
          await page.getByRole('button', { name: 'Back up everything' }).click();
          await page.getByRole('status').filter({ hasText: 'Backed up as' }).first().waitFor();
          await page.keyboard.press('Escape');
        }
      })();
      await killAfter(random.int(1500), exporting);
      const again = await openAgain();
      expectOnce((await readStored(again)).notes);
      await again.close();
    }
    tell('killed while exporting', { trials: count, notesEach: NOTES, lost: 0, doubled: 0 });
  });

  it('while a backup is restored: all of it or nothing', async () => {
    const count = trials(1, FULL);
    const figures = { trials: count, all: 0, nothing: 0, half: 0 };
    await seedStored(lanyard, seed);
    const page = await openAgain();
    const backup = await lanyard.download(async () => {
      await page.getByRole('button', { name: 'Backup', exact: true }).click();
      await page.getByRole('button', { name: 'Back up everything' }).click();
    });
    await page.close();
    const kept = makeNote(event, session, { markdown: 'here before' });
    // The first two are left alone and tell how long it takes, also when all is warm.
    let wholeMs = Number.POSITIVE_INFINITY;
    for (let trial = -2; trial < count; trial += 1) {
      await seedStored(lanyard, { event, sessions: [session], notes: [kept] });
      const restored = await openAgain();
      await restored.getByRole('button', { name: 'Backup', exact: true }).click();
      await restored.getByLabel('Choose a backup…').last().setInputFiles(backup);
      const add = restored.getByRole('button', { name: 'Add to what is here' });
      await add.waitFor();
      let isSaid = false;
      const saying = restored.getByRole('status').filter({ hasText: 'records added' }).first();
      const restoring = add
        .click()
        .then(() => saying.waitFor())
        .then(() => {
          isSaid = true;
        });
      if (trial < 0) {
        wholeMs = Math.min(wholeMs, await msOf(() => restoring));
        await restored.close();
        continue;
      }
      await killAfter(random.int(wholeMs * 1.2), restoring);
      const again = await openAgain();
      const found = (await readStored(again)).notes;
      expect(found.filter(({ id }) => id === kept.id)).toHaveLength(1);
      if (found.length === NOTES + 1) figures.all += 1;
      else if (found.length === 1 && !isSaid) figures.nothing += 1;
      else figures.half += 1;
      await again.close();
    }
    tell('killed while restoring', figures);
    expect(figures.half).toBe(0);
  });

  it.skipIf(!isFull)('while a database of the first version is migrated (npm run torture)', async () => {
    const count = trials(1, FULL);
    const figures = { trials: count, cutOff: 0, wholeAfter: 0 };
    await seedStored(lanyard, seed);
    let wholeMs = 0;
    for (let trial = -1; trial < count; trial += 1) {
      const maker = await lanyard.openExtensionPage('manifest.json');
      const making = maker.evaluate(async () => {
        const asked = <Value>(request: IDBRequest<Value>): Promise<Value> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const today = await asked(indexedDB.open('lanyard'));
        const held = new Map<string, { keys: IDBValidKey[]; values: unknown[] }>();
        for (const name of today.objectStoreNames) {
          const store = today.transaction(name).objectStore(name);
          held.set(name, { keys: await asked(store.getAllKeys()), values: await asked(store.getAll()) });
        }
        today.close();
        await asked(indexedDB.deleteDatabase('lanyard'));
        const opening = indexedDB.open('lanyard', 1);
        opening.onupgradeneeded = () => {
          const { result } = opening;
          result.createObjectStore('events', { keyPath: 'id' });
          result.createObjectStore('sessions', { keyPath: 'id' }).createIndex('byEvent', 'eventId');
          const notes = result.createObjectStore('notes', { keyPath: 'id' });
          notes.createIndex('byPlace', ['place', 'order', 'id']);
          notes.createIndex('byCapture', ['capturedAt', 'place']);
          notes.createIndex('byAddress', ['place', 'addressKey']);
          result.createObjectStore('images', { keyPath: 'id' }).createIndex('byEvent', 'eventId');
          result.createObjectStore('blobs');
          result.createObjectStore('drafts', { keyPath: 'target' });
          result.createObjectStore('settings');
          result.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true });
        };
        const first = await asked(opening);
        const writing = first.transaction([...first.objectStoreNames], 'readwrite', { durability: 'strict' });
        for (const name of first.objectStoreNames) {
          const store = writing.objectStore(name);
          const { keys, values } = held.get(name) ?? { keys: [], values: [] };
          for (const [index, value] of values.entries())
            store.put(value, store.keyPath === null ? keys[index] : undefined);
        }
        await new Promise((resolve, reject) => {
          writing.oncomplete = resolve;
          writing.onerror = () => reject(writing.error);
        });
        first.close();
      });
      await inTime('a database of the first version', making);
      const opening = lanyard.openRecap();
      if (trial < 0) {
        wholeMs = await msOf(() => opening);
        await (await opening).close();
        continue;
      }
      await killAfter(random.int(wholeMs * 1.2), opening);
      const looking = await lanyard.openExtensionPage('manifest.json');
      const version = await inTime(
        'the version of the database',
        looking.evaluate(
          async () => (await indexedDB.databases()).find(({ name }) => name === 'lanyard')?.version,
        ),
      );
      if (version === 1) figures.cutOff += 1;
      await looking.close();
      const again = await openAgain();
      const { notes: found, settings } = await inTime('the records', readStored(again));
      expectOnce(found);
      expect(settings?.currentEventId).toBe(event.id);
      figures.wholeAfter += 1;
      await again.close();
    }
    tell('killed while migrating', figures);
  });
});
