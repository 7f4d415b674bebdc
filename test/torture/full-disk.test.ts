/** A full disk, a full quota: said at once, the words stay on the screen, all can be had as a file, and with room it goes on. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Lanyard, launchLanyard } from '../support/extension.ts';
import { composer } from '../support/panel-page.ts';
import { makeEvent, makeImage, makeNote, makeSession } from '../support/records.ts';
import { type Site, serveSite } from '../support/site.ts';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.ts';
import { readStored, seedStored } from '../support/stored.ts';
import { isFull, startSuite, tell, trials } from './trials.ts';

const LATEST_MS = 1000;
const event = makeEvent({ name: 'Harbour Go Conf' });
const session = makeSession(event, { title: 'Queues' });
const random = startSuite('full disk');

/** Presses the key, and tells how long it took until an error stood there: by the page's own clock. */
const msUntilError = async (page: Page, key: string): Promise<number> => {
  await page.evaluate(() => {
    const holder = globalThis as unknown as { sinceKey: Promise<number> };
    holder.sinceKey = new Promise((resolve) => {
      addEventListener(
        'keydown',
        () => {
          const beganMs = performance.now();
          const look = (): void => {
            const said = [...document.querySelectorAll('[role="alert"]')].some(
              ({ textContent }) => textContent !== '',
            );
            if (said) resolve(performance.now() - beganMs);
          };
          new MutationObserver(look).observe(document, {
            subtree: true,
            childList: true,
            characterData: true,
          });
          look();
        },
        { capture: true, once: true },
      );
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { sinceKey: Promise<number> }).sinceKey);
};

const alertOf = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ });

interface Figures {
  trials: number;
  medianMs: number;
  longestMs: number;
  recovered: number;
}

/** Lines typed where nothing can be kept: each is said to be so, stays in its field, and is kept once there is room. */
const typeIntoFull = async (
  { panel, fill, empty }: { panel: Page; fill: () => Promise<unknown>; empty: () => Promise<unknown> },
  count: number,
): Promise<Figures> => {
  const figures: Figures = { trials: count, medianMs: 0, longestMs: 0, recovered: 0 };
  const times: number[] = [];
  for (let trial = 0; trial < count; trial += 1) {
    const line = `line ${trial} ${random.int(1e9)} ${'word '.repeat(random.int(3000))}`.trim();
    await fill();
    await composer(panel).fill(line);
    const tookMs = await msUntilError(panel, 'Enter');
    times.push(Math.round(tookMs));
    expect(await alertOf(panel).first().textContent()).toContain('The disk is full');
    expect(await composer(panel).inputValue()).toBe(line);
    expect(await panel.locator('.composer-hint').textContent()).not.toContain('Saved');
    await expect.poll(() => alertOf(panel).getByRole('button', { name: 'Make room…' }).count()).toBe(1);
    await empty();
    await expect
      .poll(async () => {
        if ((await composer(panel).count()) === 0) throw new Error(await panel.locator('body').innerText());
        await composer(panel).press('Enter', { timeout: 2000 });
        return composer(panel).inputValue();
      })
      .toBe('');
    await panel.getByText(line.slice(0, 18)).first().waitFor();
    figures.recovered += 1;
    await panel
      .getByRole('button', { name: 'Close', exact: true })
      .click()
      .catch(() => undefined);
  }
  console.log(`torture: ms of each: ${times.join(' ')}`);
  times.sort((left, right) => left - right);
  figures.medianMs = times[Math.floor(times.length / 2)] ?? 0;
  figures.longestMs = times.at(-1) ?? 0;
  return figures;
};

const openPanel = async (lanyard: Lanyard, site: Site): Promise<Page> => {
  await seedStored(lanyard, { event, sessions: [session] });
  for (const open of lanyard.context.pages()) if (open.url().includes('recap.html')) await open.close();
  const panel = await lanyard.openPanel(await lanyard.openPage(site.url('plain.html')));
  await composer(panel).waitFor();
  return panel;
};

const PICTURE_BYTES = 30 * 1024 * 1024;

