/** Everything out into one file and in again, on another machine too: through the recap page, as a person does it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { card, composer } from '../support/panel-page.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { readZip } from '../support/unzip.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const notes = [
  makeNote(event, session, { markdown: 'A queue is a promise.' }),
  makeNote(event, session, { kind: 'question', markdown: 'Why sixty-four?', answer: 'It was measured.' }),
];

describe('backup and restore', () => {
  let lanyard: Lanyard;
  let other: Lanyard;
  let site: Site;
  let backup: string;

  beforeAll(async () => {
    site = await serveSite();
    lanyard = await launchLanyard();
    other = await launchLanyard();
    await seedStored(lanyard, { event, sessions: [session], notes });
  });
  afterAll(async () => {
    await lanyard?.close();
    await other?.close();
    await site?.close();
  });

  const openBackup = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Backup', exact: true }).click();
    await page.getByRole('dialog', { name: 'Backup' }).waitFor();
  };
  const choose = async (page: Page, file: string): Promise<void> => {
    await openBackup(page);
    await page.getByLabel('Choose a backup…').last().setInputFiles(file);
  };
  const save = async (from: Lanyard, page: Page): Promise<string> =>
    from.download(async () => {
      await openBackup(page);
      await page.getByRole('button', { name: 'Back up everything' }).click();
      await page.getByRole('status').filter({ hasText: 'Backed up as' }).waitFor();
    });

  it('writes one file with everything', async () => {
    const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
    await composer(panel).fill('typed, not kept');
    await panel.close();
    const page = await lanyard.openRecap();
    await openBackup(page);
    // Chromium promises nothing to an extension.
    await page.getByRole('dialog').getByText('it hasn’t promised to keep them').waitFor();
    await page.keyboard.press('Escape');
    backup = await save(lanyard, page);
    const files = readZip(readFileSync(backup));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(['README.txt', 'records/events.json', 'records/notes.json', 'manifest.json']),
    );
    expect(files.get('records/notes.json')?.toString()).toContain('A queue is a promise.');
    expect(files.get('records/drafts.json')?.toString()).toContain('typed, not kept');
    await page.close();
  });

  it('shows what is inside, and restores it on a machine that has nothing', async () => {
    const page = await other.openRecap();
    await choose(page, backup);
    const dialog = page.getByRole('dialog', { name: 'Backup' });
    await dialog.getByText('2 notes').waitFor();
    expect(await dialog.getByRole('region', { name: 'What the backup holds' }).innerText()).toContain(
      'Harbour Go Conf',
    );
    expect((await readStored(page)).notes).toEqual([]);
    await dialog.getByRole('button', { name: 'Add to what is here' }).click();
    await page.getByRole('status').filter({ hasText: '4 records added.' }).waitFor();
    await page.getByText('A queue is a promise.').first().waitFor();
    const [here, there] = [await readStored(page), await readStored(await lanyard.openRecap())];
    expect(here.notes).toEqual(there.notes);
    expect(here.events).toEqual(there.events);
    expect(here.drafts.map(({ text }) => text)).toEqual(['typed, not kept']);
    // The same bytes again.
    const again = await save(other, page);
    expect(readFileSync(again).equals(readFileSync(backup))).toBe(true);
    await choose(page, backup);
    await dialog.getByRole('button', { name: 'Add to what is here' }).click();
    await page.getByRole('status').filter({ hasText: 'Everything in it is here already.' }).waitFor();
    await page.close();
  });

  it('replaces what is here, in every open surface, and takes it back', async () => {
    const panel = await other.openPanel(await other.openPage(site.url('plain.html')));
    await composer(panel).fill('only here');
    await composer(panel).press('Enter');
    await card(panel, 'only here').waitFor();
    const page = await other.openRecap();
    await choose(page, backup);
    const dialog = page.getByRole('dialog', { name: 'Backup' });
    await dialog.getByRole('radio', { name: /Replace what is here/ }).check();
    await dialog.getByRole('button', { name: 'Replace what is here' }).click();
    await page.getByRole('status').filter({ hasText: 'Replaced by the backup: 4 records.' }).waitFor();
    await card(panel, 'only here').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await card(panel, 'only here').waitFor();
    await page.close();
    await panel.close();
  });

  it('refuses a damaged file with the part at fault, and changes nothing', async () => {
    const page = await other.openRecap();
    const before = await readStored(page);
    const bytes = readFileSync(backup);
    const at = bytes.indexOf('A queue is a promise.');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const damaged = join(other.downloadsDir, 'damaged.zip');
    writeFileSync(damaged, bytes);
    await choose(page, damaged);
    const fault = page.getByRole('alert').filter({ hasText: 'damaged.zip couldn’t be restored' });
    await fault.waitFor();
    expect(await fault.innerText()).toContain('records/notes.json');
    expect(await readStored(page)).toEqual(before);
    expect(other.requests.filter((address) => !address.startsWith(site.url('')))).toEqual([]);
  });
});
