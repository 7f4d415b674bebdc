/** What must not be lost or hidden: an update waits for the draft, and a damaged record is told, saved raw, and hides no other. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { card, composer } from '../support/panel-page.ts';
import { makeEvent, makeNote, makeSession } from '../support/records.ts';
import { seedStored } from '../support/stored.ts';

const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const sound = makeNote(event, session, { markdown: 'a sound note' });

describe('faults', () => {
  let lanyard: Lanyard;

  beforeAll(async () => {
    lanyard = await launchLanyard();
    await seedStored(lanyard, { event, sessions: [session], notes: [sound] });
  });
  afterAll(async () => lanyard?.close());

  it('an update of the extension waits while something typed is not kept', async () => {
    const panel = await lanyard.openExtensionPage('src/sidepanel/sidepanel.html');
    /** Tells the worker that an update is there; true when it puts it in place. */
    const offer = async (): Promise<boolean> =>
      (await lanyard.worker()).evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            Object.defineProperty(chrome.runtime, 'reload', {
              configurable: true,
              value: () => resolve(true),
            });
            const { onUpdateAvailable } = chrome.runtime as unknown as {
              onUpdateAvailable: { dispatch: (details: { version: string }) => void };
            };
            onUpdateAvailable.dispatch({ version: '99.0' });
            setTimeout(() => resolve(false), 1500);
          }),
      );
    await composer(panel).fill('half a thought');
    expect(await offer()).toBe(false);
    expect(await composer(panel).inputValue()).toBe('half a thought');
    await composer(panel).press('Enter');
    await card(panel, 'half a thought').waitFor();
    // What is remembered of a programme is a draft for good, and nobody types it.
    await panel.evaluate(async () => {
      const open = indexedDB.open('lanyard');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const writing = open.result.transaction('drafts', 'readwrite');
      const [caret, baseRevision, updatedAt] = [0, 0, '2026-09-05T09:00:00.000Z'];
      writing
        .objectStore('drafts')
        .put({ target: 'programme:stars:fest', text: '["1"]', caret, baseRevision, updatedAt });
      await new Promise((resolve) => {
        writing.oncomplete = resolve;
      });
      open.result.close();
    });
    await expect.poll(offer, { timeout: 15_000 }).toBe(true);
    await panel.close();
  });

  it('a damaged record is told of and saved as it was found; all others are there', async () => {
    const maker = await lanyard.openExtensionPage('manifest.json');
    await maker.evaluate(
      async ({ place, eventId }) => {
        const open = indexedDB.open('lanyard');
        await new Promise((resolve) => {
          open.onsuccess = resolve;
        });
        const writing = open.result.transaction(['notes', 'sessions'], 'readwrite');
        const row = { id: 'damaged', place, order: 'a5', capturedAt: '2026-09-05T09:00:00.000Z' };
        writing
          .objectStore('notes')
          .put({ ...row, note: { id: 'damaged', markdown: 404, rest: 'what is left' } });
        writing.objectStore('sessions').put({ id: 'damaged too', eventId, title: ['no', 'title'] });
        await new Promise((resolve) => {
          writing.oncomplete = resolve;
        });
        open.result.close();
      },
      { place: `${event.id}/${session.id}`, eventId: event.id },
    );
    await maker.close();
    for (const path of ['src/sidepanel/sidepanel.html', 'src/recap-page/recap.html']) {
      const page = await lanyard.openExtensionPage(path);
      await page.getByText('a sound note').first().waitFor();
      await page.getByRole('alert').filter({ hasText: '2 records are damaged' }).waitFor();
      const file = await lanyard.download(async () => {
        await page.getByRole('button', { name: 'Save what’s left of them' }).click();
      });
      const saved = readFileSync(file, 'utf8');
      expect(saved).toContain('what is left');
      expect(saved).toContain('damaged too');
      await page.locator('.damaged-notice').getByRole('button', { name: 'Close' }).click();
      await page.getByText('2 records are damaged').waitFor({ state: 'detached' });
      await page.close();
    }
    expect(lanyard.errors).toEqual([]);
  });
});