/** An event whose one picture takes most of the disk. */
const putLargeEvent = (page: Page): Promise<void> => {
  const large = makeEvent({ name: 'Last year' });
  const image = makeImage(large, {
    hash: createHash('sha256').update(Buffer.alloc(PICTURE_BYTES)).digest('hex'),
    bytes: PICTURE_BYTES,
  });
  const note = makeNote(large, null, { kind: 'image', markdown: `![](image:${image.id})` });
  const row = { note, id: note.id, order: note.order, capturedAt: note.capturedAt, place: `${large.id}/` };
  return page.evaluate(
    async (given) => {
      const open = indexedDB.open('lanyard');
      await new Promise((resolve) => {
        open.onsuccess = resolve;
      });
      const writing = open.result.transaction(['events', 'images', 'notes', 'blobs'], 'readwrite');
      writing.objectStore('events').put(given.large);
      writing.objectStore('images').put(given.image);
      writing.objectStore('notes').put(given.row);
      const bytes = new Blob([new Uint8Array(given.image.bytes)], { type: given.image.type });
      writing.objectStore('blobs').put(bytes, given.image.hash);
      await new Promise((resolve, reject) => {
        writing.oncomplete = resolve;
        writing.onabort = () => reject(writing.error);
      });
      open.result.close();
    },
    { large, image, row },
  );
};

const DIST = fileURLToPath(new URL('../../dist/chromium', import.meta.url));

/** The build without the permission under which a browser knows no quota. */
const withoutUnlimitedStorage = (extensionDir: string): string => {
  cpSync(DIST, extensionDir, { recursive: true });
  const file = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: readonly string[] };
  const permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
  writeFileSync(file, JSON.stringify({ ...manifest, permissions }));
  return extensionDir;
};

