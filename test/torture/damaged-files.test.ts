/** The files of IndexedDB damaged while the browser is closed: never a silent empty app, and the copy brings all back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { DAMAGES, damage, LAST_STEP } from './damage.ts';
import { startSuite, tell, trials } from './trials.ts';

const NOTES = 40;
const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const seeded = Array.from({ length: NOTES }, (_, index) =>
  makeNote(event, session, { markdown: `note ${index} ${'word '.repeat(40)}` }),
);

const random = startSuite('damaged files');
const times = trials(1, 10);
/** Damages of the short run: those that are told apart by what the browser does with them. */
const kinds = Object.keys(DAMAGES).filter(
  (kind) => trials(0, 1) === 1 || /byte of the log|truncated|MANIFEST missing/.test(kind),
);

/** The copy outside the database has this text; it is at most twenty seconds behind. */
const copied = (page: Page, text: string): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async (wanted) => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle('copy-of-lanyard').catch(() => null);
          const file = await folder?.getFileHandle('copy.json').catch(() => null);
          return (await file?.getFile())?.text().then((copy) => copy.includes(wanted));
        }, text),
      { timeout: 60_000 },
    )
    .toBe(true);

/** A line from the address bar: kept by the worker alone, with no surface open. @returns what the button says */
const keepLine = async (lanyard: Lanyard, line: string): Promise<string> => {
  const worker = await lanyard.worker();
  const said = (): Promise<string> => worker.evaluate(() => chrome.action.getBadgeText({}));
  await worker.evaluate(async (text) => {
    await chrome.action.setBadgeText({ text: '' });
    const { onInputEntered } = chrome.omnibox as unknown as {
      readonly onInputEntered: { dispatch: (text: string, disposition: string) => void };
    };
    onInputEntered.dispatch(text, 'currentTab');
  }, line);
  await expect.poll(said).toMatch(/[✓!]/);
  return said();
};

/** Tables come of logs that are full: at four megabytes. */
const fillLog = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const open = indexedDB.open('lanyard');
    await new Promise((resolve) => {
      open.onsuccess = resolve;
    });
    const row = {
      text: ' '.repeat(30_000),
      caret: 0,
      baseRevision: 0,
      updatedAt: '1980-01-01T00:00:00.000Z',
    };
    for (let round = 0; round < 4; round += 1) {
      const writing = open.result.transaction('drafts', 'readwrite', { durability: 'strict' });
      for (let index = 0; index < 100; index += 1)
        writing.objectStore('drafts').put({ ...row, target: `padding:${round}-${index}` });
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
    }
    const clearing = open.result.transaction('drafts', 'readwrite');
    clearing.objectStore('drafts').delete(IDBKeyRange.bound('padding:', 'padding:\uffff'));
    await new Promise((resolve) => {
      clearing.oncomplete = resolve;
    });
    open.result.close();
  });

describe('damaged files', () => {
  const dirs: string[] = [];
  let lanyard: Lanyard | undefined;
  const counts = { trials: 0, unharmed: 0, shown: 0, restored: 0 };

  afterAll(async () => {
    await lanyard?.close();
    for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
    tell('damaged files', counts);
  });

  const cases = kinds.flatMap((kind) => Array.from({ length: times }, (_, index) => [kind, index] as const));
  it.each(cases)('%s (%i)', async (kind) => {
    const userDataDir = mkdtempSync(join(tmpdir(), 'lanyard-damage-'));
    dirs.push(userDataDir);
    lanyard = await launchLanyard({ userDataDir });
    await seedStored(lanyard, { event, sessions: [session], notes: seeded });
    // A surface opens, and the worker takes the copy.
    let page = await lanyard.openRecap();
    await copied(page, 'note 39');
    if (/table/.test(kind)) await fillLog(page);
    const steps: string[] = /last step/.test(kind) ? ['a step before it', LAST_STEP] : [];
    for (const step of steps) expect(await keepLine(lanyard, step)).toBe('✓');
    await lanyard.relaunch();
    page = await lanyard.openRecap();
    await page.getByText('note 39').first().waitFor({ state: 'attached' });
    await copied(page, steps.at(-1) ?? 'note 39');
    await lanyard.shutDown();
    const harmed = damage(kind, userDataDir, lanyard.extensionId, random);
    counts.trials += 1;
    await lanyard.launch();
    // What is written before anybody looks must not hide what is lost.
    if (steps.length > 0 && (await keepLine(lanyard, 'kept since')) === '✓') steps.push('kept since');
    page = await lanyard.openRecap();
    const said = page.getByRole('button', { name: 'Restore the copy' });
    const whole = page.getByText('note 39').first();
    await said
      .or(whole)
      .first()
      .waitFor({ state: 'attached', timeout: 20_000 })
      .catch(async (cause: unknown) => {
        throw new Error(`shown instead: ${await page.locator('body').innerText()}`, { cause });
      });
    // One that is not empty is shown at once, and counted behind that; one that nobody can open has nothing.
    const left = await readStored(page).then(
      ({ notes }) => notes.length,
      () => 0,
    );
    const isShort = left < NOTES + steps.length;
    if (isShort) await said.waitFor({ timeout: 20_000 });
    if ((await said.count()) === 0) {
      // The damage fell where nothing was: everything is there.
      counts.unharmed += 1;
      if (!harmed) console.log(`torture: nothing to damage for ${kind}`);
    } else {
      counts.shown += 1;
      await said.click();
      await whole.waitFor({ state: 'attached', timeout: 20_000 });
      // By the recap's own text: where the usual place is locked, the database lies in another. And again after a start.
      for (const again of [false, true]) {
        if (again) await lanyard.relaunch();
        const shown = again ? await lanyard.openRecap() : page;
        await shown.getByRole('tab', { name: 'Markdown' }).click();
        const text = (await shown.locator('pre.source').textContent()) ?? '';
        const kept = [...seeded.map(({ markdown }) => markdown.trim()), ...steps];
        expect(kept.filter((line) => !text.includes(line))).toEqual([]);
        expect(await shown.getByRole('button', { name: 'Restore the copy' }).count()).toBe(0);
      }
      counts.restored += 1;
    }
    await lanyard.close();
    lanyard = undefined;
    // Seventy profiles together take longer to remove than a hook may.
    rmSync(userDataDir, { recursive: true, force: true });
  });
});