describe.skipIf(!isFull)('a full quota (npm run torture)', () => {
  const MOST_BYTES = 48 * 1024 * 1024;

  it('lines typed and kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lanyard-quota-'));
    const site = await serveSite();
    const lanyard = await launchLanyard({ extensionDir: withoutUnlimitedStorage(join(folder, 'extension')) });
    try {
      const panel = await openPanel(lanyard, site);
      const devtools = await lanyard.context.newCDPSession(panel);
      const allow = (quotaSize: number): Promise<unknown> =>
        devtools.send('Storage.overrideQuotaForOrigin', {
          origin: `chrome-extension://${lanyard.extensionId}`,
          quotaSize,
        });
      /** The browser asks again only for what is more than it last had: a write that is too large for either. */
      const fill = async (): Promise<void> => {
        await allow(1);
        const refused = await panel.evaluate(async (bytes) => {
          const opening = indexedDB.open('ballast', 1);
          opening.onupgradeneeded = () => opening.result.createObjectStore('ballast');
          await new Promise((resolve) => {
            opening.onsuccess = resolve;
          });
          // Zeros would be packed to nothing.
          const noise = new Uint8Array(bytes);
          for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
          const writing = opening.result.transaction('ballast', 'readwrite');
          writing.objectStore('ballast').put(noise, 1);
          const name = await new Promise<string | undefined>((resolve) => {
            writing.oncomplete = () => resolve(undefined);
            writing.onabort = () => resolve(writing.error?.name);
          });
          opening.result.close();
          return name;
        }, MOST_BYTES + 1);
        expect(refused).toBe('QuotaExceededError');
      };
      await allow(MOST_BYTES);
      // For half a minute the browser goes by the room that it found before.
      await new Promise((resolve) => setTimeout(resolve, 32_000));
      const figures = await typeIntoFull({ panel, fill, empty: () => allow(MOST_BYTES) }, trials(1, 20));
      tell('full quota', { ...figures });
      expect(figures.longestMs).toBeLessThan(LATEST_MS);
      await fill();
      await composer(panel).fill('one too many');
      await composer(panel).press('Enter');
      await alertOf(panel).getByRole('button', { name: 'Make room…' }).click();
      const file = await lanyard.download(async () => {
        await panel.getByRole('button', { name: 'Back up everything' }).click();
      });
      expect(readFileSync(file).includes('records/notes.json')).toBe(true);
      const { notes } = await readStored(panel);
      expect(notes).toHaveLength(figures.trials);
    } finally {
      await lanyard.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe.skipIf(!isFull)('a full disk (npm run torture)', () => {
  const withDisk = async (work: (disk: SmallDisk, lanyard: Lanyard, site: Site) => Promise<void>) => {
    const disk = mountSmallDisk(192);
    if (disk === null) {
      console.warn('torture: NOT RUN: a full disk. This machine does not let us mount a small one.');
      return;
    }
    const site = await serveSite();
    const lanyard = await launchLanyard({ userDataDir: join(disk.path, 'profile') });
    try {
      await work(disk, lanyard, site);
    } finally {
      await lanyard.close();
      await site.close();
      disk.remove();
    }
  };

  it('lines typed and kept', () =>
    withDisk(async (disk, lanyard, site) => {
      const panel = await openPanel(lanyard, site);
      const figures = await typeIntoFull(
        { panel, fill: async () => disk.fill(), empty: async () => disk.empty() },
        trials(1, 20),
      );
      tell('full disk', { ...figures });
      expect(figures.longestMs).toBeLessThan(LATEST_MS);
      await lanyard.relaunch();
      const { notes } = await readStored(await lanyard.openRecap());
      expect(notes.map(({ markdown }) => /^\w+ \S+/.exec(markdown)?.[0])).toEqual([
        ...Array.from({ length: figures.trials }, (_, trial) => `line ${trial}`),
      ]);
    }));

  it('“Make room…” says what can go, and with it gone the line is kept', () =>
    withDisk(async (disk, lanyard, site) => {
      const panel = await openPanel(lanyard, site);
      await putLargeEvent(panel);
      await composer(panel).fill('the first line');
      await composer(panel).press('Enter');
      // The worker copies the picture, too.
      await expect
        .poll(
          () =>
            panel.evaluate(async () => {
              const root = await navigator.storage.getDirectory();
              const copy = await root.getDirectoryHandle('copy-of-lanyard').catch(() => null);
              const images = await copy?.getDirectoryHandle('images').catch(() => null);
              const names: string[] = [];
              for await (const name of images?.keys() ?? []) names.push(name);
              return names.length;
            }),
          { timeout: 60_000 },
        )
        .toBe(1);
      const dialog = panel.getByRole('dialog', { name: 'Make room' });
      const shots = process.env.LANYARD_SHOTS;
      const openDialog = async (line: string): Promise<void> => {
        disk.fill();
        await composer(panel).fill(line);
        await composer(panel).press('Enter');
        await alertOf(panel).getByRole('button', { name: 'Make room…' }).click();
        await dialog.getByRole('status').filter({ hasText: 'left for Lanyard' }).waitFor();
      };
      const removeIn = async (name: string): Promise<void> => {
        await dialog.getByRole('button', { name: `Remove: ${name}` }).click();
        await dialog.getByRole('button', { name: `Remove for good: ${name}` }).click();
        await dialog.getByRole('button', { name: `Remove: ${name}` }).waitFor({ state: 'detached' });
      };
      const keepAfter = async (line: string): Promise<void> => {
        await panel.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
        expect(await composer(panel).inputValue()).toBe(line);
        await composer(panel).press('Enter');
        await panel.getByRole('listitem', { name: line }).waitFor();
        expect(await composer(panel).inputValue()).toBe('');
      };
      const second = 'The second copy of all pictures, made again when there is room';
      await openDialog('before the second copy went');
      if (shots !== undefined) await panel.screenshot({ path: join(shots, 'make-room.png') });
      await removeIn(second);
      await keepAfter('before the second copy went');
      await openDialog('before the event went');
      if (shots !== undefined) await panel.screenshot({ path: join(shots, 'make-room-again.png') });
      // Without room the database is not opened for what is in it: some has to come from elsewhere first.
      await dialog.getByText('too little room even to open your events').waitFor();
      disk.empty();
      await dialog.getByRole('button', { name: 'Look again' }).click();
      await removeIn('Last year');
      await keepAfter('before the event went');
      await lanyard.relaunch();
      const recap = await lanyard.openRecap();
      await recap.getByRole('heading', { name: 'Harbour Go Conf' }).first().waitFor();
      const { notes, events } = await readStored(recap);
      expect(events.map(({ name }) => name)).toEqual(['Harbour Go Conf']);
      expect(notes.map(({ markdown }) => markdown)).toEqual([
        'the first line',
        'before the second copy went',
        'before the event went',
      ]);
      expect(await recap.getByRole('button', { name: 'Restore the copy' }).count()).toBe(0);
    }));
});
